/// The lines of a text table, as they are written.
struct TextLines {
  private let cells: PrintedCells
  private var bytes: [UInt8] = []
  /// Where the line at hand begins.
  private var start = 0

  /// Begins without lines; `cells` are those of the rows.
  init(of cells: PrintedCells) {
    self.cells = cells
  }

  /// All lines without empty ones at the end; each ends in LF.
  var text: String {
    let end = bytes.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self) + "\n"
  }

  mutating func append(_ line: String) {
    bytes.append(line)
    endLine()
  }

  /// Appends columns side by side: headings, a rule, and the rows.
  mutating func append(_ columns: [TextColumn]) {
    let headings = columns.map { wrapped($0.heading, to: $0.width) }
    let height = headings.reduce(0) { max($0, $1.count) }
    for line in 0..<height {
      for index in columns.indices {
        let missing = height - headings[index].count
        append(line < missing ? "" : headings[index][line - missing], in: columns, at: index)
      }
      endRow()
    }
    append(
      columns.map { String(repeating: "─", count: $0.width) }.joined(
        separator: String(repeating: " ", count: TextColumn.gap)))
    if columns.isEmpty { return }
    for row in cells.indents.indices { append(row, of: columns) }
  }

  /// Appends a row: one line, or as many as the cell takes that is broken most often.
  private mutating func append(_ row: Int, of columns: [TextColumn]) {
    let broken = columns.indices.map { cells.broken(row, in: columns, at: $0) }
    let height = broken.reduce(1) { max($0, $1?.count ?? 1) }
    for line in 0..<height {
      for index in columns.indices {
        if let lines = broken[index] {
          append(line < lines.count ? lines[line] : "", in: columns, at: index)
        } else if line > 0 {
          append("", in: columns, at: index)
        } else {
          append(row, in: columns, at: index)
        }
      }
      endRow()
    }
  }

  /// Appends a text in one of some columns.
  private mutating func append(_ text: String, in columns: [TextColumn], at index: Int) {
    let padding = max(0, columns[index].width - displayWidth(text))
    let isText = columns[index].isText
    appendBlanks((index > 0 ? TextColumn.gap : 0) + (isText ? 0 : padding))
    bytes.append(text)
    if isText { appendBlanks(padding) }
  }

  /// Appends the cell of a row that takes one line.
  private mutating func append(_ row: Int, in columns: [TextColumn], at index: Int) {
    let number = columns[index].number
    let indent = cells.indent(row, in: columns, at: index)
    let padding = max(0, columns[index].width - cells.width(row, number) - indent)
    let isText = columns[index].isText
    appendBlanks((index > 0 ? TextColumn.gap : 0) + (isText ? indent : padding))
    cells.append(row, number, to: &bytes)
    if isText { appendBlanks(padding) }
  }

  private mutating func appendBlanks(_ count: Int) {
    bytes.append(addingCapacity: count) { blanks in
      for _ in 0..<count { blanks.append(UInt8(ascii: " ")) }
    }
  }

  /// Ends a line without the blanks at its end.
  private mutating func endRow() {
    while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    endLine()
  }

  private mutating func endLine() {
    bytes.append(0x0A)
    start = bytes.count
  }
}

extension PrintedCells {
  /// How far a cell stands in.
  fileprivate func indent(_ row: Int, in columns: [TextColumn], at index: Int) -> Int {
    guard columns[index].isIndented, columns[index].isText else { return 0 }
    return min(indents[row], max(0, columns[index].width - 8))
  }

  /// The lines of a cell that does not fit on one, each with its indent; nil when it does.
  fileprivate func broken(_ row: Int, in columns: [TextColumn], at index: Int) -> [String]? {
    guard columns[index].isText else { return nil }
    let number = columns[index].number
    let indent = indent(row, in: columns, at: index)
    let width = columns[index].width - indent
    guard self.width(row, number) > width else { return nil }
    return wrapped(self[row, number], to: width).map { String(repeating: " ", count: indent) + $0 }
  }
}
