/// A time in a line of text: `[00:01:12]`, `(1:12)`, `#00:01:12-3#`, `00:01:12`,
/// `[00:00.000 --> 00:04.320]`, `00:01 - 00:04`.
struct LineTime {
  /// Milliseconds from the start of the recording.
  let start: Int
  /// Where a time span is given.
  let finish: Int?
  /// The index after it.
  let end: Int

  /// Reads the time at `index`; with `isBracketed` one without brackets is none.
  init?(_ text: borrowing Span<UInt8>, at index: Int, end limit: Int, isBracketed: Bool = false) {
    guard index < limit else { return nil }
    var close: UInt8?
    switch text[index] {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    case UInt8(ascii: "#"): close = UInt8(ascii: "#")
    case 0x30...0x39: if isBracketed { return nil }
    default: return nil
    }
    var cursor = close == nil ? index : skipBlanks(text, from: index + 1, to: limit)
    guard let first = CueTime(text, at: cursor, end: limit) else { return nil }
    cursor = first.end
    var start = first.milliseconds
    if close == UInt8(ascii: "#"), cursor + 1 < limit, text[cursor] == UInt8(ascii: "-"),
      text[cursor + 1] &- 0x30 < 10
    {
      start += Int(text[cursor + 1] &- 0x30) * 100
      cursor += 2
    }
    var finish: Int?
    if let second = Self.second(text, from: cursor, end: limit) {
      finish = second.milliseconds
      cursor = second.end
    }
    if let close {
      cursor = skipBlanks(text, from: cursor, to: limit)
      guard cursor < limit, text[cursor] == close else { return nil }
      cursor += 1
    } else if cursor < limit, text[cursor] != 0x20, text[cursor] != 0x09 {
      return nil
    }
    self.start = start
    self.finish = finish
    end = cursor
  }

  /// The second time of a span, behind a dash or an arrow.
  private static func second(
    _ text: borrowing Span<UInt8>, from index: Int, end: Int
  ) -> CueTime? {
    var cursor = skipBlanks(text, from: index, to: end)
    let first = cursor
    while cursor < end, text[cursor] == UInt8(ascii: "-") || text[cursor] == UInt8(ascii: ">") {
      cursor += 1
    }
    if cursor == first, cursor + 2 < end, text[cursor] == 0xE2, text[cursor + 1] == 0x80 {
      cursor += 3
    }
    guard cursor > first else { return nil }
    return CueTime(text, at: skipBlanks(text, from: cursor, to: end), end: end)
  }
}

extension Span<UInt8> {
  /// The bytes of a range.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return bytes
  }

  /// Whether a colon stands in a range.
  func hasColon(_ range: Range<Int>) -> Bool {
    for index in range where self[index] == UInt8(ascii: ":") { return true }
    return false
  }

  /// Whether an opening bracket stands among the first `count` bytes of a range.
  func hasBracket(_ range: Range<Int>, _ count: Int) -> Bool {
    for index in range.prefix(count) where self[index] == 0x5B || self[index] == 0x28 {
      return true
    }
    return false
  }

  /// Where the words behind `word` begin, when a range begins with it.
  func firstWord(_ word: String, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    for byte in word.utf8 {
      guard index < range.upperBound, self[index] == byte else { return nil }
      index += 1
    }
    return skipBlanks(self, from: index, to: range.upperBound)
  }

  /// Where `word` first stands in a range.
  func index(of word: String, in range: Range<Int>) -> Int? {
    let count = word.utf8.count
    guard range.count >= count else { return nil }
    for start in range.lowerBound...(range.upperBound - count) {
      var isSame = true
      for (offset, byte) in word.utf8.enumerated() where self[start + offset] != byte {
        isSame = false
        break
      }
      if isSame { return start }
    }
    return nil
  }
}
