import Corpus

/// The file of a codebook as lines, so that it can be edited in place: what is not touched keeps its
/// bytes.
struct CodebookText {
  /// What stands between two headings.
  struct Section {
    let id: CodeID
    /// How many `#` the heading has.
    let depth: Int
    let heading: Int
    /// From the comments that stand right above the heading to those of the next one.
    let lines: Range<Int>
    /// In the order of the file, the heading first or after its comments; blank lines are in none.
    let pieces: [Piece]
  }

  /// Lines that belong together.
  struct Piece {
    enum Kind {
      case heading(CodeHeading)
      case paragraph
      case field(CodeField)
      case comment
    }

    let kind: Kind
    let lines: Range<Int>
  }

  /// Each with its line end, as written.
  private(set) var lines: [[UInt8]]
  private(set) var sections: [Section] = []
  /// The line end that the file begins with.
  let newline: [UInt8]

  var bytes: [UInt8] { Array(lines.joined()) }

  /// - Parameter bytes: Of a codebook without a fault.
  init(_ bytes: [UInt8]) {
    lines = Self.cut(bytes)
    let first = lines.first ?? []
    let ending = first.suffix(2).filter { $0 == 0x0A || $0 == 0x0D }
    newline = ending.isEmpty ? [0x0A] : Array(ending)
    read()
  }

  /// Puts lines in the place of others; each but the last of the file gets a line end.
  mutating func replace(_ range: Range<Int>, with new: [[UInt8]]) {
    lines.replaceSubrange(range, with: new)
    let touched = max(0, range.lowerBound - 1)..<min(lines.count - 1, range.lowerBound + new.count)
    for line in touched where !Self.isEnded(lines[line]) { lines[line] += newline }
    read()
  }

  /// Adds lines after one that holds text, with a line end each.
  mutating func insert(_ new: [String], at line: Int) {
    replace(line..<line, with: new.map { Array($0.utf8) + newline })
  }

  func isBlank(_ line: Int) -> Bool {
    lines[line].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  func index(of id: CodeID) -> Int? { sections.firstIndex { $0.id == id } }

  /// A section with those under it.
  func subtree(_ section: Int) -> Range<Int> {
    let rest = sections[(section + 1)...]
    let end = rest.firstIndex { $0.depth <= sections[section].depth } ?? sections.endIndex
    return section..<end
  }

  /// The lines of a section and of those under it.
  func lines(ofSubtree section: Int) -> Range<Int> {
    let last = subtree(section).upperBound - 1
    return sections[section].lines.lowerBound..<sections[last].lines.upperBound
  }

  /// Lines without the blank ones at their end.
  func withoutGap(_ range: Range<Int>) -> Range<Int> {
    let end = range.last { !isBlank($0) }.map { $0 + 1 } ?? range.lowerBound
    return range.lowerBound..<end
  }

  // MARK: Reading

  private static func isEnded(_ line: [UInt8]) -> Bool { line.last == 0x0A || line.last == 0x0D }

  private static func cut(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let isReturn = byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      guard byte == 0x0A || isReturn else { continue }
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }

  private mutating func read() {
    let decoded = CodebookLines(bytes, path: "")
    let head = CodebookHead(decoded, path: "")
    var reader = CodebookBlockReader(path: "", lines: decoded, next: head.lineCount)
    var pieces: [Piece] = []
    while reader.next < decoded.count {
      let (start, known) = (reader.next, reader.blocks.count)
      reader.readBlock()
      let range = start..<reader.next
      switch reader.blocks.dropFirst(known).first {
      case .heading(let heading): pieces.append(Piece(kind: .heading(heading), lines: range))
      case .paragraph: pieces.append(Piece(kind: .paragraph, lines: range))
      case .field(let field): pieces.append(Piece(kind: .field(field), lines: range))
      case nil where !isBlank(start): pieces.append(Piece(kind: .comment, lines: range))
      case nil: break
      }
    }
    sections = Self.sections(of: pieces, lineCount: lines.count)
  }

  private static func sections(of pieces: [Piece], lineCount: Int) -> [Section] {
    var starts: [(piece: Int, heading: CodeHeading, line: Int)] = []
    for (index, piece) in pieces.enumerated() {
      guard case .heading(let heading) = piece.kind else { continue }
      var first = index
      while first > 0, case .comment = pieces[first - 1].kind,
        pieces[first - 1].lines.upperBound == pieces[first].lines.lowerBound
      {
        first -= 1
      }
      starts.append((first, heading, piece.lines.lowerBound))
    }
    return starts.indices.map { index in
      let start = starts[index]
      let next = index + 1 < starts.count ? starts[index + 1].piece : pieces.count
      let end = next < pieces.count ? pieces[next].lines.lowerBound : lineCount
      return Section(
        id: start.heading.id ?? CodeID(""), depth: start.heading.depth, heading: start.line,
        lines: pieces[start.piece].lines.lowerBound..<end,
        pieces: Array(pieces[start.piece..<next]))
    }
  }
}

extension CodebookText.Piece {
  var field: CodeField? { if case .field(let field) = kind { field } else { nil } }

  var isParagraph: Bool { if case .paragraph = kind { true } else { false } }

  var isComment: Bool { if case .comment = kind { true } else { false } }

  var isHeading: Bool { if case .heading = kind { true } else { false } }
}
