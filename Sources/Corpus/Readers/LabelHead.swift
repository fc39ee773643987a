/// The head of a line that may begin a turn: a label, a colon, perhaps a time stamp.
struct LabelHead {
  /// The longest label, in code points.
  static let longest = 63

  /// The label without `#`, `@`, blanks and colon.
  let label: Range<Int>
  /// Whether a `#` or `@` stands before the label.
  let isMarked: Bool
  let time: Int?
  /// Where the words begin.
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
    let isMarked = text[cursor] == UInt8(ascii: "#") || text[cursor] == UInt8(ascii: "@")
    if isMarked { cursor += 1 }
    let labelStart = cursor
    var labelEnd: Int?
    var length = 0
    while true {
      guard cursor < end, length <= Self.longest + 16 else { return nil }
      let byte = text[cursor]
      if byte == UInt8(ascii: ":") { break }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "("), labelEnd == nil,
        let stamp = TimeStamp(text, at: cursor, end: end)
      {
        time = stamp.milliseconds
        labelEnd = cursor
        cursor = skipBlanks(text, from: stamp.end, to: end)
        guard cursor < end, text[cursor] == UInt8(ascii: ":") else { return nil }
        break
      }
      if byte & 0xC0 != 0x80 { length += 1 }
      cursor += 1
    }
    let colon = cursor
    let label = labelStart..<trimBlanks(text, from: labelStart, to: labelEnd ?? colon)
    guard !label.isEmpty, text[labelStart] != 0x20, text[labelStart] != 0x09 else { return nil }
    // 17:30 and 1:12 are times of day and matches, never labels.
    var count = 0
    var digits = 0
    for index in label {
      if text[index] & 0xC0 != 0x80 { count += 1 }
      if text[index] &- 0x30 < 10 { digits += 1 }
    }
    if digits == label.count, colon + 1 < end, text[colon + 1] &- 0x30 < 10 { return nil }
    guard count <= Self.longest else { return nil }
    cursor = skipBlanks(text, from: colon + 1, to: end)
    if let stamp = TimeStamp(text, at: cursor, end: end) {
      time = time ?? stamp.milliseconds
      cursor = skipBlanks(text, from: stamp.end, to: end)
    }
    self.label = label
    self.isMarked = isMarked
    self.time = time
    textStart = cursor
  }
}
