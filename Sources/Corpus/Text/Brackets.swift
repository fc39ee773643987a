/// What stands between brackets in a turn, as far as it is no speech.
enum Bracketed: Equatable {
  /// `[…]`: the transcriber's own; takes one place in the row of words.
  case transcribers
  /// A stage direction, pause or time stamp: takes no place.
  case direction
}

/// Finds the partners of the brackets in one turn, each kind by itself, in one pass.
struct BracketPairs {
  private var partners: [Int: Int] = [:]

  init(_ text: borrowing Span<UInt8>, in range: Range<Int>) {
    var square: [Int] = []
    var round: [Int] = []
    for index in range {
      switch text[index] {
      case UInt8(ascii: "["): square.append(index)
      case UInt8(ascii: "("): round.append(index)
      case UInt8(ascii: "]"): if let open = square.popLast() { partners[open] = index }
      case UInt8(ascii: ")"): if let open = round.popLast() { partners[open] = index }
      default: break
      }
    }
  }

  /// What the bracket that opens at `index` holds, and the index after its partner; nil when it has
  /// no partner in the turn, or holds speech.
  func content(
    _ text: borrowing Span<UInt8>, at index: Int, bracketsAreWords: Bool
  ) -> (Bracketed, end: Int)? {
    guard let partner = partners[index] else { return nil }
    if let stamp = TimeStamp(text, at: index, end: partner + 1), stamp.end == partner + 1 {
      return (.direction, partner + 1)
    }
    if text[index] == UInt8(ascii: "[") {
      return bracketsAreWords ? nil : (.transcribers, partner + 1)
    }
    if let inner = partners[index + 1], inner == partner - 1, text[index + 1] == text[index] {
      return (.direction, partner + 1)
    }
    let inside = index + 1..<partner
    return isPause(text, inside) || StageDirections.begin(text, inside)
      ? (.direction, partner + 1) : nil
  }

  /// Whether brackets hold a pause: full stops, an ellipsis, or seconds such as `2.3` and `4 sec`.
  private func isPause(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var signs: [UInt8] = []
    for index in range where text[index] != 0x20 {
      signs.append(text[index])
      if signs.count > 12 { return false }
    }
    if signs == [0xE2, 0x80, 0xA6] { return true }
    if !signs.isEmpty, signs.allSatisfy({ $0 == UInt8(ascii: ".") }) { return true }
    let number = signs.prefix {
      $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    guard let first = number.first, let last = number.last, first &- 0x30 < 10, last &- 0x30 < 10,
      number.count(where: { $0 &- 0x30 >= 10 }) <= 1
    else { return false }
    return ["", "s", "sec", "sec.", "seconden", "seconds"]
      .contains { $0.utf8.elementsEqual(signs[number.endIndex...]) }
  }
}

/// The words with which a stage direction in round brackets begins.
enum StageDirections {
  private static let beginnings: Set<[UInt8]> = Set(
    """
    lacht|lachen|lachend|lachje|gelach|glimlacht|grinnikt|giechelt|onverstaanbaar|onduidelijk|\
    stilte|pauze|korte pauze|lange pauze|knikt|knikken|schudt|zucht|zuchten|hoest|kucht|snuift|\
    fluistert|fluisterend|applaus|gemompel|mompelt|geroezemoes|rumoer|instemmend|instemming|\
    door elkaar|praten door elkaar|allen praten|allemaal door elkaar|denkt na|haalt adem|\
    haalt schouders|schraapt|wijst|gebaart|huilt|telefoon gaat|deur gaat|bandopname|opname|\
    laughs|laughing|laughter|laugh|chuckles|giggles|smiles|inaudible|unintelligible|unclear|\
    pause|short pause|long pause|silence|nods|nodding|shakes|sighs|sighing|coughs|clears|whispers|\
    applause|crosstalk|cross talk|overlapping|overlap|all talking|all talk|mumbles|points|cries
    """.split(separator: "|").map { Array($0.utf8) })

  /// Whether the words in `range`, up to a bracket in it, begin with a listed direction.
  static func begin(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var words: [UInt8] = []
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, count < 3, words.count < 64 {
      let start = index
      index = Self.wordEnd(text, from: index, to: range.upperBound)
      if index == start {
        // Also keeps the search short where brackets stand in brackets in brackets.
        if text[index] == UInt8(ascii: "(") || text[index] == UInt8(ascii: "[") { return false }
        index += decodeScalar(text, at: index).1
        continue
      }
      if count > 0 { words.append(0x20) }
      for byte in start..<index { words.append(text[byte]) }
      count += 1
      if beginnings.contains(Folding.fold(words)) { return true }
    }
    return false
  }

  private static func wordEnd(
    _ text: borrowing Span<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    var index = start
    while index < limit {
      let (scalar, length) = decodeScalar(text, at: index)
      guard let scalar, [.letter, .digit, .mark, .dropped].contains(scalarClass(scalar)) else {
        break
      }
      index += length
    }
    return index
  }
}
