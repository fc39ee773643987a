/// A column of a text table: what is printed in it, and how wide it is.
struct TextColumn {
  /// Blanks between two columns.
  static let gap = 2
  /// Narrower than this no text is made to fit a terminal.
  static let leastWidth = 16

  var heading: String
  let isText: Bool
  let isValue: Bool
  let isOptional: Bool
  /// Whether the cells of some rows stand further in than those of others.
  let isIndented: Bool
  var width = 0
  /// A column of text is no narrower than this, so that no word is cut.
  private(set) var floor = 0

  /// The cells, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// How wide each cell is.
  private(set) var widths: [Int] = []
  /// The widest cell with its indent.
  private var widest = 0

  init(of table: Table, at index: Int) {
    let column = table.columns[index]
    heading = visible(column.heading)
    isText = column.kind == .text
    isValue = column.isValue
    isOptional = column.isOptional
    isIndented = index == 0
    ends.reserveCapacity(table.rows.count)
    widths.reserveCapacity(table.rows.count)
    var longest = 0
    for row in table.rows {
      append(row.cells[index], in: table.language)
      let indent = isIndented ? row.indent * 2 : 0
      widest = max(widest, widths[widths.count - 1] + indent)
      if isText { longest = max(longest, longestWord(of: self[ends.count - 1]) + indent) }
    }
    width = naturalWidth
    if isText { floor = min(width, max(TextColumn.leastWidth, longest)) }
  }

  private mutating func append(_ cell: Table.Cell, in language: Language) {
    let start = bytes.count
    switch cell {
    case .text(let text): bytes.append(visible(text))
    case .label(let phrase): bytes.append(visible(language.say(phrase)))
    default: cell.append(in: language, to: &bytes)
    }
    ends.append(bytes.count)
    let isASCII = bytes.span.extracting(start...).isASCII
    widths.append(isASCII ? bytes.count - start : displayWidth(self[ends.count - 1]))
  }

  /// The cell of a row.
  subscript(row: Int) -> String { String(decoding: bytes[range(of: row)], as: UTF8.self) }

  private func range(of row: Int) -> Range<Int> { (row > 0 ? ends[row - 1] : 0)..<ends[row] }

  /// Appends the cell of a row.
  func append(_ row: Int, to text: inout [UInt8]) {
    text.append(bytes.span.extracting(range(of: row)))
  }

  /// As wide as the widest cell, and the longest word of the heading.
  var naturalWidth: Int { max(longestWord(of: heading), widest) }

  private func longestWord(of text: String) -> Int {
    text.split(separator: " ").reduce(0) { max($0, displayWidth(String($1))) }
  }

  static func width(of columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
  }
}

extension Span<UInt8> {
  fileprivate var isASCII: Bool {
    for index in indices where self[index] >= 0x80 { return false }
    return true
  }
}
