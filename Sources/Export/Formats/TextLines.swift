/// The lines of a text table, as they are written.
struct TextLines {
  private var bytes: [UInt8] = []
  /// Where the line at hand begins.
  private var start = 0

  /// All lines without empty ones at the end; each ends in LF.
  var text: String {
    let end = bytes.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self) + "\n"
  }

  mutating func append(_ line: String) {
    bytes.append(line)
    endLine()
  }

  /// Appends columns side by side: headings, a rule, and the rows, whose first cells stand in by
  /// `indents`.
  mutating func append(_ columns: [TextColumn], indents: [Int]) {
    let headings = columns.map { wrapped($0.heading, to: $0.width) }
    let height = headings.reduce(0) { max($0, $1.count) }
    for line in 0..<height {
      for (index, column) in columns.enumerated() {
        let missing = height - headings[index].count
        append(line < missing ? "" : headings[index][line - missing], in: column, at: index)
      }
      endRow()
    }
    append(
      columns.map { String(repeating: "─", count: $0.width) }.joined(
        separator: String(repeating: " ", count: TextColumn.gap)))
    if columns.isEmpty { return }
    for (row, indent) in indents.enumerated() { append(row, of: columns, indent) }
  }

  /// Appends a row: one line, or as many as the cell takes that is broken most often.
  private mutating func append(_ row: Int, of columns: [TextColumn], _ indent: Int) {
    let broken = columns.map { $0.broken(row, indent) }
    let height = broken.reduce(1) { max($0, $1?.count ?? 1) }
    for line in 0..<height {
      for (index, column) in columns.enumerated() {
        if let lines = broken[index] {
          append(line < lines.count ? lines[line] : "", in: column, at: index)
        } else if line == 0 {
          append(row, in: column, at: index, column.indent(indent))
        } else {
          append("", in: column, at: index)
        }
      }
      endRow()
    }
  }

  /// Appends a text as a cell of the column at `index`.
  private mutating func append(_ text: String, in column: TextColumn, at index: Int) {
    let padding = max(0, column.width - displayWidth(text))
    appendBlanks((index > 0 ? TextColumn.gap : 0) + (column.isText ? 0 : padding))
    bytes.append(text)
    if column.isText { appendBlanks(padding) }
  }

  /// Appends the cell of a row that takes one line.
  private mutating func append(
    _ row: Int, in column: TextColumn, at index: Int, _ indent: Int
  ) {
    let padding = max(0, column.width - column.widths[row] - indent)
    appendBlanks((index > 0 ? TextColumn.gap : 0) + (column.isText ? indent : padding))
    column.append(row, to: &bytes)
    if column.isText { appendBlanks(padding) }
  }

  private mutating func appendBlanks(_ count: Int) {
    var rest = count
    while rest > 0 {
      bytes.append(UInt8(ascii: " "))
      rest -= 1
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

extension TextColumn {
  /// How far a cell stands in.
  fileprivate func indent(_ wanted: Int) -> Int {
    isText && isIndented ? min(wanted, max(0, width - 8)) : 0
  }

  /// The lines of a cell that does not fit on one, each with its indent; nil when it does.
  fileprivate func broken(_ row: Int, _ wanted: Int) -> [String]? {
    let indent = indent(wanted)
    guard isText, widths[row] > width - indent else { return nil }
    return wrapped(self[row], to: width - indent).map { String(repeating: " ", count: indent) + $0 }
  }
}
