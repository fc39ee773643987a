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
    case phrase(Phrase)
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
  /// Indexes into the rule's code points.
  let range: Range<Int>

  /// Whether it is a word or a phrase, if perhaps a faulty one.
  var isTerm: Bool {
    switch kind {
    case .phrase, .faulty: true
    case .combining, .open, .close, .comma, .arrow, .unknown: false
    }
  }
}

/// What a wildcard-bearing or hyphenated word of a rule comes down to.
struct RuleWord {
  /// Plain typography, no hyphens or apostrophes at the edges.
  let glob: String
  let letters: Int
  let hasWildcard: Bool
  /// Whether two hyphens or apostrophes stand in a row.
  let hasDoubleJoiner: Bool

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var plain: [Unicode.Scalar] = []
    var letters = 0
    for scalar in scalars {
      switch RuleSign(scalar) {
      case .hyphen: plain.append("-")
      case .apostrophe: plain.append("'")
      case .dropped, .quote, .blank, .other: continue
      case .letter, .digit:
        letters += 1
        plain.append(scalar)
      case .mark, .wildcard: plain.append(scalar)
      }
    }
    let isJoiner = { (scalar: Unicode.Scalar) in scalar == "-" || scalar == "'" }
    while let last = plain.last, isJoiner(last) { plain.removeLast() }
    plain = Array(plain.drop(while: isJoiner))
    glob = String(String.UnicodeScalarView(plain))
    self.letters = letters
    hasWildcard = plain.contains { $0 == "*" || $0 == "?" }
    hasDoubleJoiner = zip(plain, plain.dropFirst()).contains { isJoiner($0) && isJoiner($1) }
  }
}
