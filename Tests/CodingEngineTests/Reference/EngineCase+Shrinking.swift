import CodingEngine

extension EngineCase {
  /// The smallest case that can be reached while `fails` holds.
  func shrunk(_ fails: (EngineCase) -> Bool) -> EngineCase {
    var smallest = self
    while let smaller = smallest.smaller.first(where: fails) { smallest = smaller }
    return smallest
  }

  /// The case with one thing taken away.
  private var smaller: [EngineCase] {
    var cases: [EngineCase] = []
    func add(_ change: (inout EngineCase) -> Void) {
      var copy = self
      change(&copy)
      cases.append(copy)
    }
    for index in turns.indices { add { $0.turns.remove(at: index) } }
    for index in codes.indices { add { $0.codes.remove(at: index) } }
    for (index, code) in codes.enumerated() {
      for line in code.matches.indices { add { $0.codes[index].matches.remove(at: line) } }
      for line in code.exceptions.indices { add { $0.codes[index].exceptions.remove(at: line) } }
      for (line, match) in code.matches.enumerated() {
        for rule in match.rule.smaller { add { $0.codes[index].matches[line].rule = rule } }
        if match.level != nil { add { $0.codes[index].matches[line].level = nil } }
      }
      for (line, match) in code.exceptions.enumerated() {
        for rule in match.rule.smaller { add { $0.codes[index].exceptions[line].rule = rule } }
      }
      if code.unit == .turn { add { $0.codes[index].unit = .sentence } }
      if code.looksThroughTurn { add { $0.codes[index].looksThroughTurn = false } }
    }
    for (index, turn) in turns.enumerated() {
      let scalars = Array(turn.text.unicodeScalars)
      for length in [16, 8, 4, 2, 1] where length <= scalars.count {
        for start in stride(from: 0, to: scalars.count - length + 1, by: max(1, length / 2)) {
          var view = String.UnicodeScalarView(scalars[..<start])
          view.append(contentsOf: scalars[(start + length)...])
          add { $0.turns[index].text = String(view).withoutOuterBlanks }
        }
      }
    }
    return cases
  }
}

extension String {
  /// The text as a turn has it: no blank at either end.
  var withoutOuterBlanks: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, SlowSign(first) == .blank { rest.removeFirst() }
    while let last = rest.last, SlowSign(last) == .blank { rest.removeLast() }
    return String(rest)
  }
}

extension Rule {
  fileprivate var smaller: [Rule] {
    switch self {
    case .phrase(let phrase):
      guard phrase.words.count > 1 else { return [] }
      return phrase.words.indices.compactMap { index in
        var words = phrase.words
        words.remove(at: index)
        guard words.contains(where: { $0 != .any }) else { return nil }
        return .phrase(Phrase(words: words, isExact: phrase.isExact))
      }
    case .any(let rules):
      return rules + Self.oneSmaller(rules).map { .any($0) }
    case .all(let rules, let none):
      var smaller = rules + Self.oneSmaller(rules).map { .all($0, none: none) }
      smaller += none.indices.map { index in
        var rest = none
        rest.remove(at: index)
        return .all(rules, none: rest)
      }
      return smaller + Self.oneSmaller(none).map { .all(rules, none: $0) }
    case .near(let left, let right, let words, let inOrder):
      var smaller = [left, right]
      smaller += left.smaller.map { .near($0, right, words: words, inOrder: inOrder) }
      smaller += right.smaller.map { .near(left, $0, words: words, inOrder: inOrder) }
      if words > 0 { smaller.append(.near(left, right, words: words - 1, inOrder: inOrder)) }
      return smaller
    }
  }

  private static func oneSmaller(_ rules: [Rule]) -> [[Rule]] {
    rules.indices.flatMap { index in
      rules[index].smaller.map { rule in
        var changed = rules
        changed[index] = rule
        return changed
      }
    }
  }
}
