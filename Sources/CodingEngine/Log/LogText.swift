/// Writes the JSON of one line of the log: no blanks, members in the order in which they are told.
struct LogText {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next member or element.
  private var isDue = false

  mutating func object(_ body: (inout LogText) -> Void) {
    contain(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  mutating func array(_ body: (inout LogText) -> Void) {
    contain(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  mutating func key(_ key: String) {
    value(key)
    bytes.append(UInt8(ascii: ":"))
    isDue = false
  }

  mutating func value(_ value: Int) { raw(String(value).utf8) }

  mutating func null() { raw("null".utf8) }

  /// Writes a value that is JSON already.
  mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes += json
    isDue = true
  }

  mutating func value(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    isDue = true
  }

  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    self.value(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    self.value(value)
  }

  mutating func member(_ key: String, _ values: [String]) {
    self.key(key)
    array { text in for value in values { text.value(value) } }
  }

  private mutating func contain(_ open: UInt8, _ close: UInt8, _ body: (inout LogText) -> Void) {
    separate()
    bytes.append(open)
    isDue = false
    body(&self)
    bytes.append(close)
    isDue = true
  }

  private mutating func separate() {
    if isDue { bytes.append(UInt8(ascii: ",")) }
    isDue = false
  }
}
