import CodingEngine
import Corpus

extension Talk {
  /// Whether people decided on anything that tables are made of.
  var isDecided: Bool {
    codesAndBelow.contains {
      standingOfCode[$0].byHand > 0 || standingOfCode[$0].open < standingOfCode[$0].proposed
    }
  }

  /// A row for each code: what the rules propose for it alone, what people said of that, and what
  /// they coded themselves; then a row for all of them.
  ///
  /// A place of which only a part was decided on is open. A place that rules and people share stands
  /// in both columns.
  func decisionTable(in language: Language) -> Table {
    let kinds = Standings.columns
    let shown = codesAndBelow
    var rows = shown.map { code in
      codeRow(code, among: shown, kinds.map { .count(standingOfCode[code][keyPath: $0.number]) })
    }
    let sum = standings
    rows.append(
      Table.Row(
        [.label(.total), .blank, .blank, .blank] + kinds.map { .count(sum[keyPath: $0.number]) }))
    return Table(
      shape: "decisions", title: language.say(.decisions), language: language,
      columns: codeColumns(in: language)
        + kinds.map { Table.Column($0.key, language.say($0.phrase), .number) },
      rows: rows, notes: notes(in: language, about: [.decisionsNote]))
  }
}

extension Standings {
  /// The numbers of a table, under their keys and headings.
  fileprivate static var columns:
    [(key: String, phrase: Phrase, number: any KeyPath<Standings, Int> & Sendable)]
  {
    [
      ("proposed", .proposed, \.proposed), ("accepted", Standing.accepted.phrase, \.accepted),
      ("rejected", Standing.rejected.phrase, \.rejected),
      ("contested", Standing.contested.phrase, \.contested),
      ("unsure", Standing.unsure.phrase, \.unsure), ("open", .notReviewed, \.open),
      ("hand", Standing.hand.phrase, \.byHand),
    ]
  }
}
