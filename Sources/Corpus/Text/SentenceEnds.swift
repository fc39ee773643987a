/// Finds the ends of sentences in one turn while its words are cut.
///
/// A sentence ends at the end of the turn, at a blank line, and after `.` `?` `!` `…` when white space
/// follows, with the exceptions of the format. Whether some of them hold depends on the next word, so
/// an end is kept as pending until that word begins.
struct SentenceEnds {
  /// A finished sentence.
  struct Boundary {
    let text: Range<Int>
    /// The first of its places in the row; the last is the one met last.
    let firstPlace: Int
  }

  /// Where a sentence may end, and where the next one then begins: of several ends in a row the first
  /// ends it, and the next begins after the last, since what lies between has no words.
  private struct End {
    let index: Int
    var next: Int
  }

  private let turn: Range<Int>
  private var sentenceStart: Int
  private var firstPlace = 0

  // Of the ends met since the last place, the first under each condition.
  private(set) var isPending = false
  private var always: End?
  private var unlessSmallFollows: End?
  private var ifCapitalFollows: End?

  init(turn: Range<Int>) {
    self.turn = turn
    sentenceStart = turn.lowerBound
  }

  /// Meets a line end, and returns where to go on; a line of blanks after it ends the sentence.
  mutating func meetLineEnd(_ text: borrowing Span<UInt8>, at index: Int) -> Int {
    let next = skipBlanks(text, from: index + 1, to: turn.upperBound)
    for cursor in index + 1..<next where text[cursor] == 0x0A {
      let end = trimBlanks(text, from: turn.lowerBound, to: index)
      Self.meet(End(index: end, next: next), &always)
      isPending = true
      break
    }
    return next
  }

  /// Meets a sign that can end a sentence, and returns the index after those that repeat it.
  mutating func meetTerminator(
    _ text: borrowing Span<UInt8>, at index: Int, after place: Row.Place?
  ) -> Int {
    var cursor = index
    var onlyStops = true
    while cursor < turn.upperBound {
      switch text[cursor] {
      case UInt8(ascii: "."): cursor += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        onlyStops = false
        cursor += 1
      case 0xE2 where decodeScalar(text, at: cursor).0 == 0x2026: cursor += 3
      default:
        finishRun(text, from: index, to: cursor, onlyStops: onlyStops, after: place)
        return cursor
      }
    }
    return cursor
  }

  private mutating func finishRun(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, onlyStops: Bool,
    after place: Row.Place?
  ) {
    var close = end
    var isQuoted = false
    while close < turn.upperBound {
      let (scalar, length) = decodeScalar(text, at: close)
      guard let scalar else { return }
      if Self.isClosingQuote(scalar) {
        isQuoted = true
      } else if scalar != 0x29, scalar != 0x5D {
        break
      }
      close += length
    }
    let next = skipBlanks(text, from: close, to: turn.upperBound)
    guard next > close else { return }
    let found = End(index: close, next: next)
    if onlyStops {
      switch kind(text, stops: start..<end, after: place) {
      case .none: Self.meet(found, &unlessSmallFollows)
      case .endsBeforeCapital: Self.meet(found, &ifCapitalFollows)
      case .neverEnds: return
      }
    } else if isQuoted {
      Self.meet(found, &unlessSmallFollows)
    } else {
      Self.meet(found, &always)
    }
    isPending = true
  }

  /// What full stops mean after a place of the row.
  private func kind(
    _ text: borrowing Span<UInt8>, stops: Range<Int>, after place: Row.Place?
  ) -> Abbreviations.Kind {
    guard let place, stops.count == 1, !place.isTranscribers, Int(place.end) == stops.lowerBound
    else { return .none }
    let word = Int(place.start)..<Int(place.end)
    return Abbreviations.kind(text, word, turnStart: turn.lowerBound)
  }

  private static func meet(_ end: End, _ ends: inout End?) {
    if ends == nil { ends = end } else { ends?.next = end.next }
  }

  /// The boundary before the word or `[…]` at `index`, if the sentence ends there.
  mutating func take(
    before text: borrowing Span<UInt8>, at index: Int, isWord: Bool, placesSeen: Int
  ) -> Boundary? {
    guard isPending else { return nil }
    let found = end(before: isWord ? decodeScalar(text, at: index).0 : nil)
    always = nil
    unlessSmallFollows = nil
    ifCapitalFollows = nil
    isPending = false
    guard let found else { return nil }
    let boundary = Boundary(text: sentenceStart..<found.index, firstPlace: firstPlace)
    sentenceStart = found.next
    firstPlace = placesSeen
    return boundary
  }

  /// The sentence that is open at the end of the turn.
  func finish() -> Boundary {
    let end = end(before: nil)?.index ?? turn.upperBound
    return Boundary(text: sentenceStart..<max(sentenceStart, end), firstPlace: firstPlace)
  }

  /// Of the pending ends those that hold before a word that begins with `letter`; nil for the end of
  /// the turn and for `[…]`.
  private func end(before letter: UInt32?) -> End? {
    var found = always
    if let end = unlessSmallFollows, letter.map(isSmall) != true {
      found = Self.hull(found, end)
    }
    if let end = ifCapitalFollows, letter.map(isCapital) == true {
      found = Self.hull(found, end)
    }
    return found
  }

  private static func hull(_ one: End?, _ other: End) -> End {
    guard let one else { return other }
    return End(index: min(one.index, other.index), next: max(one.next, other.next))
  }

  private static func isClosingQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x60, 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB, 0x203A: true
    default: false
    }
  }
}
