import CodingEngine
import Corpus
import Review

/// What each rule found, beside what a person meant.
struct RuleFindings: Sendable {
  private let comparison: CoderComparison
  private let engine: Int

  /// Looks at a comparison in which the engine is among the raters.
  init(of comparison: CoderComparison) {
    self.comparison = comparison
    engine = comparison.raters.firstIndex(of: .engine) ?? 0
  }

  /// The rules that gave a unit the codes on which it differs, as the book writes them.
  func names(on found: DifferingUnit) -> [String] {
    let carried = comparison.units.codes(of: found.unit, by: engine) ?? []
    return comparison.rules.rules.indices.filter { index in
      found.codes.contains(comparison.rules.rules[index].code)
        && carried.contains(comparison.rules.number(index))
    }.map { Self.name(comparison.rules.rules[$0], in: comparison.codebook) }
  }

  /// As the book writes it, with its code and line: `zorgpeuters:41 consultatiebureau*`.
  static func name(_ rule: RuleNumbers.RuleName, in codebook: Codebook) -> String {
    let code = codebook.codes[rule.code]
    let match = code.matches[rule.match]
    return "\(code.id):\(match.position.line) \(match.source)"
  }
}

/// What some rules found in units, and what of it a person meant.
private struct Findings {
  let accuracy: Accuracy
  /// Units found that were not meant.
  let wrong: [Int]

  init(_ comparison: CoderComparison, found: Set<Int>, meant: Set<Int>) {
    let engine = comparison.raters.firstIndex(of: .engine) ?? 0
    let person = 1 - engine
    let units = comparison.units
    var (both, foundCount, meantCount, wrong) = (0, 0, 0, [Int]())
    for unit in units.places.indices {
      // Each of several codes counts by itself.
      let isFound = !(units.codes(of: unit, by: engine) ?? []).isDisjoint(with: found)
      let isMeant = !(units.codes(of: unit, by: person) ?? []).isDisjoint(with: meant)
      if isFound { foundCount += 1 }
      if isMeant { meantCount += 1 }
      if isFound, isMeant { both += 1 }
      if isFound, !isMeant { wrong.append(unit) }
    }
    accuracy = Accuracy(both: both, found: foundCount, meant: meantCount)
    self.wrong = wrong
  }

  var wrongCount: Int { accuracy.found - accuracy.both }
}

extension CoderComparison {
  /// How far the rules follow a person, over all codes, for each code and for each rule.
  ///
  /// For a comparison of one person with the engine. Rules stand below the codes, those with the
  /// most wrong units first, with words that they found wrongly.
  public func accuracy() -> Table {
    let ruled = Set(rules.rules.map(\.code))
    let shown = codesInRows.filter { !ruled.isDisjoint(with: codebook.subtree(of: $0)) }
    let single = codes.intersection(ruled).sorted().map {
      Findings(self, found: [$0], meant: [$0]).accuracy
    }
    let sum = Accuracy(
      both: single.reduce(0) { $0 + $1.both }, found: single.reduce(0) { $0 + $1.found },
      meant: single.reduce(0) { $0 + $1.meant })
    var rows = [
      Table.Row(
        [.label(.allCodes), .text("all")] + blanks(5) + cells(sum, wrong: []))
    ]
    for code in shown {
      let codes = Set(codebook.subtree(of: code))
      let findings = Findings(self, found: codes, meant: codes)
      rows.append(
        Table.Row(
          indent: codebook.ancestors(of: code).count(where: shown.contains),
          [.text(codebook.codes[code].id.description), .text("code")] + names(code) + blanks(2)
            + cells(findings.accuracy, wrong: findings.wrong)))
    }
    let (worst, silent) = worstRules()
    for (rule, findings) in worst {
      let match = codebook.codes[rule.code].matches[rule.match]
      rows.append(
        Table.Row(
          [.text(excerpt(RuleFindings.name(rule, in: codebook), 60)), .text("rule")]
            + names(rule.code) + [.text(match.source), .count(match.position.line)]
            + cells(findings.accuracy, wrong: findings.wrong)))
    }
    return Table(
      shape: "rules-accuracy", title: language.say(.rulesAgainst), language: language,
      columns: accuracyColumns(), rows: rows,
      notes: notes([.worstRules, .withoutRules(codesInRows.count - shown.count, silent: silent)]))
  }

  /// The rules that found something, the worst first, and how many found nothing.
  private func worstRules() -> (
    worst: [(rule: RuleNumbers.RuleName, findings: Findings)], silent: Int
  ) {
    let own = rules.rules.indices.filter { codes.contains(rules.rules[$0].code) }
    let all = own.map { index in
      (
        rule: rules.rules[index],
        findings: Findings(
          self, found: [rules.number(index)], meant: [rules.rules[index].code])
      )
    }
    let loud = all.enumerated().filter { $1.findings.accuracy.found > 0 }.sorted { one, other in
      let (left, right) = (one.element.findings, other.element.findings)
      return (right.wrongCount, left.accuracy.both, one.offset)
        < (left.wrongCount, right.accuracy.both, other.offset)
    }.map(\.element)
    return (loud, all.count - loud.count)
  }

  private func blanks(_ count: Int) -> [Table.Cell] {
    [Table.Cell](repeating: .blank, count: count)
  }

  private func names(_ code: Int) -> [Table.Cell] {
    let entry = codebook.codes[code]
    return [
      .text(entry.id.description), .text(entry.title), .text(codebook.path(of: code)),
    ]
  }

  private func accuracyColumns() -> [Table.Column] {
    func number(_ key: String, _ phrase: Phrase, isOptional: Bool = false) -> Table.Column {
      Table.Column(key, language.say(phrase), .number, isOptional: isOptional)
    }
    return [
      Table.Column("shown", language.say(.codeAndRule), .text, for: .people),
      Table.Column("about", "", .text, for: .programs),
      Table.Column("code", language.say(.code), .text, for: .programs),
      Table.Column("title", language.say(.title), .text, for: .programs),
      Table.Column("path", "", .text, for: .programs),
      Table.Column("rule", language.say(.rule), .text, for: .programs),
      Table.Column("line", language.say(.ruleLine), .number, for: .programs),
      number("found", .foundUnits), number("right", .rightUnits), number("wrong", .wrongUnits),
      number("meant", .meantUnits, isOptional: true),
      number("missed", .missedUnits, isOptional: true),
      number("precision", .precision), number("recall", .recall),
      Table.Column("f1", "F1", .number),
      Table.Column(
        "wrong_for_example", language.say(.wronglyFound), .text, for: .people,
        isOptional: true),
      Table.Column("wrong_units", language.say(.wrongUnits), .text, for: .programs),
    ]
  }

  private func cells(_ accuracy: Accuracy, wrong: [Int]) -> [Table.Cell] {
    let shares = [accuracy.precision, accuracy.recall, accuracy.f1].map { share -> Table.Cell in
      if case .success(let value) = share { .coefficient(value) } else { .undefined }
    }
    let (found, both, meant) = (accuracy.found, accuracy.both, accuracy.meant)
    let places = texts(of: wrong)
    let example = places.first.map { "\($0.position) “\(excerpt($0.words, 60))”" }
    let numbers: [Table.Cell] = [
      .count(found), .count(both), .count(found - both), .count(meant), .count(meant - both),
    ]
    return numbers + shares + [
      example.map { .text($0) } ?? .blank,
      .text(places.map(\.position).joined(separator: "; ")),
    ]
  }
}

/// The beginning of a text, on one line.
private func excerpt(_ text: String, _ length: Int) -> String {
  let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count > length ? line.prefix(length - 1) + "…" : line
}
