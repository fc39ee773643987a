import Corpus

/// Cuts a rule into tokens, and reports what is wrong inside a single one.
struct RuleLexer {
  let source: RuleSource
  private let bytes: [UInt8]
  var next = 0
  private(set) var tokens: [RuleToken] = []
  /// The rule as written, and after it the words and phrases that have another plain form.
  private(set) var plain: [UInt8]
  var diagnostics: [Diagnostic] = []

  init(reading source: RuleSource) {
    self.source = source
    bytes = source.bytes
    plain = bytes
    tokens.reserveCapacity(bytes.count / 6 + 4)
    while next < bytes.count { readToken() }
  }

  private mutating func readToken() {
    switch bytes[next] {
    case UInt8(ascii: " "): next += 1
    case UInt8(ascii: "("): take(.open, to: next + 1)
    case UInt8(ascii: ")"): take(.close, to: next + 1)
    case UInt8(ascii: ","): take(.comma, to: next + 1)
    case UInt8(ascii: "="): readExact()
    default:
      if let end = source.text.endOfArrow(at: next) { return take(.arrow, to: end) }
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
    var word = RuleWord()
    while next < bytes.count, word.add(bytes[next]) { next += 1 }
    var text = first..<next
    if next < bytes.count, !Self.endsPlainWord(bytes[next]) {
      next = endOfWord(from: next)
      word = RuleWord(source.text, first..<next)
      text = add(word.plain)
    }
    if !isExact, let found = readOperator(text, from: start) {
      tokens.append(RuleToken(kind: .combining(found), range: start..<next))
      return
    }
    let isSound = check(word, at: first)
    tokens.append(
      RuleToken(
        kind: isSound ? .phrase(text, isExact: isExact) : .faulty, range: start..<next))
  }

  /// Whether a byte is a sign that most often follows a word.
  private static func endsPlainWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: ")")
  }

  /// Where a word ends that may go on at `index`.
  func endOfWord(from index: Int) -> Int {
    var index = index
    while index < bytes.count, source.text.endOfArrow(at: index) == nil {
      let (sign, end) = source.text.sign(at: index)
      guard sign.isOfWords else { break }
      index = end
    }
    return index
  }

  /// Adds a plain form that is not in the rule as it stands.
  private mutating func add(_ text: [UInt8]) -> Range<Int> {
    plain += text
    return plain.count - text.count..<plain.count
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
    if word.hasWildcard { warnIfWide([word], at: index) }
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
    next = source.text.sign(at: open).end
    if let close = endOfPlainPhrase {
      let kind = RuleToken.Kind.phrase(next..<close, isExact: isExact)
      next = close + 1
      tokens.append(RuleToken(kind: kind, range: start..<next))
      return
    }
    var close = next
    while close < bytes.count, source.text.sign(at: close).sign != .quote {
      close = source.text.sign(at: close).end
    }
    guard close < bytes.count else { return readUnclosedPhrase(from: start, open) }
    let words = words(of: next..<close)
    next = source.text.sign(at: close).end
    guard words.contains(where: { $0.letters > 0 }) else {
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
    let texts = words.map { $0.letters > 0 ? $0.plain : [] }
    let text = add(Array(texts.joined(separator: " ".utf8)))
    tokens.append(RuleToken(kind: .phrase(text, isExact: isExact), range: start..<next))
  }

  /// The quote behind words of ASCII letters with one blank between them: what most phrases are.
  private var endOfPlainPhrase: Int? {
    var last = UInt8(ascii: " ")
    var index = next
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return last == UInt8(ascii: " ") ? nil : index }
      let isBlank = byte == UInt8(ascii: " ")
      guard (byte | 0x20) &- 0x61 < 26 || isBlank && last != byte else { return nil }
      last = byte
      index += 1
    }
    return nil
  }

  /// The words of a phrase; those without letters are a lone `*`.
  ///
  /// Other signs are blanks, and so are two hyphens or apostrophes in a row.
  private func words(of range: Range<Int>) -> [RuleWord] {
    var words: [RuleWord] = []
    var start = range.lowerBound
    var index = start
    var wasJoiner = false
    while index <= range.upperBound {
      let (sign, end) =
        index < range.upperBound ? source.text.sign(at: index) : (.blank, index + 1)
      let isCut = !sign.isOfWords || sign == .mark && index == start
      if isCut || sign.isJoiner && index > start && wasJoiner {
        let word = RuleWord(source.text, start..<index)
        if word.letters > 0 || word.plain.contains(UInt8(ascii: "*")) { words.append(word) }
        start = end
      }
      wasJoiner = sign.isJoiner
      index = end
    }
    return words
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
