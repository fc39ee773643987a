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

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "A"..."Z": self = .letter
    case "0"..."9": self = .digit
    case " ": self = .blank
    case "*", "?": self = .wildcard
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}": self = .quote
    case "-", "\u{2010}", "\u{2011}": self = .hyphen
    case "'", "`", "\u{B4}", "\u{2018}", "\u{2019}", "\u{201B}", "\u{2B9}", "\u{2BB}", "\u{2BC}",
      "\u{2032}", "\u{FF07}":
      self = .apostrophe
    case "\u{AD}", "\u{200C}", "\u{200D}": self = .dropped
    default: self = scalar.isBlank ? .blank : RuleSign(scalar.properties.generalCategory)
    }
  }

  private init(_ category: Unicode.GeneralCategory) {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      self = .letter
    case .decimalNumber, .letterNumber, .otherNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    default: self = .other
    }
  }
}
