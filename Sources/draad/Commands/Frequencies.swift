import Export
import FileSystem

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
      .init(
        "draad frequencies --codes 'lijnen/*' --where form=gemengd", "Count part of the study."),
    ]
  ) { options, output in
    let figures = try Figures(options)
    _ = try Destination(options)
    let study = try await Study.open(options)
    let talk = await Talk.laidOut(of: study.corpus, selection: study.selection)
    let table =
      if let group = options.value(of: .by) {
        try talk.crosstab(
          by: Grouping(group, in: study), of: Measure(options), as: figures,
          showingPrivate: study.showsPrivate, in: study.language)
      } else {
        talk.frequencies(in: study.language)
      }
    try table.write(options, on: &output)
    return .done
  }
}

extension Option {
  static let by = Option(
    "by", .text("GROUP"),
    "a column for each role, participant, transcript or level, or for each value of a variable")
  static let count = Option(
    "count", .choice(["places", "turns", "words"]), "what --by counts (default: places)")
  static let per = Option(
    "per", .choice(["1000"]), "with --by: counts for every 1,000 words that the group spoke")
  static let share = Option(
    "share", .choice(["row", "column"]), "with --by: percentages of the row's or column's total")
}

extension Figures {
  /// What the cells of a crosstab say; options that only a crosstab has need `--by`.
  init(_ options: Options) throws(Failure) {
    if options.value(of: .by) == nil {
      for option in [Option.count, .per, .share] where options.contains(option) {
        throw Failure("--\(option.name) needs --by", fix: "add for example --by role")
      }
    }
    switch (options.contains(.per), options.value(of: .share)) {
    case (true, .some):
      throw Failure("--per and --share exclude each other", fix: "keep one of them")
    case (true, nil): self = .perThousand
    case (false, "row"): self = .rowShares
    case (false, "column"): self = .columnShares
    case (false, _): self = .counts
    }
  }
}

extension Measure {
  fileprivate init(_ options: Options) {
    self = options.value(of: .count).flatMap(Measure.init(rawValue:)) ?? .places
  }
}

extension Grouping {
  /// The group that `--by` names; a variable must occur in the study.
  init(_ name: String, in study: Study) throws(Failure) {
    switch name {
    case "role": self = .role
    case "participant": self = .participant
    case "transcript": self = .transcript
    case "level": self = .level
    default:
      let known = study.variables
      guard known.contains(name) else {
        let fixed = ["role", "participant", "transcript", "level"]
        throw Failure(
          "no transcript or speaker has a variable \"\(name)\"",
          fix: "--by takes \((fixed + known).joined(separator: ", "))")
      }
      self = .variable(name)
    }
  }
}
