import Corpus

/// Terms and the operators between them, between two commas: `a AND b NOT c`.
struct RuleGroup {
  /// A term, or what stands in one pair of parentheses.
  struct Operand {
    /// Nil when there is a fault in it, which has been reported.
    let rule: Rule?
    /// Where it is in the rule, in bytes; parentheses are inside.
    let range: Range<Int>
    /// What the commas part inside the parentheses; nil for a word or phrase.
    let inside: [RuleGroup]?

    var isTerm: Bool { inside == nil }
  }

  enum Element {
    case operand(Operand)
    case combining(RuleOperator, Range<Int>)
    /// A sign that means nothing in a rule, which has been reported.
    case unknown
  }

  /// Empty for a row of terms with OR between them: nothing can be wrong with one.
  var elements: [Element] = []

  /// Where the first AND or NOT stands, here or inside parentheses.
  var firstVeto: Int? {
    for element in elements {
      switch element {
      case .operand(let operand):
        if let veto = operand.firstVeto { return veto }
      case .combining(let found, let range):
        if found.family == .and { return range.lowerBound }
      case .unknown: continue
      }
    }
    return nil
  }

  /// Whether one of the terms is faulty, so that nothing can be said of how they are joined.
  private var hasReportedFault: Bool {
    elements.contains { element in
      switch element {
      case .operand(let operand): operand.isTerm && operand.rule == nil
      case .combining: false
      case .unknown: true
      }
    }
  }

  /// The rule that it comes down to, or the first fault in how its terms are joined; neither when
  /// the fault lies inside a term.
  func resolved(_ source: RuleSource) -> (rule: Rule?, fault: Diagnostic?) {
    guard !hasReportedFault else { return (nil, nil) }
    if let fault = orderFault(source) ?? familyFault(source) { return (nil, fault) }
    var rules: [Rule] = []
    var vetoes: [Rule] = []
    var joining: RuleOperator?
    for element in elements {
      switch element {
      case .combining(let found, _): joining = found
      case .unknown: continue
      case .operand(let operand):
        guard let rule = operand.rule else { return (nil, nil) }
        if joining == .not { vetoes.append(rule) } else { rules.append(rule) }
      }
    }
    switch joining {
    case nil: return (rules.first, nil)
    case .or: return (.any(rules), nil)
    case .and, .not: return (.all(rules, none: vetoes), nil)
    case .near(let words, let inOrder):
      return (.near(rules[0], rules[1], words: words, inOrder: inOrder), nil)
    }
  }
}

extension RuleGroup.Operand {
  /// Where the first AND or NOT inside the parentheses stands.
  var firstVeto: Int? { inside?.lazy.compactMap(\.firstVeto).first }
}
