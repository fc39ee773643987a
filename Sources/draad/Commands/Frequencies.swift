extension Command {
  static let frequencies = Command(
    name: "frequencies",
    summary: "Count the places of each code, in all or by group",
    ownOptions: [.by, .count, .per, .share, .codes] + Option.filters + Option.reading
      + Option.writing,
    details: [
      "A place is all codings of one code in one turn, joined where they touch. Only what"
        + " participants say is counted, unless --speakers all is given."
    ],
    examples: [
      .init("draad frequencies", "Count all codes."),
      .init("draad frequencies --by role --per 1000", "Compare roles that speak unequally much."),
      .init("draad frequencies --by transcript --count turns --csv", "Count turns, as CSV."),
      .init("draad frequencies --codes 'lijnen/*' --where form=apart", "Count part of the study."),
    ],
    run: notAvailable("frequencies"))
}

extension Option {
  static let by = Option(
    "by", .text("GROUP"),
    "a column for each role, participant, transcript or level, or for each value of a variable")
  static let count = Option(
    "count", .choice(["places", "turns", "words"]), "what is counted (default: places)")
  static let per = Option(
    "per", .number(1...1_000_000), "counts for every N words that the group spoke")
  static let share = Option(
    "share", .choice(["row", "column"]), "percentages of the row's or column's total")
}
