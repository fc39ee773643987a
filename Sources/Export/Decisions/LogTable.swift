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

  /// Notes: a row for each.
  public static func memos(_ memos: [Memo]) -> Table {
    Table(
      shape: "memos", title: "Memos", language: .en,
      columns: [
        Column("at", "when", .text), Column("coder", "who", .text), Column("on", "on", .text),
        Column("memo", "memo", .text),
      ],
      rows: memos.map { memo in
        Row([
          .text(memo.at), .text(memo.coder), .text(memo.target.description),
          .text(memo.text ?? "(erased)"),
        ])
      }, notes: [])
  }
}
