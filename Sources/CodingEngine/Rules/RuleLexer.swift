import Corpus

/// Cuts a rule into tokens, and reports what is wrong inside a single one.
struct RuleLexer {
  let source: RuleSource
  private let scalars: [Unicode.Scalar]
  var next = 0
  private var tokens: [RuleToken] = []
  private var plain: [UInt8] = []
  var diagnostics: [Diagnostic] = []

  static func tokens(of source: RuleSource) -> (tokens: [RuleToken], diagnostics: [Diagnostic]) {
    var lexer = RuleLexer(source: source)
    while lexer.next < lexer.scalars.count { lexer.readToken() }
    return (lexer.tokens, lexer.diagnostics)
  }

  private init(source: RuleSource) {
    self.source = source
    scalars = source.scalars
  }

  private mutating func readToken() {
    let start = next
    switch scalars[next] {
    case "(": take(.open)
    case ")": take(.close)
    case ",": take(.comma)
    case "\u{2192}": take(.arrow)
    case "=": readExact()
    case "-" where isArrow(at: next): take(.arrow, length: 2)
    case let scalar:
      switch RuleSign(scalar) {
      case .blank, .dropped: next += 1
      case .quote: readPhrase(from: start, isExact: false)
      case .letter, .digit, .hyphen, .apostrophe, .wildcard: readWord(from: start, isExact: false)
      case .mark, .other: take(.unknown)
      }
    }
  }

  private mutating func take(_ kind: RuleToken.Kind, length: Int = 1) {
    tokens.append(RuleToken(kind: kind, range: next..<next + length))
    next += length
  }

  func isArrow(at index: Int) -> Bool {
    scalars[index] == "-" && index + 1 < scalars.count
      && scalars[index + 1] == ">"
  }

  // MARK: Terms

  private mutating func readExact() {
    let start = next
    next += 1
    let sign = next < scalars.count ? RuleSign(scalars[next]) : .blank
    switch sign {
    case .quote: readPhrase(from: start, isExact: true)
    case .letter, .digit, .hyphen, .apostrophe, .wildcard: readWord(from: start, isExact: true)
    case .mark, .dropped, .blank, .other:
      tokens.append(RuleToken(kind: .faulty, range: start..<next))
      diagnostics.append(
        source.error(
          at: start, "= needs a word or a quote directly after it",
          fix: "write for example =CJG or =\"Korte lijnen\""))
    }
  }

  private mutating func readWord(from start: Int, isExact: Bool) {
    let first = next
    while next < scalars.count, RuleSign(scalars[next]).isOfWords,
      !isArrow(at: next)
    {
      next += 1
    }
    let scalars = scalars
    let word = RuleWord(scalars.span.extracting(first..<next), &plain)
    if !isExact, let found = readOperator(word.glob, from: start) {
      tokens.append(RuleToken(kind: .combining(found), range: start..<next))
      return
    }
    let isSound = check(word, at: first)
    let phrase = Phrase(words: [.glob(word.glob)], isExact: isExact)
    tokens.append(RuleToken(kind: isSound ? .phrase(phrase) : .faulty, range: start..<next))
  }

  private mutating func check(_ word: RuleWord, at index: Int) -> Bool {
    if word.letters == 0 {
      let written = source.words(index..<next)
      let message = word.hasWildcard ? "finds every word" : "is no word"
      diagnostics.append(
        source.error(
          at: index, "\"\(written)\" without a letter or digit \(message)",
          fix: "write letters beside it, as in zorg*"))
      return false
    }
    if word.hasDoubleJoiner {
      let written = source.words(index..<next)
      diagnostics.append(
        source.error(
          at: index, "\"\(written)\" has two hyphens or apostrophes in a row",
          fix: "write one of them, or put the words in quotes: \"\(written)\""))
      return false
    }
    warnIfWide([word], at: index)
    return true
  }

  private mutating func warnIfWide(_ words: [RuleWord], at index: Int) {
    let letters = words.reduce(0) { $0 + $1.letters }
    guard letters < 2, words.contains(where: { $0.hasWildcard && $0.letters > 0 }) else { return }
    diagnostics.append(
      source.warning(
        at: index, "\"\(source.words(index..<next))\" finds very many words",
        fix: "write at least two letters beside the wildcard"))
  }

  private mutating func readPhrase(from start: Int, isExact: Bool) {
    let open = next
    guard let close = scalars[(open + 1)...].firstIndex(where: { RuleSign($0) == .quote }) else {
      readUnclosedPhrase(from: start)
      return
    }
    next = close + 1
    let words = words(of: open + 1..<close)
    let phraseWords = words.map { $0.letters > 0 ? PhraseWord.glob($0.glob) : .any }
    if !phraseWords.contains(where: { $0 != .any }) {
      tokens.append(RuleToken(kind: .faulty, range: start..<next))
      diagnostics.append(
        source.error(
          at: open,
          words.isEmpty
            ? "there is no word between these quotes"
            : "a phrase of nothing but * finds everything",
          fix: "write a word between the quotes, or take them out"))
      return
    }
    warnIfWide(words, at: open)
    let phrase = Phrase(words: phraseWords, isExact: isExact)
    tokens.append(RuleToken(kind: .phrase(phrase), range: start..<next))
  }

  /// The words of a phrase; those without letters are a lone `*`.
  ///
  /// Other signs are blanks, and so are two hyphens or apostrophes in a row.
  private mutating func words(of range: Range<Int>) -> [RuleWord] {
    let scalars = scalars
    var words: [RuleWord] = []
    var start = range.lowerBound
    var wasJoiner = false
    for index in range.lowerBound...range.upperBound {
      let sign = index < range.upperBound ? RuleSign(scalars[index]) : .blank
      let isCut = !sign.isOfWords || (sign == .mark && index == start)
      if isCut || sign.isJoiner && index > start && wasJoiner {
        let word = RuleWord(scalars.span.extracting(start..<index), &plain)
        if word.letters > 0 || word.glob.utf8.contains(UInt8(ascii: "*")) { words.append(word) }
        start = index + 1
      }
      wasJoiner = sign.isJoiner
    }
    return words
  }

  private mutating func readUnclosedPhrase(from start: Int) {
    let rest = scalars[(next + 1)...]
    let end = rest.firstIndex { $0 == "," || $0 == ")" || $0 == "\u{2192}" } ?? rest.endIndex
    let words = source.words(next + 1..<end)
    diagnostics.append(
      source.error(
        at: next, "this quote has no partner",
        fix: words.isEmpty
          ? "take it out, or write another one before the words" : "write \"\(words)\""))
    next = end
    tokens.append(RuleToken(kind: .faulty, range: start..<next))
  }
}
