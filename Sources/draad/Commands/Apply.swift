extension Command {
  static let apply = Command(
    name: "apply",
    summary: "List what the codebook's rules propose, turn by turn",
    ownOptions: [.codes, .explain] + Option.filters + Option.reading + Option.writing,
    details: ["Nothing is stored: what rules propose is computed anew each time."],
    examples: [
      .init("draad apply --transcript FG07", "Show what is proposed in FG07."),
      .init("draad apply --codes zorgpeuters --explain", "Show which rule found which words."),
      .init("draad apply --json -o proposals.json", "Write all proposals for another program."),
    ],
    run: notAvailable("apply"))
}

extension Option {
  static let explain = Option(
    "explain", .flag, "show the rule and the words that made each proposal")
}
