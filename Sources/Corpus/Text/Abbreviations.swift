/// Words after which a full stop ends no sentence.
enum Abbreviations {
  /// What a full stop after a word means for the sentence.
  enum Kind {
    /// The word is no abbreviation.
    case none
    case neverEnds
    /// `enz.`, `etc.`, `e.d.`: the sentence goes on unless a capital follows.
    case endsBeforeCapital
  }

  /// Those with full stops inside (`o.a.`, `d.w.z.`, `i.e.`) end in one letter and need no place here;
  /// words that are also ordinary ones (`vol`, `min`, `no`) have none.
  private static let goOn: [UInt64] = keys(
    """
    bijv bv bijvb dhr mw mevr mej nl ca nr nrs blz drs dr ing ir mr prof evt resp vgl incl excl jl \
    zgn zg aanw afz alg betr cfr ds hfst jr sr mnd ong opm pag vnl vs mrs ms approx dept viz
    """)

  private static let listEnds = keys("enz etc")

  /// The most letters of any of them.
  private static let longest = 6

  /// What a full stop right after `word` means, in a turn that begins at `turnStart`.
  static func kind(
    _ text: borrowing Span<UInt8>, _ word: Range<Int>, turnStart: Int
  ) -> Kind {
    if isOneLetter(text, word) {
      return endsED(text, word, turnStart: turnStart) ? .endsBeforeCapital : .neverEnds
    }
    guard word.count <= longest else { return .none }
    var key: UInt64 = 0
    for index in word {
      guard text[index] < 0x80 else { return .none }
      key = key << 8 | UInt64(asciiSmall(text[index]))
    }
    if listEnds.contains(key) { return .endsBeforeCapital }
    // MT, NL, VS and BV are names, and end sentences as names do.
    let second = text[word.lowerBound + 1]
    return second == asciiSmall(second) && isListed(key) ? .neverEnds : .none
  }

  private static func isOneLetter(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> Bool {
    // No mark is ASCII, so most words are none at a glance.
    if word.count > 1, text[word.lowerBound] < 0x80, text[word.lowerBound + 1] < 0x80 {
      return false
    }
    let (scalar, length) = decodeScalar(text, at: word.lowerBound)
    guard let scalar, scalarClass(scalar) == .letter else { return false }
    var index = word.lowerBound + length
    while index < word.upperBound {
      let (scalar, length) = decodeScalar(text, at: index)
      guard let scalar else { return false }
      let scalarClass = scalarClass(scalar)
      guard scalarClass == .mark || scalarClass == .dropped else { return false }
      index += length
    }
    return true
  }

  /// Whether `word` is the d of `e.d`.
  private static func endsED(
    _ text: borrowing Span<UInt8>, _ word: Range<Int>, turnStart: Int
  ) -> Bool {
    let start = word.lowerBound - 2
    guard start >= turnStart, word.count == 1,
      asciiSmall(text[word.lowerBound]) == UInt8(ascii: "d"),
      text[start + 1] == UInt8(ascii: "."), asciiSmall(text[start]) == UInt8(ascii: "e")
    else { return false }
    guard start > turnStart else { return true }
    var before = start - 1
    while before > turnStart, text[before] & 0xC0 == 0x80 { before -= 1 }
    guard let scalar = decodeScalar(text, at: before).0 else { return true }
    let scalarClass = scalarClass(scalar)
    return !scalarClass.isOfWords && scalarClass != .mark
  }

  /// Words of at most `longest` small letters, each packed into one number, ascending.
  private static func keys(_ words: String) -> [UInt64] {
    words.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }.sorted()
  }

  private static func isListed(_ key: UInt64) -> Bool {
    let words = goOn
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == key
  }
}
