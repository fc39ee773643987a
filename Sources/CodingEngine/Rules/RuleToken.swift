/// What joins two terms of a rule.
enum RuleOperator: Equatable {
  case or
  case and
  case not
  case near(words: Int, inOrder: Bool)

  /// Operators that may stand side by side in one group.
  enum Family: Equatable {
    case or
    case and
    case near
  }

  var family: Family {
    switch self {
    case .or: .or
    case .and, .not: .and
    case .near: .near
    }
  }
}

/// The smallest piece of a rule that means something.
struct RuleToken {
  enum Kind: Equatable {
    /// A word or a phrase: where it is in the lexer's plain text.
    case phrase(Range<Int>, isExact: Bool)
    case combining(RuleOperator)
    case open
    case close
    case comma
    case arrow
    /// A term with a fault that has been reported.
    case faulty
    /// A sign that means nothing in a rule.
    case unknown
  }

  let kind: Kind
  /// Where it is in the rule, in bytes.
  let range: Range<Int>

  /// Whether it is a word or a phrase without fault.
  var isPhrase: Bool {
    if case .phrase = kind { true } else { false }
  }

  /// Whether it is a word or a phrase, if perhaps a faulty one.
  var isTerm: Bool { isPhrase || kind == .faulty }

  /// Whether no term before it can be joined to one behind it.
  var endsGroup: Bool { kind == .comma || kind == .close }
}
