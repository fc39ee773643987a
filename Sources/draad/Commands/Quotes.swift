extension Command {
  static let quotes = Command(
    name: "quotes",
    summary: "Show the words under each code, with who said them and where",
    ownOptions: [.codes, .context, .evidence, .table] + Option.filters + Option.reading
      + Option.writing,
    details: [
      "Quotations are word for word. Each has an id that stays the same as long as its words do."
    ],
    examples: [
      .init("draad quotes --codes zorgpeuters", "Show everything said under one code."),
      .init("draad quotes --role leerkracht --context 1", "Show the turn before and after, too."),
      .init(
        "draad quotes --codes 'lijnen/*' --table -o quotes.csv", "Write them as a table."),
    ],
    run: notAvailable("quotes"))
}

extension Option {
  static let context = Option(
    "context", .number(0...99), "show N turns before and after each quotation")
  static let evidence = Option(
    "evidence", .flag, "mark the words that made the rules propose the code")
  static let table = Option("table", .flag, "one row for each quotation instead of running text")
}
