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
    let shown = shown(to: .people)
    let cells = PrintedCells(of: self, columns: shown)
    let all = shown.enumerated().map { TextColumn(self.columns[$1], at: $1, $0, of: cells) }
    let (columns, legend) = layout(all, in: width)
    var lines = TextLines(of: cells)
    lines.append(visible(title))
    lines.append("")
    for block in blocks(of: columns, within: width) {
      lines.append(block)
      lines.append("")
    }
    for line in legend + notes.map(visible) {
      for line in wrapped(line, to: width ?? .max) { lines.append(line) }
    }
    return lines.text
  }

  /// The columns, as readable as fits.
  ///
  /// Whole, else with narrower texts, else without columns that can be missed, else with numbers for
  /// headings and a legend; what still does not fit is left for blocks.
  private func layout(
    _ columns: [TextColumn], in width: Int?
  ) -> (columns: [TextColumn], legend: [String]) {
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
