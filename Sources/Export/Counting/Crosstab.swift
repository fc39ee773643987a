import CodingEngine
import Corpus

/// What the cells of a crosstab say.
public enum Figures: String, Sendable, Hashable, CaseIterable {
  case counts
  /// Counts per 1,000 words that the group spoke, since groups do not speak equally much.
  case perThousand
  /// Counts, and their share of the row's total.
  case rowShares
  /// Counts, and their share of the column: of its places, or of the talk of its group.
  case columnShares
}

extension Talk {
  /// How often each code occurs in each group.
  ///
  /// Totals are counted anew, since a transcript may hold several roles: a row's total is the code's
  /// number over everybody, the bottom row what is in a place of any code; for places, each place of
  /// each code once (`own`).
  ///
  /// - Parameters:
  ///   - grouping: What the columns stand for; by level, only codes with a scale are shown.
  ///   - measure: What is counted.
  ///   - figures: What the cells say.
  ///   - showingPrivate: Whether the values of a private variable may be read.
  ///   - language: Of the headings.
  /// - Returns: A row for each code, one for the total, one for the words that each group spoke.
  public func crosstab(
    by grouping: Grouping, of measure: Measure = .places, as figures: Figures = .counts,
    showingPrivate: Bool = false, in language: Language
  ) -> Table {
    let groups = groups(by: grouping, showingPrivate: showingPrivate, in: language)
    let isByLevel = grouping == .level
    let shown = codes.filter { !isByLevel || !codebook.codes[$0].scale.isEmpty }
    let crosstab = Crosstab(
      of: self, by: groups, measure: measure, figures: figures,
      everything: (isByLevel ? shown : codesAndBelow).map { places.own[$0] })
    var rows = shown.map { code in
      var cells = crosstab.cells(places.all[code])
      for (index, owners) in (groups.codes ?? []).enumerated() where !owners.contains(code) {
        cells[index] = .undefined
      }
      return codeRow(code, among: shown, cells)
    }
    if !isByLevel {
      rows.append(labelRow(.total, crosstab.totals))
      rows.append(labelRow(.wordsSpoken, crosstab.words.map { .count($0) }))
    }
    return Table(
      shape: "crosstab", title: language.say(.crosstab(measure, grouping, people, figures)),
      language: language,
      columns: codeColumns(in: language)
        + columns(of: groups, by: grouping, kind: figures.kind, in: language),
      rows: rows,
      notes: notes(in: language, about: [Phrase.figures(figures, measure)].compactMap(\.self)))
  }

  private func columns(
    of groups: Groups, by grouping: Grouping, kind: Table.Column.Kind, in language: Language
  ) -> [Table.Column] {
    groups.groups.map {
      Table.Column("\(grouping.key)=\($0.value)", $0.heading, kind, isValue: true)
    } + [Table.Column("total", language.say(.totalColumn), kind)]
  }

  /// A row about something else than a code, under the codes.
  private func labelRow(_ label: Phrase, _ cells: [Table.Cell]) -> Table.Row {
    Table.Row([.label(label), .blank, .blank, .blank] + cells)
  }
}

/// The cells of a crosstab: one for each group, and one for everybody.
private struct Crosstab {
  let talk: Talk
  let groups: Groups
  let measure: Measure
  let figures: Figures
  /// Words spoken by each group, and by everybody.
  let words: [Int]
  /// What the shares of each column are shares of.
  private var columnWholes: [Int] = []
  /// Of all codes together.
  private var sums: [Int] = []

  /// Prepares to count; `everything` are the places of every code alone.
  init(
    of talk: Talk, by groups: Groups, measure: Measure, figures: Figures, everything: [[Place]]
  ) {
    self.talk = talk
    self.groups = groups
    self.measure = measure
    self.figures = figures
    let wholes = groups.groups.map(\.whole) + [talk.whole]
    words = wholes.map(\.words)
    sums = sums(everything)
    columnWholes = measure == .places ? sums : wholes.map { $0[measure] }
  }

  func cells(_ places: [Place]) -> [Table.Cell] { cells(numbers(places)) }

  var totals: [Table.Cell] { cells(sums) }

  private func cells(_ numbers: [Int]) -> [Table.Cell] {
    numbers.indices.map { index in
      figures.cell(
        numbers[index], rowTotal: numbers[numbers.count - 1], columnWhole: columnWholes[index],
        words: words[index])
    }
  }

  /// Units count once, whatever codes they carry.
  private func sums(_ everything: [[Place]]) -> [Int] {
    guard measure == .places else { return numbers(everything.flatMap(\.self)) }
    var sums = [Int](repeating: 0, count: words.count)
    for places in everything {
      for (index, number) in numbers(places).enumerated() { sums[index] += number }
    }
    return sums
  }

  private func numbers(_ places: [Place]) -> [Int] {
    if measure == .places { return groups.counts(places) + [places.count] }
    return (groups.divide(places) + [places]).map { talk.count(measure, of: $0) }
  }
}

extension Figures {
  fileprivate var kind: Table.Column.Kind {
    switch self {
    case .counts, .perThousand: .number
    case .rowShares, .columnShares: .share
    }
  }

  fileprivate func cell(_ count: Int, rowTotal: Int, columnWhole: Int, words: Int) -> Table.Cell {
    switch self {
    case .counts: .count(count)
    case .perThousand: words > 0 ? .decimal(Double(count) * 1000 / Double(words)) : .undefined
    case .rowShares: .share(part: count, whole: rowTotal)
    case .columnShares: .share(part: count, whole: columnWhole)
    }
  }
}
