extension Table {
  /// What differs between two versions of a codebook, as people read it: texts and quotations under
  /// the names of their codes, `-` before what was and `+` before what is.
  ///
  /// - Returns: Lines of text, safe for a terminal.
  public func differenceText() -> String {
    var text = visible(title) + "\n"
    var last = ""
    for row in rows {
      let cells = row.cells.map { visible($0.printed(in: language)) }
      let speaker = cells[3].isEmpty ? "" : " \(cells[3])"
      let head = "\n\(cells[1].isEmpty ? "---" : cells[1]): \(cells[0])\n"
      if head != last { text += head }
      last = head
      text += "  \(cells[2])\(speaker)\n"
      for (sign, cell) in [("-", cells[4]), ("+", cells[5])] where !cell.isEmpty {
        text += "    \(sign) \(cell)\n"
      }
    }
    return text + "\n" + notes.map { visible($0) + "\n" }.joined()
  }
}
