public import Corpus

extension Table {
  /// A row for each file from elsewhere, or for each transcript in it, with what became of it.
  public static func imports(_ outcomes: [ImportOutcome], in language: Language) -> Table {
    Table(
      shape: "imports", title: language.say(.importsTitle), language: language,
      columns: [
        Column("file", language.say(.importFile), .text),
        Column("format", language.say(.importFormat), .text),
        Column("transcript", language.say(.transcript), .text),
        Column("turns", language.say(.turns), .number),
        Column("labels", language.say(.labels), .number),
        Column("outcome", language.say(.importOutcome), .text),
      ],
      rows: outcomes.map { outcome in
        Row([
          .text(outcome.path), outcome.format.map { .text($0.name) } ?? .blank,
          outcome.id.map { .text($0) } ?? .blank,
          outcome.id == nil ? .blank : .count(outcome.turns),
          outcome.id == nil ? .blank : .count(outcome.labels), .label(outcome.kind.phrase),
        ])
      }, notes: [])
  }
}

extension ImportOutcome.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .written: Phrase("geschreven", "written")
    case .ready: Phrase("kan geschreven worden", "ready")
    case .unchanged: Phrase("staat er al", "unchanged")
    case .empty: Phrase("leeg", "empty")
    case .skipped: Phrase("overgeslagen", "skipped")
    case .failed: Phrase("mislukt", "failed")
    }
  }
}

extension Phrase {
  fileprivate static let importsTitle = Phrase(
    "Wat van elk bestand werd", "What became of each file")
  fileprivate static let importFile = Phrase("bestand", "file")
  fileprivate static let importFormat = Phrase("soort", "format")
  fileprivate static let importOutcome = Phrase("uitkomst", "outcome")
}
