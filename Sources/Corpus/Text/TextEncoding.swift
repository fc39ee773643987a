/// How bytes stand for characters.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
  case latin9 = "iso-8859-15"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1254 = "windows-1254"
  case macRoman = "macroman"
  case cp437 = "cp437"
  case cp850 = "cp850"

  /// The encoding under one of its usual names; case, hyphens and underscores do not matter.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    if let found = Self.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == plain }) {
      self = found
      return
    }
    switch plain {
    case "latin1", "l1", "ascii", "usascii": self = .latin1
    case "latin9": self = .latin9
    case "utf16": self = .utf16LittleEndian
    case "mac", "macintosh": self = .macRoman
    case "ibm437", "437": self = .cp437
    case "ibm850", "850": self = .cp850
    case "cp1250", "1250": self = .windows1250
    case "cp1251", "1251": self = .windows1251
    case "cp1252", "1252", "ansi": self = .windows1252
    case "cp1254", "1254": self = .windows1254
    default: return nil
    }
  }

  /// As people write it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    case .latin1: "ISO-8859-1"
    case .latin9: "ISO-8859-15"
    case .windows1250: "Windows-1250"
    case .windows1251: "Windows-1251"
    case .windows1254: "Windows-1254"
    case .macRoman: "MacRoman"
    case .cp437: "CP437"
    case .cp850: "CP850"
    }
  }

  /// The characters of the bytes 0x80 to 0xFF; nil when they stand for themselves, or when the
  /// encoding takes more than a byte for a character.
  private var table: [UInt16]? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .latin1: nil
    case .windows1252: EncodingTables.windows1252
    case .latin9: EncodingTables.latin9
    case .windows1250: EncodingTables.windows1250
    case .windows1251: EncodingTables.windows1251
    case .windows1254: EncodingTables.windows1254
    case .macRoman: EncodingTables.macRoman
    case .cp437: EncodingTables.cp437
    case .cp850: EncodingTables.cp850
    }
  }

  /// The bytes in UTF-8, a BOM and all; what stands for no character becomes U+FFFD.
  ///
  /// - Returns: The text, and the offset in `bytes` of each thing that stands for no character.
  /// - Complexity: O(*n*).
  func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], faults: [Int]) {
    switch self {
    case .utf8: Self.repairUTF8(bytes)
    case .utf16LittleEndian: Self.decodeUTF16(bytes, low: 0)
    case .utf16BigEndian: Self.decodeUTF16(bytes, low: 1)
    default: decodeSingleBytes(bytes)
    }
  }

  private func decodeSingleBytes(_ bytes: [UInt8]) -> (utf8: [UInt8], faults: [Int]) {
    let table = table ?? (0x80...0xFF).map { UInt16($0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    var faults: [Int] = []
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let scalar = table[Int(byte) - 0x80]
      if scalar == 0xFFFD { faults.append(index) }
      append(UInt32(scalar), to: &text)
    }
    return (text, faults)
  }

  private static func decodeUTF16(_ bytes: [UInt8], low: Int) -> (utf8: [UInt8], faults: [Int]) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var faults: [Int] = []
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8
    }
    var index = 0
    while index + 1 < bytes.count {
      var scalar = unit(index)
      var length = 2
      if (0xD800..<0xDC00).contains(scalar), index + 3 < bytes.count,
        (0xDC00..<0xE000).contains(unit(index + 2))
      {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(index + 2) - 0xDC00)
        length = 4
      }
      if (0xD800..<0xE000).contains(scalar) {
        faults.append(index)
        scalar = 0xFFFD
      }
      append(scalar, to: &text)
      index += length
    }
    if index < bytes.count { faults.append(index) }
    return (text, faults)
  }

  private static func repairUTF8(_ bytes: [UInt8]) -> (utf8: [UInt8], faults: [Int]) {
    let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var faults: [Int] = []
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decodeScalar(bytes.span, at: index)
      if let scalar, Unicode.Scalar(scalar) != nil, scalar >= smallest[length] {
        text.append(contentsOf: bytes[index..<(index + length)])
      } else {
        if faults.last.map({ $0 + 1 }) != index { append(0xFFFD, to: &text) }
        faults.append(index)
      }
      index += length
    }
    return (text, faults)
  }
}

/// Appends a scalar as UTF-8.
func append(_ scalar: UInt32, to text: inout [UInt8]) {
  switch scalar {
  case 0..<0x80: text.append(UInt8(scalar))
  case 0x80..<0x800:
    text.append(UInt8(0xC0 | scalar >> 6))
    text.append(UInt8(0x80 | scalar & 0x3F))
  case 0x800..<0x10000:
    text.append(UInt8(0xE0 | scalar >> 12))
    text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    text.append(UInt8(0x80 | scalar & 0x3F))
  default:
    text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 0x07))
    text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    text.append(UInt8(0x80 | scalar & 0x3F))
  }
}
