/// A column of a text table: how it is printed, and how wide.
struct TextColumn {
  /// Blanks between two columns.
  static let gap = 2
  /// Narrower than this no text is made to fit a terminal.
  static let leastWidth = 16

  /// Which of the printed columns it is.
  let number: Int
  var heading: String
  let isText: Bool
  let isValue: Bool
  let isOptional: Bool
  /// Whether the cells of some rows stand further in than those of others.
  let isIndented: Bool
  var width = 0
  /// A column of text is no narrower than this, so that no word is cut.
  let floor: Int
  /// The widest cell with its indent.
  private let widest: Int

  init(_ column: Table.Column, at index: Int, _ number: Int, of cells: PrintedCells) {
    self.number = number
    heading = visible(column.heading)
    isText = column.kind == .text
    isValue = column.isValue
    isOptional = column.isOptional
    isIndented = index == 0
    var (widest, longest) = (0, 0)
    for (row, indent) in cells.indents.enumerated() {
      let indent = isIndented ? indent : 0
      widest = max(widest, cells.width(row, number) + indent)
      if isText { longest = max(longest, longestWord(of: cells[row, number]) + indent) }
    }
    self.widest = widest
    let width = max(longestWord(of: heading), widest)
    floor = isText ? min(width, max(TextColumn.leastWidth, longest)) : 0
    self.width = width
  }

  /// As wide as the widest cell, and the longest word of the heading.
  var naturalWidth: Int { max(longestWord(of: heading), widest) }

  static func width(of columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
  }
}

private func longestWord(of text: String) -> Int {
  text.split(separator: " ").reduce(0) { max($0, displayWidth(String($1))) }
}
