extension LogCursor {
  /// The text between quotes with its escapes resolved.
  ///
  /// - Throws: When an escape is none, or the text is not UTF-8.
  func unescaped(_ range: Range<Int>) throws(LogSyntaxFault) -> String {
    let end = endOfPlainText(bytes.span, from: range.lowerBound, to: range.upperBound)
    let isPlain = end == range.upperBound
    let text = isPlain ? String(validating: bytes[range], as: UTF8.self) : nil
    if let text { return text }
    let unescaped = try resolved(range)
    guard let text = String(validating: unescaped, as: UTF8.self) else {
      throw LogSyntaxFault(message: "this text is not UTF-8", offset: range.lowerBound)
    }
    return text
  }

  private func resolved(_ range: Range<Int>) throws(LogSyntaxFault) -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let sign = bytes[index + 1]
      if sign == UInt8(ascii: "u") {
        let (scalar, next) = try scalar(at: index, to: range.upperBound)
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        index = next
        continue
      }
      guard let byte = Self.escapes[sign] else {
        throw LogSyntaxFault(message: "nothing is escaped so", offset: index)
      }
      result.append(byte)
      index += 2
    }
    return result
  }

  /// The scalar of a `\u` escape, or of two that are halves of one, and where they end.
  private func scalar(
    at index: Int, to end: Int
  ) throws(LogSyntaxFault) -> (Unicode.Scalar, Int) {
    func unit(_ index: Int) -> UInt32? {
      guard index + 6 <= end, bytes[index] == 0x5C, bytes[index + 1] == UInt8(ascii: "u") else {
        return nil
      }
      let digits = bytes[index + 2..<index + 6]
      guard digits.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }) else { return nil }
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
    if let first = unit(index) {
      if let scalar = Unicode.Scalar(first) { return (scalar, index + 6) }
      if first < 0xDC00, let second = unit(index + 6), (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return (scalar, index + 12)
      }
    }
    throw LogSyntaxFault(message: "an escape that stands for no sign", offset: index)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]
}
