extension Table {
  /// The table in aligned columns for a terminal or a plain text file, under its title and above
  /// its notes.
  ///
  /// What does not fit is wrapped (texts), numbered with a legend (headings that are values of the
  /// study) or carried on below (columns). Numbers are never cut.
  ///
  /// - Parameter width: Columns of the terminal; nil for as wide as it takes.
  /// - Returns: Lines that end in LF.
  public func text(width: Int? = nil) -> String {
    let (columns, legend) = layout(in: width)
    var lines = [visible(title), ""]
    for block in blocks(of: columns, within: width) {
      lines += TextColumn.lines(of: block, rows: rows.count) + [""]
    }
    for line in legend + notes.map(visible) { lines += wrapped(line, to: width ?? .max) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The columns, as readable as fits.
  ///
  /// Whole, else with narrower texts, else without columns that can be missed, else with numbers for
  /// headings and a legend; what still does not fit is left for blocks.
  private func layout(in width: Int?) -> (columns: [TextColumn], legend: [String]) {
    let columns = shown(to: .people).map { TextColumn(of: self, at: $0) }
    guard let width else { return (columns, []) }
    if let fitting = fitted(columns, to: width) { return (fitting, []) }
    var numbered = columns
    let legend = numberValues(&numbered)
    if let fitting = fitted(numbered, to: width) { return (fitting, legend) }
    numbered.removeAll(where: \.isOptional)
    for index in numbered.indices where numbered[index].isText {
      numbered[index].width = min(numbered[index].width, max(TextColumn.leastWidth, width / 2))
    }
    return (numbered, legend)
  }

  /// The columns with narrower texts, or without those that are optional; nil when neither fits.
  private func fitted(_ columns: [TextColumn], to width: Int) -> [TextColumn]? {
    [columns, columns.filter { !$0.isOptional }].lazy
      .map { self.shrinkTexts($0, to: width) }
      .first { TextColumn.width(of: $0) <= width }
  }

  /// Makes the widest column of text narrower until all columns fit, or none can give way.
  private func shrinkTexts(_ columns: [TextColumn], to width: Int) -> [TextColumn] {
    var columns = columns
    while TextColumn.width(of: columns) > width {
      let widest = columns.indices
        .filter { columns[$0].isText && columns[$0].width > columns[$0].floor }
        .max { columns[$0].width < columns[$1].width }
      guard let widest else { break }
      columns[widest].width -= 1
    }
    return columns
  }

  /// Puts numbers for the headings that are values, and says what they stand for.
  private func numberValues(_ columns: inout [TextColumn]) -> [String] {
    var legend: [String] = []
    for index in columns.indices where columns[index].isValue {
      let number = "[\(legend.count + 1)]"
      legend.append("\(number) \(columns[index].heading)")
      columns[index].heading = number
      columns[index].width = columns[index].naturalWidth
    }
    return legend
  }

  /// Cuts the columns into blocks that fit, each of which begins with the first column.
  private func blocks(of columns: [TextColumn], within width: Int?) -> [[TextColumn]] {
    guard let width, let first = columns.first else { return [columns] }
    var blocks: [[TextColumn]] = []
    var block = [first]
    for column in columns.dropFirst() {
      if block.count > 1, TextColumn.width(of: block + [column]) > width {
        blocks.append(block)
        block = [first]
      }
      block.append(column)
    }
    return blocks + [block]
  }
}

/// A column of a text table: what is printed in it, and how wide it is.
private struct TextColumn {
  static let gap = "  "
  /// Narrower than this no text is made to fit a terminal.
  static let leastWidth = 16

  var heading: String
  let cells: [String]
  /// Blanks before each cell.
  let indents: [Int]
  let isText: Bool
  let isValue: Bool
  let isOptional: Bool
  var width = 0
  /// A column of text is no narrower than this, so that no word is cut.
  private(set) var floor = 0

  init(of table: Table, at index: Int) {
    let column = table.columns[index]
    heading = visible(column.heading)
    cells = table.rows.map { visible($0.cells[index].printed(in: table.language)) }
    indents = table.rows.map { index == 0 ? $0.indent * 2 : 0 }
    isText = column.kind == .text
    isValue = column.isValue
    isOptional = column.isOptional
    width = naturalWidth
    guard isText else { return }
    let longest = zip(cells, indents).map { cell, indent in
      (cell.split(separator: " ").map { displayWidth(String($0)) }.max() ?? 0) + indent
    }
    floor = min(width, max(TextColumn.leastWidth, longest.max() ?? 0))
  }

  /// As wide as the widest cell, and the longest word of the heading.
  var naturalWidth: Int {
    let words = heading.split(separator: " ").map { displayWidth(String($0)) }
    return max(
      words.max() ?? 0, zip(cells, indents).map { displayWidth($0) + $1 }.max() ?? 0)
  }

  static func width(of columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap.count * max(0, columns.count - 1)
  }

  static func lines(of columns: [TextColumn], rows: Int) -> [String] {
    let headings = columns.map { wrapped($0.heading, to: $0.width) }
    let height = headings.map(\.count).max() ?? 0
    var lines = (0..<height).map { line in
      row(columns) { column in
        let missing = height - headings[column].count
        return line < missing ? "" : headings[column][line - missing]
      }
    }
    lines.append(columns.map { String(repeating: "─", count: $0.width) }.joined(separator: gap))
    for index in 0..<rows {
      let cells = columns.map { $0.lines(of: index) }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        lines.append(row(columns) { line < cells[$0].count ? cells[$0][line] : "" })
      }
    }
    return lines
  }

  /// A cell, wrapped where it is text, with its indent on every line.
  private func lines(of row: Int) -> [String] {
    guard isText else { return [cells[row]] }
    let indent = min(indents[row], max(0, width - 8))
    return wrapped(cells[row], to: width - indent).map {
      String(repeating: " ", count: indent) + $0
    }
  }

  private static func row(_ columns: [TextColumn], cell: (Int) -> String) -> String {
    var line: [UInt8] = []
    for (index, column) in columns.enumerated() {
      let text = cell(index)
      let width = max(0, column.width - displayWidth(text))
      let padding = repeatElement(UInt8(ascii: " "), count: width)
      if index > 0 { line.append(gap) }
      if !column.isText { line += padding }
      line.append(text)
      if column.isText { line += padding }
    }
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
