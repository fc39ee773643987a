/// What makes the engine propose a code: words and phrases, and how they must stand together.
///
/// A rule finds *stretches* of words in one unit (a sentence or a turn) and never looks beyond it.
public enum Rule: Sendable, Hashable {
  /// A word or a phrase.
  case phrase(Phrase)
  /// `a OR b`, `a, b`: the stretches of all of them. At least two.
  case any([Rule])
  /// `a AND b NOT c`: the stretches of `all`, if each of them is found and none of `none` is.
  /// `all` holds at least one.
  case all([Rule], none: [Rule])
  /// `a NEAR/n b`, `a THEN/n b`: two stretches that share no word, with at most `words` between
  /// them; `inOrder` for THEN, where the first must end before the second begins.
  indirect case near(Rule, Rule, words: Int, inOrder: Bool)
}

/// A row of words as a rule asks for it: `logopedist*`, `"korte lijnen"`, `=CJG`.
public struct Phrase: Sendable, Hashable {
  /// The words with a blank between them; nothing in the place of any word.
  let text: String
  /// Written with `=`: case and accents count.
  public let isExact: Bool

  /// At least one; a lone `*` never stands alone.
  public var words: [PhraseWord] {
    text.split(separator: " ", omittingEmptySubsequences: false).map {
      $0.isEmpty ? .any : .glob(String($0))
    }
  }

  /// Makes a phrase of at least one word.
  public init(words: [PhraseWord], isExact: Bool) {
    let texts = words.map { word in
      switch word {
      case .any: ""
      case .glob(let glob): glob
      }
    }
    self.init(text: texts.joined(separator: " "), isExact: isExact)
  }

  init(text: String, isExact: Bool) {
    self.text = text
    self.isExact = isExact
  }
}

/// One word of a phrase.
public enum PhraseWord: Sendable, Hashable {
  /// A lone `*` in quotes: any one word.
  case any
  /// A word, which may hold `*`, `?` and single hyphens. As written, but for typography: hyphens are
  /// U+002D and apostrophes U+0027. Not folded.
  case glob(String)
}
