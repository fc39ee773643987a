/// One turn cut to words and sentences, step by step as the format says it.
///
/// All ranges count scalars of the text.
struct SlowRow {
  struct Place {
    let range: Range<Int>
    let isWord: Bool
  }

  struct Sentence {
    let text: Range<Int>
    let row: Range<Int>
  }

  private(set) var places: [Place] = []
  private(set) var sentences: [Sentence] = []

  init(_ text: SlowText, _ turn: Range<Int>, bracketsAreWords: Bool) {
    let speech = SlowBrackets(text.scalars, turn, bracketsAreWords: bracketsAreWords)
    places = speech.transcribers.map { Place(range: $0, isWord: false) }
    var index = turn.lowerBound
    while index < turn.upperBound {
      guard speech.isSpeech(index), Self.isOfWords(text.scalars[index]) else {
        index += 1
        continue
      }
      let end = Self.wordEnd(text.scalars, index, turn.upperBound)
      places.append(Place(range: index..<end, isWord: true))
      index = end
    }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    cutSentences(text.scalars, turn, speech)
  }

  func wordIndex(_ place: Int) -> Int { places[..<place].count { $0.isWord } }

  func sentence(_ place: Int) -> Int? { sentences.firstIndex { $0.row.contains(place) } }

  // MARK: Words

  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    [.letter, .digit].contains(SlowSign(scalar))
  }

  /// Letters and digits, with single hyphens or apostrophes between them.
  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Int {
    let kept = (start..<limit).filter { SlowSign(scalars[$0]) != .dropped }
    var last = 0
    while last + 1 < kept.count {
      let isJoint = [.hyphen, .apostrophe].contains(SlowSign(scalars[kept[last + 1]]))
      if isOfWords(scalars[kept[last + 1]]) || SlowSign(scalars[kept[last + 1]]) == .mark {
        last += 1
      } else if isJoint, last + 2 < kept.count, isOfWords(scalars[kept[last + 2]]) {
        last += 2
      } else {
        break
      }
    }
    return kept[last] + 1
  }

  // MARK: Sentences

  private mutating func cutSentences(
    _ scalars: [Unicode.Scalar], _ turn: Range<Int>, _ speech: SlowBrackets
  ) {
    let ends = turn.filter { index in
      index > turn.lowerBound && endsSentence(scalars, turn, speech, at: index)
    }
    var start = turn.lowerBound
    for end in ends + [turn.upperBound] {
      var text = start..<end
      while let first = text.first, SlowSign(scalars[first]) == .blank { text.removeFirst() }
      while let last = text.last, SlowSign(scalars[last]) == .blank { text.removeLast() }
      let row = places.indices.filter { (start..<end).contains(places[$0].range.lowerBound) }
      if let first = row.first, let last = row.last, row.contains(where: { places[$0].isWord }) {
        sentences.append(Sentence(text: text, row: first..<last + 1))
      }
      start = end
    }
  }

  /// Whether a sentence ends right before `index`, where something else than the turn's end stands.
  private func endsSentence(
    _ scalars: [Unicode.Scalar], _ turn: Range<Int>, _ speech: SlowBrackets, at index: Int
  ) -> Bool {
    guard speech.isSpeech(index), SlowSign(scalars[index]) == .blank else { return false }
    if SlowSign(scalars[index - 1]) != .blank {
      let blanks = scalars[index..<turn.upperBound].prefix { SlowSign($0) == .blank }
      if blanks.count(where: { $0 == "\n" }) > 1 { return true }
    }
    var run = index
    var isQuoted = false
    while run > turn.lowerBound, speech.isSpeech(run - 1) {
      if "\"'`’‘”“»«›".unicodeScalars.contains(scalars[run - 1]) {
        isQuoted = true
      } else if !")]".unicodeScalars.contains(scalars[run - 1]) {
        break
      }
      run -= 1
    }
    let signs = scalars[turn.lowerBound..<run].reversed().prefix {
      ".?!…".unicodeScalars.contains($0)
    }
    guard !signs.isEmpty, speech.isSpeech(run - 1) else { return false }
    let next = places.first { $0.range.lowerBound >= index }
    let first = next.flatMap { $0.isWord ? scalars[$0.range.lowerBound].properties : nil }
    guard signs.allSatisfy({ ".…".unicodeScalars.contains($0) }) else {
      return !(isQuoted && first?.isLowercase == true)
    }
    let word = places.last { $0.range.upperBound <= run }
    if signs.elementsEqual(["."]), let word, word.isWord, word.range.upperBound == run - 1 {
      switch abbreviation(scalars, word.range) {
      case .goesOn: return false
      case .endsBeforeCapital: return first?.isUppercase == true
      case .none: break
      }
    }
    return first?.isLowercase != true
  }

  private enum Abbreviation { case goesOn, endsBeforeCapital, none }

  /// The abbreviations that the format names.
  private func abbreviation(_ scalars: [Unicode.Scalar], _ word: Range<Int>) -> Abbreviation {
    let letters = SlowForm.letters(scalars[word], isExact: false).joined()
    let before = scalars[..<word.lowerBound].suffix(3).map(String.init).joined().lowercased()
    if ["enz", "etc"].contains(letters) { return .endsBeforeCapital }
    if letters == "d", before == "e." || before.hasSuffix(" e.") { return .endsBeforeCapital }
    let signs = scalars[word].filter { [.letter, .digit].contains(SlowSign($0)) }
    if signs.count == 1, SlowSign(signs[0]) == .letter { return .goesOn }
    return ["bijv", "dhr", "mw", "nl"].contains(letters) ? .goesOn : .none
  }
}
