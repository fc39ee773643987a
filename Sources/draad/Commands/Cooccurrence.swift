import Corpus
import Export
import FileSystem

extension Command {
  static let cooccurrence = Command(
    name: "cooccurrence",
    summary: "Show which codes stand together, and how strongly",
    ownOptions: [.unit, .measure, .pairs, .codes] + Option.filters + Option.reading
      + Option.writing,
    details: [
      "Two codes stand together in a unit when words of both lie in it. The diagonal holds the"
        + " units that carry the code. Jaccard is n/(a+b-n), cosine n/sqrt(ab), lift nN/(ab), for"
        + " n units with both codes, a and b with each, and N in all."
    ],
    examples: [
      .init("draad cooccurrence", "Count turns that carry two codes."),
      .init("draad cooccurrence --unit sentence --measure jaccard", "Measure it, by sentence."),
      .init("draad cooccurrence --pairs --csv", "List pairs, the most frequent first, as CSV."),
    ]
  ) { options, output in
    _ = try Destination(options)
    let study = try await Study.open(options)
    let talk = await Talk.laidOut(of: study.corpus, selection: study.selection)
    let unit = options.value(of: .unit).flatMap(Unit.init(rawValue:)) ?? .turn
    let measure = options.value(of: .measure).flatMap(Association.init(rawValue:)) ?? .count
    let shared = await talk.sharedUnits(by: unit)
    let table =
      options.contains(.pairs)
      ? talk.cooccurringPairs(by: unit, of: shared, in: study.language)
      : talk.cooccurrence(by: unit, as: measure, of: shared, in: study.language)
    try table.write(options, on: &output)
    return .done
  }
}

extension Option {
  static let unit = Option(
    "unit", .choice(["word", "sentence", "turn", "transcript"]),
    "where codes must stand together (default: turn)")
  static let measure = Option(
    "measure", .choice(["count", "jaccard", "cosine", "lift"]),
    "what the cells hold (default: count); --pairs shows all four")
  static let pairs = Option("pairs", .flag, "one row for each pair instead of a matrix")
}
