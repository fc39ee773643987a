import Corpus

/// A rule as it stands in a file, and the words for what is wrong with it.
struct RuleSource: Sendable {
  /// The longest stretch of the user's own words that an advice repeats.
  private static let longestQuotation = 80

  let text: PlacedText
  /// Named in diagnostics only.
  let path: String

  var scalars: [Unicode.Scalar] { text.scalars }

  /// The user's own words, cut short when there are many.
  func words(_ range: Range<Int>) -> String {
    let trimmed = text.trimming(range)
    guard trimmed.count > Self.longestQuotation else { return text.string(trimmed) }
    return text.string(trimmed.prefix(Self.longestQuotation)) + "…"
  }

  func error(at index: Int, _ message: String, fix: String) -> Diagnostic {
    Diagnostic(.error, path: path, at: text.position(at: index), message, fix: fix)
  }

  func warning(at index: Int, _ message: String, fix: String) -> Diagnostic {
    Diagnostic(.warning, path: path, at: text.position(at: index), message, fix: fix)
  }
}
