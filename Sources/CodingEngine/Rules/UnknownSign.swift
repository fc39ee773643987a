import Corpus

/// A sign that means nothing in a rule, with what its author probably meant.
struct UnknownSign {
  private let sign: Unicode.Scalar
  private let range: Range<Int>
  private let before: RuleToken?
  private let after: RuleToken?
  private let source: RuleSource

  init(
    _ sign: Unicode.Scalar, _ range: Range<Int>, _ before: RuleToken?, _ after: RuleToken?,
    _ source: RuleSource
  ) {
    self.sign = sign
    self.range = range
    self.before = before
    self.after = after
    self.source = source
  }

  var diagnostic: Diagnostic {
    source.error(at: range.lowerBound, "\(name) means nothing in a rule", fix: fix)
  }

  private var name: String {
    switch sign.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark:
      let digits = String(sign.value, radix: 16, uppercase: true)
      return "the sign U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: return "\"\(sign)\""
    }
  }

  private var fix: String {
    switch sign {
    case ";": between { "write \($0), \($1)" } ?? "write a comma"
    case "|": between { "write \($0) OR \($1)" } ?? "write OR"
    case "&", "+": between { "write \($0) AND \($1)" } ?? "write AND"
    case "/": slashFix
    case "[", "{": "write ( in its place"
    case "]", "}": "write ) in its place"
    case "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}":
      between { "write \($0)-\($1), with a hyphen" } ?? "write a hyphen"
    default: "take it out, or put the words around it in double quotes"
    }
  }

  private var slashFix: String {
    if let before, let after, before.isTerm, after.isTerm,
      ["near", "then"].contains(source.words(before.range).lowercased())
    {
      let name = source.words(before.range).uppercased()
      return "write \(name)/\(source.words(after.range)), in capitals"
    }
    return between { "write \"\($0)/\($1)\" for the words in a row, or \($0), \($1) for either" }
      ?? "take it out, or put the words around it in double quotes"
  }

  /// An advice from the words on both sides; nil when there are none.
  private func between(_ advice: (String, String) -> String) -> String? {
    guard let before, let after, before.isTerm, after.isTerm else { return nil }
    return advice(source.words(before.range), source.words(after.range))
  }
}
