import Corpus

/// What a code point is to a rule: the classes by which words are cut, and the signs of the grammar.
enum RuleSign: Equatable {
  /// A letter, a digit, or a mark on one of them.
  case letter
  case digit
  case mark
  case hyphen
  case apostrophe
  /// A soft hyphen or joiner: dropped inside a word.
  case dropped
  /// `*` or `?`.
  case wildcard
  /// Any of `"`, `“`, `”`, `„`, `«`, `»`.
  case quote
  case blank
  case other

  /// Whether it can stand in a word of a rule.
  var isOfWords: Bool {
    switch self {
    case .letter, .digit, .mark, .hyphen, .apostrophe, .dropped, .wildcard: true
    case .quote, .blank, .other: false
    }
  }

  var isJoiner: Bool { self == .hyphen || self == .apostrophe }

  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    // Most signs of rules are these.
    self = (scalar.value | 0x20) &- 0x61 < 26 ? .letter : Self(classifying: scalar)
  }

  private init(classifying scalar: Unicode.Scalar) {
    switch scalar {
    case "*", "?": self = .wildcard
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}": self = .quote
    default:
      switch scalarClass(scalar.value) {
      case .letter: self = .letter
      case .digit: self = .digit
      case .mark: self = .mark
      case .hyphen: self = .hyphen
      case .apostrophe: self = .apostrophe
      case .dropped: self = .dropped
      case .blank: self = .blank
      case .sign: self = .other
      }
    }
  }
}
