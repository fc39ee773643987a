public import CodingEngine

extension Table {
  /// Who did what, and when: a row for each line of the log.
  ///
  /// - Parameters:
  ///   - lines: In the order in which they hold.
  ///   - language: Of the headings.
  /// - Returns: The table.
  public static func log(_ lines: [LogHistoryLine], in language: Language) -> Table {
    Table(
      shape: "log", title: "Log", language: language,
      columns: [
        Column("n", "n", .number), Column("at", language.say(.when), .text),
        Column("coder", language.say(.who), .text), Column("command", language.say(.what), .text),
        Column("undone", language.say(.takenBack), .text),
      ],
      rows: lines.map { line in
        Row([
          .count(line.n), .text(line.at), .text(line.coder), .text(line.command),
          line.isUndone ? .label(.yes) : .blank,
        ])
      }, notes: [])
  }

  /// Codings whose words changed, each with its words before and after, to fill in where it stands.
  ///
  /// - Parameter rows: Id, place, code, coder, how surely it was found, the words before and now, and
  ///   the new place.
  /// - Returns: The table.
  public static func moved(_ rows: [[String]]) -> Table {
    let keys = ["id", "at", "code", "coder", "standing", "before", "now", "place"]
    return Table(
      shape: "moved", title: "Codings whose words changed", language: .en,
      columns: keys.map { Column($0, $0, .text) }, rows: rows.map { Row($0.map { .text($0) }) },
      notes: [])
  }

  /// Notes: a row for each.
  ///
  /// - Parameters:
  ///   - memos: In their order.
  ///   - book: The id of the study's codebook, which stands before no code for people.
  ///   - language: Of the headings.
  /// - Returns: The table.
  public static func memos(_ memos: [PlacedMemo], of book: String?, in language: Language) -> Table
  {
    let prefix = book.map { $0 + ":" } ?? ""
    return Table(
      shape: "memos", title: language.say(.notes), language: language,
      columns: [
        Column("at", language.say(.when), .text), Column("coder", language.say(.who), .text),
        Column("on", language.say(.on), .text, for: .people),
        Column("on", "on", .text, for: .programs), Column("memo", "memo", .text),
      ],
      rows: memos.map { memo in
        let place = memo.place.map {
          prefix.isEmpty ? $0 : $0.replacing(" " + prefix, with: " ").withoutPrefix(prefix)
        }
        return Row([
          .text(memo.memo.at), .text(memo.memo.coder),
          place.map { .text($0) } ?? .label(.codingTakenOff),
          memo.place.map { .text($0) } ?? .label(.codingTakenOff),
          memo.memo.text.map { .text($0) } ?? .label(.erased),
        ])
      }, notes: [])
  }
}

extension String {
  fileprivate func withoutPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
