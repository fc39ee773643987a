/// The lines of a document from elsewhere, with their heads.
struct TextLines {
  /// A line with something on it.
  struct Line {
    /// Without the blanks at its ends and a time at its end: UTF-8 byte offsets.
    var words: Range<Int>
    /// Whether a blank line, or nothing, stands before it.
    let beginsParagraph: Bool
    /// The head's index in `heads`; -1 for a line without head.
    var head = -1
    /// A time at its end, in milliseconds.
    var end: Int?
  }

  private(set) var lines: [Line] = []
  private(set) var heads: [(head: LineHead, label: Int)] = []
  private(set) var census = LabelCensus()
  private(set) var title: String?
  private(set) var losses: [ImportLoss] = []
  /// Whether lines are cut at a margin, so that a line end is no more than a blank.
  private(set) var isWrapped = false

  private let boldLengths: [Int: Int]
  private var isFirst = true
  /// Lines that go on with the one before: how many, and how many of those before fill a line.
  private var following = 0
  private var full = 0

  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - text: UTF-8 with LF line ends.
  ///   - boldLengths: How many bytes are bold, by the offset of the line that begins so.
  ///   - mayBeWrapped: Whether lines may be cut at a margin.
  init(_ text: borrowing Span<UInt8>, boldLengths: [Int: Int] = [:], mayBeWrapped: Bool) {
    self.boldLengths = boldLengths
    let frame = ServiceFrame(text)
    losses.add(frame.lines, "line of the service's own", "lines of the service's own")
    var beginsParagraph = true
    var index = frame.body.lowerBound
    while index < frame.body.upperBound {
      var end = index
      while end < frame.body.upperBound, text[end] != 0x0A { end += 1 }
      let range = text.trimmed(index..<end)
      if range.isEmpty || frame.skips(index) {
        beginsParagraph = true
      } else if append(text, range, lineStart: index, beginsParagraph: beginsParagraph) {
        beginsParagraph = false
      } else {
        beginsParagraph = true
      }
      index = end + 1
    }
    isWrapped = mayBeWrapped && following > 1 && full * 10 >= following * 8
  }

  /// Adds a line; false when it is none of talk.
  private mutating func append(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, lineStart: Int, beginsParagraph: Bool
  ) -> Bool {
    if let heading = heading(text, range) {
      if title == nil, heads.isEmpty { title = heading } else { losses.add(1, "heading") }
      return false
    }
    if isRule(text, range) { return false }
    var line = Line(words: range, beginsParagraph: beginsParagraph)
    takeTimeAtEnd(text, &line)
    if line.words.isEmpty, let last = lines.indices.last {
      lines[last].end = line.end
      return true
    }
    let bold = boldLengths[lineStart] ?? 0
    if let head = LineHead(text, line.words, boldLength: bold) {
      if head.hasNumber { losses.add(1, "number of a turn", "numbers of turns") }
      line.head = heads.count
      let label =
        head.shape == .timeOnly
        ? -1
        : census.count(
          text, head.label, shape: head.shape, beginsParagraph: beginsParagraph,
          line: range.lowerBound)
      heads.append((head, label))
    } else {
      census.countPlain(beginsParagraph: beginsParagraph)
    }
    if line.head < 0, !beginsParagraph, let last = lines.last {
      following += 1
      if (46...140).contains(last.words.count) { full += 1 }
    }
    lines.append(line)
    return true
  }

  /// The words of a Markdown heading.
  private func heading(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
    var cursor = range.lowerBound
    while cursor < range.upperBound, text[cursor] == UInt8(ascii: "#") { cursor += 1 }
    guard (1...6).contains(cursor - range.lowerBound), cursor < range.upperBound,
      text[cursor] == 0x20
    else { return nil }
    return string(text, text.trimmed(cursor..<range.upperBound))
  }

  /// Whether a line is made of dashes, stars or the like only.
  private func isRule(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    let sign = text[range.lowerBound]
    guard range.count > 2, [0x2D, 0x2A, 0x5F, 0x3D].contains(sign) else { return false }
    for index in range where text[index] != sign && text[index] != 0x20 { return false }
    return true
  }

  /// Takes a time such as `#00:01:12-3#` off the end of a line.
  private func takeTimeAtEnd(_ text: borrowing Span<UInt8>, _ line: inout Line) {
    guard text[line.words.upperBound - 1] == UInt8(ascii: "#"), line.words.count > 5 else { return }
    var first = line.words.upperBound - 2
    let least = max(line.words.lowerBound, first - 16)
    while first > least, text[first] != UInt8(ascii: "#") { first -= 1 }
    guard let stamp = LineTime(text, at: first, end: line.words.upperBound),
      stamp.end == line.words.upperBound
    else { return }
    // Alone at the start of a line it is the line's own time.
    if first == line.words.lowerBound, line.beginsParagraph { return }
    line.end = stamp.start
    line.words = text.trimmed(line.words.lowerBound..<first)
  }
}
