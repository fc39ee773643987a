/// What stands between brackets in a turn, as far as it is no speech.
enum Bracketed: Equatable {
  /// `[…]`: the transcriber's own; takes one place in the row of words.
  case transcribers
  /// A stage direction, pause or time stamp: takes no place.
  case direction
}

/// Finds the partners of the brackets in one turn, each kind by itself, in one pass.
struct BracketPairs {
  private struct Pair {
    let open: Int
    /// Where the partner stands; before `open` when there is none.
    var close = -1
  }

  private var pairs: [Pair] = []
  private var next = 0
  private var square: [Int] = []
  private var round: [Int] = []

  /// Finds the pairs in a stretch of text, and forgets those found before.
  mutating func find(_ text: borrowing Span<UInt8>, in range: Range<Int>) {
    pairs.removeAll(keepingCapacity: true)
    square.removeAll(keepingCapacity: true)
    round.removeAll(keepingCapacity: true)
    next = 0
    for index in range {
      switch text[index] {
      case UInt8(ascii: "["):
        square.append(pairs.count)
        pairs.append(Pair(open: index))
      case UInt8(ascii: "("):
        round.append(pairs.count)
        pairs.append(Pair(open: index))
      case UInt8(ascii: "]"): if let open = square.popLast() { pairs[open].close = index }
      case UInt8(ascii: ")"): if let open = round.popLast() { pairs[open].close = index }
      default: break
      }
    }
  }

  /// What the bracket that opens at `index` holds, and the index after its partner.
  ///
  /// To be asked from left to right; nil when it has no partner in the turn, or holds speech.
  mutating func content(
    _ text: borrowing Span<UInt8>, at index: Int, bracketsAreWords: Bool
  ) -> (Bracketed, end: Int)? {
    while next < pairs.count, pairs[next].open < index { next += 1 }
    guard next < pairs.count, pairs[next].open == index, pairs[next].close > index else {
      return nil
    }
    let partner = pairs[next].close
    if let stamp = TimeStamp(text, at: index, end: partner + 1), stamp.end == partner + 1 {
      return (.direction, partner + 1)
    }
    if text[index] == UInt8(ascii: "[") {
      return bracketsAreWords ? nil : (.transcribers, partner + 1)
    }
    let inside = index + 1..<partner
    return isDouble(text, inside) || isPause(text, inside) || StageDirections.begin(text, inside)
      ? (.direction, partner + 1) : nil
  }

  /// Whether round brackets hold just another pair of them.
  private func isDouble(_ text: borrowing Span<UInt8>, _ inside: Range<Int>) -> Bool {
    guard next + 1 < pairs.count, !inside.isEmpty else { return false }
    let inner = pairs[next + 1]
    return inner.open == inside.lowerBound && inner.close == inside.upperBound - 1
      && text[inner.open] == UInt8(ascii: "(")
  }

  /// Whether brackets hold a pause: full stops, an ellipsis, or seconds such as `2.3`, `4` and `4 sec`.
  private func isPause(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { text[$0] != 0x20 }), isOfPauses(text[first]) else {
      return false
    }
    var signs: [UInt8] = []
    for index in range where text[index] != 0x20 {
      signs.append(text[index])
      if signs.count > 12 { return isStops(text, range) }
    }
    if signs == [0xE2, 0x80, 0xA6] { return true }
    if isStops(text, range) { return true }
    let digits = signs.prefix { $0 &- 0x30 < 10 }.count
    guard digits > 0 else { return false }
    var rest = signs[digits...]
    var isNumber = digits <= 2
    if let point = rest.first, point == UInt8(ascii: ".") || point == UInt8(ascii: ",") {
      let fraction = rest.dropFirst().prefix { $0 &- 0x30 < 10 }.count
      guard fraction > 0 else { return false }
      rest = rest.dropFirst(1 + fraction)
      isNumber = true
    }
    // (2019) is a year that somebody speaks of.
    if rest.isEmpty { return isNumber }
    return ["s", "sec", "sec.", "seconden", "seconds"].contains { $0.utf8.elementsEqual(rest) }
  }

  /// Whether what a byte begins can begin a pause.
  private func isOfPauses(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte &- 0x30 < 10 || byte == 0xE2
  }

  private func isStops(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var stops = 0
    for index in range {
      if text[index] == UInt8(ascii: ".") {
        stops += 1
      } else if text[index] != 0x20 {
        return false
      }
    }
    return stops > 0
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

  /// Whether the words in `range` begin with a listed direction.
  static func begin(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    var words: [UInt8] = []
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, count < 3, words.count < 64 {
      let (scalar, length) = decodeScalar(text, at: index)
      guard let scalar, scalarClass(scalar).isOfWords else {
        index += length
        continue
      }
      if count > 0 { words.append(0x20) }
      let end = endOfWord(text, from: index, to: range.upperBound)
      Folding.append(folding: text, index..<end, to: &words)
      index = end
      count += 1
      if beginnings.contains(words) { return true }
    }
    return false
  }

  /// Where the letters, digits and marks end; a direction of over 64 bytes is not in the list.
  private static func endOfWord(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index < end, index < start + 64 {
      let (scalar, length) = decodeScalar(text, at: index)
      guard let scalar else { break }
      let scalarClass = scalarClass(scalar)
      guard scalarClass.isOfWords || scalarClass == .mark else { break }
      index += length
    }
    return index
  }
}
