import CodingEngine
import Corpus

extension Talk {
  /// Who speaks how much, in groups.
  ///
  /// - Parameters:
  ///   - grouping: What the rows stand for; not levels, which speakers do not have.
  ///   - showingPrivate: Whether the values of a private variable may be read.
  ///   - language: Of the headings.
  /// - Returns: A row for each group and one for all, with turns of at least one word, words, and
  ///   the longest turn in words.
  public func speaking(
    by grouping: Grouping, showingPrivate: Bool = false, in language: Language
  ) -> Table {
    let names = GroupNames(of: self, by: grouping, showingPrivate: showingPrivate)
    var longest = [Int](repeating: 0, count: names.values.count)
    for (turn, group) in zip(turns, names.groupOfTurn) where group >= 0 {
      longest[group] = max(longest[group], turn.words.count)
    }
    let wholes = wholes(names.values.count) { names.groupOfTurn[$0] }
    var rows = names.values.indices.map { index in
      row(names.cell(index), wholes[index], longest[index], of: whole)
    }
    rows.append(row(.label(.total), whole, longest.max() ?? 0, of: whole))
    return Table(
      shape: "speaking", title: language.say(.speakers(by: grouping)), language: language,
      columns: [
        Table.Column(grouping.key, language.say(grouping.phrase), .text),
        Table.Column("participants", language.say(people), .number),
        Table.Column("turns", language.say(.turns), .number),
        Table.Column("words", language.say(.words), .share),
        Table.Column("longest_turn", language.say(.longestTurn), .number),
      ], rows: rows, notes: notes(in: language, about: [.shareOfTalk, .longestInWords]))
  }

  private func row(
    _ name: Table.Cell, _ counts: Counts, _ longest: Int, of whole: Counts
  ) -> Table.Row {
    Table.Row([
      name, .count(counts.participants), .count(counts.turns),
      .share(part: counts.words, whole: whole.words), .count(longest),
    ])
  }

  /// How often each group speaks right after each other one.
  ///
  /// Turns without a word are passed over, and turns of one speaker in a row are one. A change from
  /// one speaker to another of the same group stands on the diagonal. Across turns that do not count
  /// nobody follows anybody.
  ///
  /// - Parameters:
  ///   - grouping: What rows and columns stand for.
  ///   - showingPrivate: Whether the values of a private variable may be read.
  ///   - language: Of the headings.
  /// - Returns: A row for each group that speaks before, a column for each that speaks after.
  public func following(
    by grouping: Grouping, showingPrivate: Bool = false, in language: Language
  ) -> Table {
    let names = GroupNames(of: self, by: grouping, showingPrivate: showingPrivate)
    let size = names.values.count
    var counts = [Int](repeating: 0, count: size * size)
    var last: Int?
    for (index, turn) in turns.enumerated() where !turn.words.isEmpty {
      guard turn.counts else {
        last = nil
        continue
      }
      if let last, turns[last].transcript == turn.transcript, turns[last].speaker != turn.speaker {
        counts[names.groupOfTurn[last] * size + names.groupOfTurn[index]] += 1
      }
      last = index
    }
    let rows = names.values.indices.map { row in
      let own = counts[row * size..<(row + 1) * size]
      return Table.Row(
        [names.cell(row)] + own.map { .count($0) } + [.count(own.reduce(0, +))])
    }
    let columns = names.values.map { value in
      Table.Column(
        "\(grouping.key)=\(value ?? "")", value.map(names.heading) ?? language.say(.notGiven),
        .number, isValue: true)
    }
    return Table(
      shape: "following", title: language.say(.following(by: grouping)), language: language,
      columns: [Table.Column("\(grouping.key)_before", language.say(grouping.phrase), .text)]
        + columns + [Table.Column("total", language.say(.totalColumn), .number)],
      rows: rows, notes: notes(in: language, about: [.whoFollowsWhom]))
  }
}

extension GroupNames {
  /// The name of a group at the head of a row.
  fileprivate func cell(_ index: Int) -> Table.Cell {
    values[index].map { .text(heading($0)) } ?? .label(.notGiven)
  }
}
