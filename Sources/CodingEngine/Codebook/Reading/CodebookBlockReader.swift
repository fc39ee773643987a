import Corpus

/// Cuts the body of a codebook into headings, paragraphs and fields; comments fall out.
struct CodebookBlockReader {
  static let mostLevels = 6

  let path: String
  let lines: CodebookLines
  /// The line that is being read.
  var next: Int
  var blocks: [CodebookBlock] = []
  var diagnostics: [Diagnostic] = []

  /// Reads all lines from `first` on.
  static func read(
    _ lines: CodebookLines, from first: Int, path: String
  ) -> (blocks: [CodebookBlock], diagnostics: [Diagnostic]) {
    var reader = CodebookBlockReader(path: path, lines: lines, next: first)
    while reader.next < lines.count { reader.readBlock() }
    return (reader.blocks, reader.diagnostics)
  }

  /// Where the line that is being read is in the text.
  var line: Range<Int> { lines.ranges[next] }

  /// Reads the block at `next`, and moves on behind it.
  mutating func readBlock() {
    if lines.isBlank(line) {
      next += 1
    } else if isHeading {
      readHeading()
    } else if isItem(line) {
      readField()
    } else if isComment {
      readComment()
    } else {
      readParagraph()
    }
  }

  private var isHeading: Bool { lines.bytes[line].first == UInt8(ascii: "#") }

  /// Whether a hyphen and a blank stand at the head of a range, or a hyphen alone in it.
  func isItem(_ range: Range<Int>) -> Bool {
    let text = lines.bytes[range]
    return text.first == UInt8(ascii: "-")
      && (text.count == 1 || text[range.lowerBound + 1] == UInt8(ascii: " "))
  }

  private var isComment: Bool {
    lines.bytes[lines.firstInk(in: line)..<line.upperBound].starts(with: "<!--".utf8)
  }

  private mutating func readParagraph() {
    let position = position(line.lowerBound)
    var text: [UInt8] = []
    while next < lines.count {
      if lines.isBlank(line) || isHeading || isItem(line) || isComment { break }
      if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
      text += lines.bytes[line]
      next += 1
    }
    blocks.append(.paragraph(String(decoding: text, as: UTF8.self), position))
  }

  private mutating func readComment() {
    let open = lines.firstInk(in: line)
    let start = position(open)
    let end = Array("-->".utf8)
    var from = open + 4
    while next < lines.count {
      let text = lines.bytes[line]
      if let close = (from..<max(from, line.upperBound)).first(where: {
        text[$0...].starts(with: end)
      }) {
        let rest = lines.firstInk(in: close + end.count..<line.upperBound)
        if rest < line.upperBound {
          fail(
            position(rest), "nothing can follow a comment on its line",
            fix: "begin a new line after -->")
        }
        next += 1
        return
      }
      next += 1
      if next < lines.count { from = line.lowerBound }
    }
    fail(start, "this comment is never closed", fix: "write --> at its end")
  }

  private mutating func readHeading() {
    defer { next += 1 }
    let marks = line.prefix { lines.bytes[$0] == UInt8(ascii: "#") }
    let depth = marks.count
    if depth > Self.mostLevels {
      fail(
        position(line.lowerBound), "a heading has at most six #",
        fix: "move this code and those under it up")
    }
    let rest = marks.upperBound..<line.upperBound
    let start = lines.firstInk(in: rest)
    if !rest.isEmpty, start == rest.lowerBound {
      fail(
        position(start), "a blank is missing after the #",
        fix: "write \(String(repeating: "#", count: depth)) \(lines.string(rest))")
    }
    let text = PlacedText(lines.bytes[start..<rest.upperBound], at: position(start))
    let end = text.bytes.count
    let colon = text.bytes.indices.first { index in
      text.bytes[index] == UInt8(ascii: ":")
        && (index + 1 == end || text.sign(at: index + 1).sign == .blank)
    }
    let id = text.string(0..<(colon ?? 0))
    let title = text.string((colon.map { $0 + 1 } ?? 0)..<end)
    let isSound = checkHeading(id, title, colon, text, depth)
    blocks.append(
      .heading(
        CodeHeading(
          depth: depth, id: isSound ? CodeID(id) : nil, title: title,
          position: position(line.lowerBound), idPosition: position(start))))
  }

  /// Reports what is wrong with a heading.
  ///
  /// - Returns: Whether it has an id.
  private mutating func checkHeading(
    _ id: String, _ title: String, _ colon: Int?, _ text: PlacedText, _ depth: Int
  ) -> Bool {
    let marks = String(repeating: "#", count: depth)
    guard let colon else {
      let tight = text.bytes.firstIndex(of: UInt8(ascii: ":"))
      if let tight, CodeID.isWellFormed(text.string(0..<tight)) {
        let title = text.string(tight + 1..<text.bytes.count)
        fail(
          text.position(at: tight), "a blank is missing after this colon",
          fix: "write \(marks) \(text.string(0..<tight)): \(title)")
      } else {
        let example = CodeID.slug(of: title).map { "\($0): \(title)" } ?? "korte-lijnen: \(title)"
        fail(
          text.position(at: 0), "this heading has no id",
          fix: "write for example \(marks) \(title.isEmpty ? "zorg: Zorg" : example)")
      }
      return false
    }
    if title.isEmpty {
      fail(
        text.position(at: colon), "this heading has no title",
        fix: "write one after the colon, as in \(marks) \(id.isEmpty ? "zorg" : id): Zorg")
    }
    guard !CodeID.isWellFormed(id) else { return true }
    fail(
      text.position(at: 0), id.isEmpty ? "this heading has no id" : "\"\(id)\" is no id",
      fix: CodeID.advice(for: id))
    return false
  }

  // MARK: Common

  /// Where a byte of the line that is being read stands.
  func position(_ index: Int) -> FilePosition { lines.position(of: index, line: next) }

  mutating func fail(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}
