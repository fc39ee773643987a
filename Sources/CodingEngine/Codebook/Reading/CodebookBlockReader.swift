import Corpus

/// Cuts the body of a codebook into headings, paragraphs and fields; comments fall out.
struct CodebookBlockReader {
  static let mostLevels = 6

  let path: String
  let lines: [[Unicode.Scalar]]
  var next: Int
  var blocks: [CodebookBlock] = []
  var diagnostics: [Diagnostic] = []

  /// Reads all lines from `first` on, an index into `lines`.
  static func read(
    _ lines: [[Unicode.Scalar]], from first: Int, path: String
  ) -> (blocks: [CodebookBlock], diagnostics: [Diagnostic]) {
    var reader = CodebookBlockReader(path: path, lines: lines, next: first)
    while reader.next < lines.count { reader.readBlock() }
    return (reader.blocks, reader.diagnostics)
  }

  /// Reads the block at `next`, and moves on behind it.
  mutating func readBlock() {
    let line = lines[next]
    if line.allSatisfy(\.isBlank) {
      next += 1
    } else if line[0] == "#" {
      readHeading()
    } else if Self.isField(line) {
      readField()
    } else if Self.isComment(line) {
      readComment()
    } else {
      readParagraph()
    }
  }

  private static func isField(_ line: [Unicode.Scalar]) -> Bool {
    line.starts(with: ["-", " "]) || line == ["-"]
  }

  private static func isComment(_ line: [Unicode.Scalar]) -> Bool {
    line.drop(while: \.isBlank).starts(with: "<!--".unicodeScalars)
  }

  private mutating func readParagraph() {
    let position = position(0)
    var text: [Unicode.Scalar] = []
    while next < lines.count {
      let line = lines[next]
      if line.allSatisfy(\.isBlank) || line[0] == "#" { break }
      if Self.isField(line) || Self.isComment(line) { break }
      if !text.isEmpty { text.append("\n") }
      text += line
      next += 1
    }
    blocks.append(.paragraph(String(scalars: text), position))
  }

  private mutating func readComment() {
    let start = position(lines[next].firstIndex { $0 == "<" } ?? 0)
    let end = Array("-->".unicodeScalars)
    var from = start.column + 3
    while next < lines.count {
      let line = lines[next]
      var index = from
      while index + end.count <= line.count, !line[index...].starts(with: end) { index += 1 }
      if index + end.count <= line.count {
        if let rest = line[(index + end.count)...].firstIndex(where: { !$0.isBlank }) {
          fail(
            position(rest), "nothing can follow a comment on its line",
            fix: "begin a new line after -->")
        }
        next += 1
        return
      }
      next += 1
      from = 0
    }
    fail(start, "this comment is never closed", fix: "write --> at its end")
  }

  private mutating func readHeading() {
    let line = lines[next]
    let depth = line.prefix { $0 == "#" }.count
    defer { next += 1 }
    if depth > Self.mostLevels {
      fail(
        position(0), "a heading has at most six #", fix: "move this code and those under it up")
    }
    if depth < line.count, !line[depth].isBlank {
      let text = String(scalars: line[depth...])
      fail(
        position(depth), "a blank is missing after the #",
        fix: "write \(String(repeating: "#", count: depth)) \(text)")
    }
    let start = line[depth...].firstIndex { !$0.isBlank } ?? line.count
    let text = PlacedText(line[start...], at: position(start))
    let colon = text.scalars.indices.first { index in
      text.scalars[index] == ":"
        && (index + 1 == text.scalars.count || text.scalars[index + 1].isBlank)
    }
    let id = text.string(0..<(colon ?? 0))
    let title = text.string((colon.map { $0 + 1 } ?? 0)..<text.scalars.count)
    let isSound = checkHeading(id, title, colon, text, depth)
    blocks.append(
      .heading(
        CodeHeading(
          depth: depth, id: isSound ? CodeID(id) : nil, title: title, position: position(0),
          idPosition: position(start))))
  }

  /// Reports what is wrong with a heading.
  ///
  /// - Returns: Whether it has an id.
  private mutating func checkHeading(
    _ id: String, _ title: String, _ colon: Int?, _ text: PlacedText, _ depth: Int
  ) -> Bool {
    let marks = String(repeating: "#", count: depth)
    guard let colon else {
      let tight = text.scalars.firstIndex(of: ":")
      if let tight, CodeID.isWellFormed(text.string(0..<tight)) {
        let title = text.string(tight + 1..<text.scalars.count)
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

  /// The place of a code point in the line that is being read.
  func position(_ index: Int) -> FilePosition {
    FilePosition(line: next + 1, column: index + 1)
  }

  mutating func fail(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}
