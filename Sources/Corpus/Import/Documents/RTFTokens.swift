/// Cuts RTF into groups, control words and bytes of text (RTF 1.9.1, "RTF Syntax").
struct RTFTokens {
  enum Token {
    case begin
    case end
    /// A control word or sign, and its number if it has one.
    case control(name: String, number: Int?)
    /// A byte of text, written as it is or as `\'xx`.
    case byte(UInt8)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"): return .begin
      case UInt8(ascii: "}"): return .end
      case UInt8(ascii: "\\"): return readControl()
      case 0x0A, 0x0D, 0: continue
      default: return .byte(byte)
      }
    }
    return nil
  }

  /// Goes past bytes that are no RTF, after `\bin`.
  mutating func skip(_ count: Int) {
    index = min(bytes.count, index + max(0, min(count, bytes.count)))
  }

  private mutating func readControl() -> Token? {
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, index - start < 32, Self.isLetter(bytes[index]) { index += 1 }
    guard index > start else {
      index += 1
      return readSign(bytes[start])
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    var number: Int?
    let isNegative = index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-")
    var digit = index + (isNegative ? 1 : 0)
    while digit < bytes.count, bytes[digit] &- 0x30 < 10 {
      number = min((number ?? 0) * 10 + Int(bytes[digit] &- 0x30), 1 << 31)
      digit += 1
    }
    if let value = number {
      index = digit
      if isNegative { number = -value }
    }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return .control(name: name, number: number)
  }

  private mutating func readSign(_ sign: UInt8) -> Token {
    if sign == UInt8(ascii: "'") {
      guard index + 1 < bytes.count, let high = Self.digit(bytes[index]),
        let low = Self.digit(bytes[index + 1])
      else { return .control(name: "'", number: nil) }
      index += 2
      return .byte(high << 4 | low)
    }
    if sign == 0x0A || sign == 0x0D { return .control(name: "par", number: nil) }
    return .control(name: String(Unicode.Scalar(sign)), number: nil)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
