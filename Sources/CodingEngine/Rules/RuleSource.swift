import Corpus

/// A rule as it stands in a file, and the words for what is wrong with it.
struct RuleSource: Sendable {
  /// The longest stretch of the user's own words that an advice repeats.
  private static let longestQuotation = 80

  let text: PlacedText
  /// Named in diagnostics only.
  let path: String

  var bytes: [UInt8] { text.bytes }

  /// The user's own words, cut short when there are many.
  func words(_ range: Range<Int>) -> String {
    let trimmed = text.trimming(range)
    let whole = text.string(trimmed)
    let head = whole.unicodeScalars.prefix(Self.longestQuotation)
    if head.endIndex == whole.endIndex { return whole }
    return text.string(trimmed.prefix(String(head).utf8.count)) + "…"
  }

  func error(at index: Int, _ message: String, fix: String) -> Diagnostic {
    Diagnostic(.error, path: path, at: text.position(at: index), message, fix: fix)
  }

  func warning(at index: Int, _ message: String, fix: String) -> Diagnostic {
    Diagnostic(.warning, path: path, at: text.position(at: index), message, fix: fix)
  }
}
