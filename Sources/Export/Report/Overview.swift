extension Report {
  /// What a researcher wants to know first, for a terminal.
  ///
  /// - Parameters:
  ///   - folder: Where the files of the report are.
  ///   - files: Their names, the document first.
  ///   - width: Columns of the terminal; nil for lines of any length.
  /// - Returns: Lines that end in LF.
  public func overview(folder: String, files: [String], width: Int? = nil) -> String {
    let lines = [title, ""] + summary
    let document = files.first.map { ", \(language.say(.startReading)) \(folder)/\($0)" } ?? ""
    let parts = [
      lines,
      mostUsed.text(width: width).utf8.split(separator: 0x0A).map { String(Substring($0)) },
      attention.isEmpty ? [] : [language.say(.attention)] + attention.map { "- \($0)" },
      [language.say(.filesIn(folder, files.count)) + document],
    ]
    return parts.filter { !$0.isEmpty }.map { part in
      part.flatMap { wrapped(visible($0), to: width ?? .max) }.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }
}

extension Talk {
  /// The rows of the frequencies of the codes with the most places of their own.
  func mostUsed(_ limit: Int, of table: Table, in language: Language) -> Table {
    let ranked = zip(codes, table.rows).filter { !places.own[$0.0].isEmpty }
      .sorted {
        (places.own[$1.0].count, $0.0) < (places.own[$0.0].count, $1.0)
      }
    return Table(
      shape: table.shape, title: language.say(.mostUsed), language: language,
      columns: table.columns, rows: ranked.prefix(limit).map { Table.Row($0.1.cells) },
      notes: table.notes)
  }
}
