/// Writes JSON as small as it gets, to stand in a `<script>` of a page.
///
/// Every `<` is escaped, so that no text can end the block or begin a comment. What JSON allows
/// otherwise stands as it is: the reader of the page makes controls visible.
struct DataBlock {
  private(set) var bytes: [UInt8] = []
  /// Whether something stands before the next element.
  private var needsComma = false

  /// Writes an object whose members `body` writes, each with `key`.
  mutating func object(_ body: (inout DataBlock) -> Void) { contain("{", "}", body) }

  /// Writes an array whose elements `body` writes.
  mutating func array(_ body: (inout DataBlock) -> Void) { contain("[", "]", body) }

  /// Begins an array whose elements come next, until `endArray`: for those that are many, where
  /// a closure would have to carry everything that it needs.
  mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  /// Ends the array that was begun last.
  mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes the key of the next value.
  mutating func key(_ key: String) {
    value(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a text.
  mutating func value(_ text: String) {
    let utf8 = text.utf8
    value(utf8.span)
  }

  /// Writes a text that is at hand as UTF-8.
  mutating func value(_ text: borrowing Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(text, writing: Self.escaped, as: Self.escape)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a whole number.
  mutating func value(_ number: Int) {
    separate()
    Digits.append(number, to: &bytes)
  }

  /// Writes a number, unrounded; `null` for infinity and not-a-number.
  mutating func value(_ number: Double) {
    separate()
    bytes.append(number.isFinite ? number.description : "null")
  }

  /// Writes `null`.
  mutating func null() {
    separate()
    bytes.append("null")
  }

  /// Writes an array of whole numbers.
  mutating func values(_ numbers: some Sequence<Int>) {
    array { block in
      for number in numbers { block.value(number) }
    }
  }

  /// Writes an array of texts.
  mutating func values(_ texts: some Sequence<String>) {
    array { block in
      for text in texts { block.value(text) }
    }
  }

  private mutating func contain(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout DataBlock) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private static let escaped = ByteSet { byte in
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<")
  }

  private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\n"): bytes.append("\\n")
    case 0..<0x20, UInt8(ascii: "<"):
      let digits = Array("0123456789abcdef".utf8)
      bytes.append("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    }
  }
}
