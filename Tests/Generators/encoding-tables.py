"""Writes Sources/Corpus/Text/EncodingTables.swift from the encodings that Python knows.

    python3 Tests/Generators/encoding-tables.py

A byte that an encoding gives no character becomes U+FFFD.
"""

from pathlib import Path

root = Path(__file__).resolve().parents[2]
ENCODINGS = {
    "windows1250": "cp1250",
    "windows1251": "cp1251",
    "windows1252": "cp1252",
    "windows1254": "cp1254",
    "latin9": "iso8859_15",
    "macRoman": "mac_roman",
    "cp437": "cp437",
    "cp850": "cp850",
}

lines = [
    "// Written by Tests/Generators/encoding-tables.py; not to be edited.",
    "",
    "/// The characters of the bytes 0x80 to 0xFF in encodings of one byte for each character.",
    "enum EncodingTables {",
]
for name, codec in ENCODINGS.items():
    points = []
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode(codec, "replace")
        points.append(f"0x{ord(character):04X}")
    lines.append(f"  static let {name}: [UInt16] = [")
    for start in range(0, 128, 12):
        lines.append("    " + ", ".join(points[start : start + 12]) + ",")
    lines.append("  ]")
lines.append("}")
(root / "Sources/Corpus/Text/EncodingTables.swift").write_text("\n".join(lines) + "\n", "utf-8")
