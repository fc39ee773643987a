/// The head of a line that may begin a turn: a label, a colon, perhaps a time stamp.
struct LabelHead {
  /// The longest label, in code points.
  static let longest = 63

  /// The label without `#`, `@`, blanks and colon.
  let label: Range<Int>
  /// Whether a `#` or `@` stands before the label.
  let isMarked: Bool
  let time: Int?
  /// Where the words begin, or the line ends.
  let textStart: Int

  /// Reads the head of the line `start..<end`; nil when no colon ends a label of fitting length.
  init?(_ text: borrowing Span<UInt8>, line start: Int, end: Int) {
    var time: Int?
    var cursor = start
    if let stamp = TimeStamp(text, at: cursor, end: end) {
      time = stamp.milliseconds
      cursor = skipBlanks(text, from: stamp.end, to: end)
    }
    guard cursor < end else { return nil }
    let isMarked = Self.isMark(text[cursor])
    if isMarked { cursor += 1 }
    // A blank here is that of a heading, and so is a second #.
    guard cursor < end, !(isMarked && Self.isMark(text[cursor])),
      skipBlanks(text, from: cursor, to: end) == cursor,
      let label = Self.label(text, from: cursor, to: end)
    else { return nil }
    cursor = skipBlanks(text, from: label.upperBound, to: end)
    if let stamp = TimeStamp(text, at: cursor, end: end) {
      time = time ?? stamp.milliseconds
      cursor = skipBlanks(text, from: stamp.end, to: end)
    }
    guard cursor < end, text[cursor] == UInt8(ascii: ":"),
      !Self.isNoLabel(text, label, colon: cursor, end: end)
    else { return nil }
    cursor = skipBlanks(text, from: cursor + 1, to: end)
    if let stamp = TimeStamp(text, at: cursor, end: end) {
      time = time ?? stamp.milliseconds
      cursor = skipBlanks(text, from: stamp.end, to: end)
    }
    self.label = label
    self.isMarked = isMarked
    self.time = time
    textStart = cursor
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "@")
  }

  /// What stands before the next colon or time stamp, without the blanks at its end; nil when there
  /// is none, or when it is empty or too long.
  private static func label(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Range<Int>? {
    var cursor = start
    var length = 0
    var labelEnd = start
    while cursor < end {
      let byte = text[cursor]
      if isAsciiOfWords(byte) {
        length += 1
        guard length <= longest else { return nil }
        cursor += 1
        labelEnd = cursor
        continue
      }
      if byte == UInt8(ascii: ":") { return labelEnd > start ? start..<labelEnd : nil }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "("),
        TimeStamp(text, at: cursor, end: end) != nil
      {
        return labelEnd > start ? start..<labelEnd : nil
      }
      let next = skipBlanks(text, from: cursor, to: end)
      if next > cursor {
        for index in cursor..<next where text[index] & 0xC0 != 0x80 { length += 1 }
        cursor = next
        continue
      }
      if byte & 0xC0 != 0x80 { length += 1 }
      guard length <= longest else { return nil }
      cursor += 1
      while cursor < end, text[cursor] & 0xC0 == 0x80 { cursor += 1 }
      labelEnd = cursor
    }
    return nil
  }

  /// Whether the colon is that of a time (`17:30`, `Om 17:30`), a score or an address (`http://`).
  private static func isNoLabel(
    _ text: borrowing Span<UInt8>, _ label: Range<Int>, colon: Int, end: Int
  ) -> Bool {
    let next = colon + 1
    guard next < end else { return false }
    if text[next] == UInt8(ascii: "/"), next + 1 < end, text[next + 1] == UInt8(ascii: "/") {
      return true
    }
    guard label.upperBound == colon, isDigit(text[next]) else { return false }
    var first = label.upperBound
    while first > label.lowerBound, isDigit(text[first - 1]) { first -= 1 }
    if first == label.lowerBound { return true }
    var last = next
    while last < end, isDigit(text[last]) { last += 1 }
    let isHour = (1...2).contains(label.upperBound - first) && text[first - 1] == 0x20
    return isHour && last - next == 2
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
