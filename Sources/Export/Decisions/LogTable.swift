public import CodingEngine

extension Table {
  /// Who did what, and when: a row for each line of the log.
  public static func log(_ lines: [LogHistoryLine]) -> Table {
    Table(
      shape: "log", title: "Log", language: .en,
      columns: [
        Column("n", "n", .number), Column("at", "when", .text), Column("coder", "who", .text),
        Column("command", "what", .text), Column("undone", "taken back", .text),
      ],
      rows: lines.map { line in
        Row([
          .count(line.n), .text(line.at), .text(line.coder), .text(line.command),
          line.isUndone ? .text("yes") : .blank,
        ])
      }, notes: [])
  }

  /// Codings whose words changed, each with its words before and after, to fill in where it stands.
  ///
  /// - Parameter rows: Id, place, code, coder, the words before and now, and the new place.
  /// - Returns: The table.
  public static func lost(_ rows: [[String]]) -> Table {
    let keys = ["id", "at", "code", "coder", "before", "now", "place"]
    return Table(
      shape: "lost", title: "Uncertain and detached codings", language: .en,
      columns: keys.map { Column($0, $0, .text) }, rows: rows.map { Row($0.map { .text($0) }) },
      notes: [])
  }

  /// Notes: a row for each.
  public static func memos(_ memos: [PlacedMemo]) -> Table {
    Table(
      shape: "memos", title: "Memos", language: .en,
      columns: [
        Column("at", "when", .text), Column("coder", "who", .text), Column("on", "on", .text),
        Column("memo", "memo", .text),
      ],
      rows: memos.map { memo in
        Row([
          .text(memo.memo.at), .text(memo.memo.coder), .text(memo.place),
          .text(memo.memo.text ?? "(erased)"),
        ])
      }, notes: [])
  }
}
