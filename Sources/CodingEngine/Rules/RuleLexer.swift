import Corpus

/// Cuts a rule into tokens, and reports what is wrong inside a single one.
struct RuleLexer {
  let source: RuleSource
  private let bytes: [UInt8]
  var next = 0
  private(set) var tokens: [RuleToken] = []
  /// The words of all phrases: see `Phrase.text`.
  private(set) var plain: [UInt8] = []
  var diagnostics: [Diagnostic] = []

  init(reading source: RuleSource) {
    self.source = source
    bytes = source.bytes
    tokens.reserveCapacity(bytes.count / 8 + 4)
    plain.reserveCapacity(bytes.count)
    while next < bytes.count { readToken() }
  }

  private mutating func readToken() {
    if let end = source.text.endOfArrow(at: next) { return take(.arrow, to: end) }
    switch bytes[next] {
    case UInt8(ascii: "("): take(.open, to: next + 1)
    case UInt8(ascii: ")"): take(.close, to: next + 1)
    case UInt8(ascii: ","): take(.comma, to: next + 1)
    case UInt8(ascii: "="): readExact()
    default:
      let (sign, end) = source.text.sign(at: next)
      switch sign {
      case .blank, .dropped: next = end
      case .quote: readPhrase(from: next, isExact: false)
      case .letter, .digit, .hyphen, .apostrophe, .wildcard: readWord(from: next, isExact: false)
      case .mark, .other: take(.unknown, to: end)
      }
    }
  }

  private mutating func take(_ kind: RuleToken.Kind, to end: Int) {
    tokens.append(RuleToken(kind: kind, range: next..<end))
    next = end
  }

  // MARK: Terms

  private mutating func readExact() {
    let start = next
    next += 1
    let sign = next < bytes.count ? source.text.sign(at: next).sign : .blank
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
    var word = RuleWord(at: plain.count)
    while true {
      readLetters(&word)
      guard next < bytes.count, source.text.endOfArrow(at: next) == nil else { break }
      let (sign, end) = source.text.sign(at: next)
      guard sign.isOfWords else { break }
      word.add(sign, bytes[next..<end], to: &plain)
      next = end
    }
    word.close(&plain)
    let text = word.start..<plain.count
    if !isExact, let found = readOperator(text, from: start) {
      tokens.append(RuleToken(kind: .combining(found), range: start..<next))
      return
    }
    let isSound = check(word, at: first)
    tokens.append(
      RuleToken(
        kind: isSound ? .phrase(text, isExact: isExact) : .faulty, range: start..<next))
  }

  /// Adds the ASCII letters that come next.
  @inline(__always)
  private mutating func readLetters(_ word: inout RuleWord) {
    var end = next
    while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    guard end > next else { return }
    word.add(letters: bytes[next..<end], to: &plain)
    next = end
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
    warnIfWide(letters: word.letters, hasWildcard: word.hasWildcard, at: index)
    return true
  }

  private mutating func warnIfWide(letters: Int, hasWildcard: Bool, at index: Int) {
    guard letters < 2, hasWildcard else { return }
    diagnostics.append(
      source.warning(
        at: index, "\"\(source.words(index..<next))\" finds very many words",
        fix: "write at least two letters beside the wildcard"))
  }

  private mutating func readPhrase(from start: Int, isExact: Bool) {
    let open = next
    next = source.text.sign(at: open).end
    var close = next
    while close < bytes.count, source.text.sign(at: close).sign != .quote {
      close = source.text.sign(at: close).end
    }
    guard close < bytes.count else { return readUnclosedPhrase(from: start, open) }
    let first = plain.count
    let (words, letters, hasWildcard) = readWords(to: close)
    next = source.text.sign(at: close).end
    guard letters > 0 else {
      tokens.append(RuleToken(kind: .faulty, range: start..<next))
      diagnostics.append(
        source.error(
          at: open,
          words == 0
            ? "there is no word between these quotes"
            : "a phrase of nothing but * finds everything",
          fix: "write a word between the quotes, or take them out"))
      return
    }
    warnIfWide(letters: letters, hasWildcard: hasWildcard, at: open)
    tokens.append(
      RuleToken(kind: .phrase(first..<plain.count, isExact: isExact), range: start..<next))
  }

  /// Reads the words of a phrase; those without letters are a lone `*`.
  ///
  /// Other signs are blanks, and so are two hyphens or apostrophes in a row.
  private mutating func readWords(
    to close: Int
  ) -> (count: Int, letters: Int, hasWildcard: Bool) {
    var (count, letters, hasWildcard) = (0, 0, false)
    var word = RuleWord(at: plain.count)
    var start = next
    var wasJoiner = false
    while true {
      let first = next
      readLetters(&word)
      if next > first { wasJoiner = false }
      let (sign, end) = next < close ? source.text.sign(at: next) : (.blank, close)
      let isCut = !sign.isOfWords || sign == .mark && next == start
      if isCut || sign.isJoiner && next > start && wasJoiner {
        word.close(&plain)
        let isAny = word.letters == 0 && plain[word.start...].contains(UInt8(ascii: "*"))
        if word.letters == 0 { plain.removeLast(plain.count - word.start) }
        if word.letters > 0 || isAny {
          if word.letters > 0, word.hasWildcard { hasWildcard = true }
          count += 1
          letters += word.letters
          plain.append(UInt8(ascii: " "))
        }
        word = RuleWord(at: plain.count)
        start = end
      } else {
        word.add(sign, bytes[next..<end], to: &plain)
      }
      wasJoiner = sign.isJoiner
      if next == close { break }
      next = end
    }
    if count > 0 { plain.removeLast() }
    return (count, letters, hasWildcard)
  }

  private mutating func readUnclosedPhrase(from start: Int, _ open: Int) {
    let inside = next
    while next < bytes.count, bytes[next] != UInt8(ascii: ","), bytes[next] != UInt8(ascii: ")"),
      bytes[next] != 0xE2 || source.text.endOfArrow(at: next) == nil
    {
      next += 1
    }
    let words = source.words(inside..<next)
    diagnostics.append(
      source.error(
        at: open, "this quote has no partner",
        fix: words.isEmpty
          ? "take it out, or write another one before the words" : "write \"\(words)\""))
    tokens.append(RuleToken(kind: .faulty, range: start..<next))
  }
}
