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

  private static let goOn: Set<[UInt8]> = Set(
    """
    bijv bv bijvb dhr mw mevr mej nl ca nr nrs blz drs dr ing ir mr prof evt resp vgl incl excl jl \
    zgn zg aanw afz alg betr cfr ds hfst jr sr mnd ong opm pag vnl vs mrs ms mt vol approx dept viz
    """.split(separator: " ").map { Array($0.utf8) })

  private static let listEnds: [[UInt8]] = ["enz", "etc", "e.d"].map { Array($0.utf8) }

  /// What the full stop at `stop`, right after `word`, means.
  static func kind(_ text: borrowing Span<UInt8>, endingAt stop: Int, word: Range<Int>) -> Kind {
    if listEnds.contains(where: { ends(text, at: stop, with: $0) }) { return .endsBeforeCapital }
    guard word.count <= 8 else { return .none }
    var bytes: [UInt8] = []
    for index in word { bytes.append(text[index]) }
    let folded = Folding.fold(bytes)
    if let letter = onlyLetter(text, word) { return letter == .letter ? .neverEnds : .none }
    return goOn.contains(folded) ? .neverEnds : .none
  }

  /// What the one sign of the word is, accents apart; nil when it has more.
  private static func onlyLetter(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> ScalarClass?
  {
    var only: ScalarClass?
    var index = word.lowerBound
    while index < word.upperBound {
      let (scalar, length) = decodeScalar(text, at: index)
      guard let scalar else { return nil }
      let found = scalarClass(scalar)
      index += length
      if found == .mark || found == .dropped { continue }
      guard only == nil else { return nil }
      only = found
    }
    return only
  }

  /// Whether the bytes before `stop` are `ending`, and begin a word.
  private static func ends(
    _ text: borrowing Span<UInt8>, at stop: Int, with ending: [UInt8]
  ) -> Bool {
    let start = stop - ending.count
    guard start >= 0 else { return false }
    for (offset, byte) in ending.enumerated() {
      let sign = text[start + offset]
      guard (sign &- 0x41 < 26 ? sign | 0x20 : sign) == byte else { return false }
    }
    return start == 0 || !(asciiClass(text[start - 1]).isOfWords || text[start - 1] >= 0x80)
  }
}
