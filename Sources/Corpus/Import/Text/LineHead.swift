/// The head of a line of a document from elsewhere: who speaks, and when.
struct LineHead {
  /// How sure it is that the label is one.
  enum Shape {
    /// `Name: words`, which sentences have too.
    case colon
    /// `#Name:`, `**Name:**`, a bold label.
    case marked
    /// `Name  00:13` on a line of its own, `[00:13] Name:` and what only services write.
    case certain
    /// No label, but a time.
    case timeOnly
  }

  var shape: Shape
  /// A range of the text, blanks taken off; empty for a time alone.
  var label: Range<Int>
  var start: Int?
  var end: Int?
  /// Where the words begin.
  var textStart: Int
  /// Whether a number of the turn, such as `[T001]`, stands before it.
  var hasNumber = false

  /// Reads the head of the line `range`; nil when it has none.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - range: The line.
  ///   - boldLength: How many bytes at its start are bold.
  init?(_ text: borrowing Span<UInt8>, _ range: Range<Int>, boldLength: Int = 0) {
    let line = text.trimmed(range)
    guard !line.isEmpty else { return nil }
    shape = .colon
    label = line.lowerBound..<line.lowerBound
    textStart = line.lowerBound
    var cursor = line.lowerBound
    if let stamp = LineTime(text, at: cursor, end: line.upperBound) {
      (start, end) = (stamp.start, stamp.finish)
      cursor = skipBlanks(text, from: stamp.end, to: line.upperBound)
    }
    let rest = cursor..<line.upperBound
    let isFound =
      readBracketed(text, rest) || readBold(text, rest, boldLength: boldLength)
      || readChat(text, rest) || readColon(text, rest) || readTimed(text, rest)
    if isFound {
      readTimeAfter(text, line.upperBound)
      return
    }
    guard start != nil else { return nil }
    shape = .timeOnly
    textStart = cursor
  }

  // MARK: Shapes

  /// `[T001] Participant 1: words` and `[id1] words`.
  private mutating func readBracketed(_ text: borrowing Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard let first = rest.first, text[first] == UInt8(ascii: "[") else { return false }
    var close = first + 1
    var digits = 0
    while close < rest.upperBound, close - first < 24, text[close] != UInt8(ascii: "]") {
      let byte = text[close]
      if byte &- 0x30 < 10 { digits += 1 }
      guard
        asciiClass(byte) == .letter || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: "-")
      else { return false }
      close += 1
    }
    guard close < rest.upperBound, text[close] == UInt8(ascii: "]"), digits > 0 else {
      return false
    }
    let after = skipBlanks(text, from: close + 1, to: rest.upperBound)
    guard after > close + 1 || after == rest.upperBound else { return false }
    if readColon(text, after..<rest.upperBound) {
      hasNumber = true
      return true
    }
    shape = .marked
    label = (first + 1)..<close
    textStart = after
    return true
  }

  /// `**Name:** words`, `**Name** [00:01:12] words`, and a label that is set in bold.
  private mutating func readBold(
    _ text: borrowing Span<UInt8>, _ rest: Range<Int>, boldLength: Int
  ) -> Bool {
    var inner = rest.lowerBound..<rest.lowerBound
    var cursor = rest.lowerBound
    if boldLength > 0 {
      inner = text.trimmed(rest.lowerBound..<min(rest.lowerBound + boldLength, rest.upperBound))
      cursor = inner.upperBound
      if inner.upperBound == rest.upperBound { return false }
    } else {
      guard let width = Self.boldMark(text, rest.lowerBound, rest.upperBound) else { return false }
      cursor = rest.lowerBound + width
      let first = cursor
      while cursor + width <= rest.upperBound,
        Self.boldMark(text, cursor, rest.upperBound) != width
      {
        cursor += 1
        if cursor - first > LabelHead.longest * 4 { return false }
      }
      guard cursor + width <= rest.upperBound else { return false }
      inner = text.trimmed(first..<cursor)
      cursor += width
    }
    guard !inner.isEmpty else { return false }
    var hasColon = text[inner.upperBound - 1] == UInt8(ascii: ":")
    if hasColon { inner = text.trimmed(inner.lowerBound..<(inner.upperBound - 1)) }
    cursor = skipBlanks(text, from: cursor, to: rest.upperBound)
    if !hasColon, cursor < rest.upperBound, text[cursor] == UInt8(ascii: ":") {
      hasColon = true
      cursor = skipBlanks(text, from: cursor + 1, to: rest.upperBound)
    }
    let hasTime = LineTime(text, at: cursor, end: rest.upperBound, isBracketed: true) != nil
    guard !inner.isEmpty, inner.count <= LabelHead.longest * 4,
      hasColon || hasTime || boldLength > 0,
      !text.hasColon(inner)
    else { return false }
    shape = .marked
    label = inner
    textStart = cursor
    return hasColon || hasTime || NameShape.isName(text.bytes(inner))
  }

  private static func boldMark(_ text: borrowing Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    guard index + 1 < end else { return nil }
    let byte = text[index]
    guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_"), text[index + 1] == byte else {
      return nil
    }
    return 2
  }

  /// What Zoom saves of a chat: `12:01:33⇥Name:⇥words`, `12:01:33 From Name to Everyone: words`.
  private mutating func readChat(_ text: borrowing Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard start != nil, let words = text.firstWord("From ", rest) else { return false }
    var colon = words
    while colon < rest.upperBound, text[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < rest.upperBound else { return false }
    var name = text.trimmed(words..<colon)
    for word in [" to ", " To ", " naar "] {
      if let cut = text.index(of: word, in: name) { name = text.trimmed(name.lowerBound..<cut) }
    }
    guard !name.isEmpty, name.count <= LabelHead.longest * 4 else { return false }
    shape = .certain
    label = name
    textStart = skipBlanks(text, from: colon + 1, to: rest.upperBound)
    return true
  }

  /// `Name: words`, `#Name:`, `@Name:`, `Name [00:01:12]: words`.
  private mutating func readColon(_ text: borrowing Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard !rest.isEmpty, let head = LabelHead(text, line: rest.lowerBound, end: rest.upperBound)
    else { return false }
    shape = head.isMarked ? .marked : .colon
    label = head.label
    start = start ?? head.time
    textStart = head.textStart
    return true
  }

  /// `Name  00:13` on a line of its own, `Name [00:13] words`, `Speaker 1` alone.
  private mutating func readTimed(_ text: borrowing Span<UInt8>, _ rest: Range<Int>) -> Bool {
    guard !rest.isEmpty, rest.count <= LabelHead.longest * 4 + 24 || text.hasBracket(rest, 80)
    else {
      return false
    }
    if start != nil, rest.count <= LabelHead.longest, NameShape.isSpeaker(text.bytes(rest)) {
      return take(rest, rest.upperBound)
    }
    // A bracketed time behind the name.
    var index = rest.lowerBound
    let last = min(rest.upperBound, rest.lowerBound + 100)
    while index < last, text[index] != UInt8(ascii: "["), text[index] != UInt8(ascii: "(") {
      index += 1
    }
    if index < last, index > rest.lowerBound,
      let stamp = LineTime(text, at: index, end: rest.upperBound, isBracketed: true)
    {
      let name = text.trimmed(rest.lowerBound..<index)
      guard NameShape.isName(text.bytes(name)) else { return false }
      (start, end) = (stamp.start, stamp.finish)
      return take(name, skipBlanks(text, from: stamp.end, to: rest.upperBound))
    }
    // A bare time at the end of the line.
    guard text[rest.upperBound - 1] &- 0x30 < 10 else {
      guard NameShape.isSpeaker(text.bytes(rest)) else { return false }
      return take(rest, rest.upperBound)
    }
    var first = rest.upperBound
    while first > rest.lowerBound, text[first - 1] != 0x20, text[first - 1] != 0x09 { first -= 1 }
    let name = text.trimmed(rest.lowerBound..<first)
    guard !name.isEmpty, let time = CueTime(text, at: first, end: rest.upperBound),
      time.end == rest.upperBound
    else {
      guard NameShape.isSpeaker(text.bytes(rest)) else { return false }
      return take(rest, rest.upperBound)
    }
    let isWide = first - name.upperBound > 1 || text[first - 1] == 0x09
    guard isWide || NameShape.isName(text.bytes(name)), name.count <= LabelHead.longest * 4 else {
      return false
    }
    start = time.milliseconds
    return take(name, rest.upperBound)
  }

  private mutating func take(_ name: Range<Int>, _ textStart: Int) -> Bool {
    shape = .certain
    label = name
    self.textStart = textStart
    return true
  }

  /// A time in brackets right behind the label and its colon.
  private mutating func readTimeAfter(_ text: borrowing Span<UInt8>, _ end: Int) {
    guard let stamp = LineTime(text, at: textStart, end: end, isBracketed: true) else { return }
    start = start ?? stamp.start
    self.end = self.end ?? stamp.finish
    textStart = skipBlanks(text, from: stamp.end, to: end)
  }
}
