/// `text` on one line, without any sign that steers a terminal or turns the direction of reading.
///
/// Line ends and tabs become blanks. Other controls (C0, DEL, C1), line and paragraph separators,
/// bidirectional controls and interlinear marks become `\u{202E}`: what stood there, harmless. Text
/// of transcripts, codebooks and file names goes through here on its way to people.
public func visible(_ text: String) -> String {
  guard mayHoldControls(text), text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isControl(scalar) {
      result.append(contentsOf: visibleForm(of: scalar).unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// What stands for a control: a blank, or `\u{…}`.
func visibleForm(of control: Unicode.Scalar) -> String {
  switch control {
  case "\n", "\r", "\t": " "
  default: "\\u{\(String(control.value, radix: 16, uppercase: true))}"
  }
}

/// The control that begins at a place in the UTF-8 of a text, and how many bytes it takes; nil where
/// another sign stands.
func control(
  in text: borrowing Span<UInt8>, at index: Int
) -> (scalar: Unicode.Scalar, length: Int)? {
  let first = UInt32(text[index])
  var value = first
  let length: Int
  switch first {
  case 0xC2, 0xD8:
    length = 2
    value = first & 0x1F
  case 0xE2, 0xEF:
    length = 3
    value = first & 0x0F
  default: length = 1
  }
  for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
  return Unicode.Scalar(value).flatMap { isControl($0) ? ($0, length) : nil }
}

/// Whether a sign can steer a terminal, or shows other signs elsewhere than where they stand.
///
/// Bidirectional controls: Unicode Standard Annex 9, table 4, with the deprecated U+206A–U+206F.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F,
    0xFFF9...0xFFFB:
    true
  default: false
  }
}

/// Whether a text holds a byte with which a control begins: a quick look that clears most texts.
func mayHoldControls(_ text: String) -> Bool {
  text.utf8.contains { byte in
    switch byte {
    case 0...0x1F, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }
}
