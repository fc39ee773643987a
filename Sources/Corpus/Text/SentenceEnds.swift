/// Finds the ends of sentences in one turn while its words are cut.
///
/// A sentence ends at the end of the turn, at a blank line, and after `.` `?` `!` `…` when white space
/// follows, with the exceptions of the format. Whether some of them hold depends on the next letter,
/// so an end is kept as pending until the next word begins.
struct SentenceEnds {
  /// A finished sentence.
  struct Boundary {
    let text: Range<Int>
    /// The first of its places in the row; the last is the one met last.
    let firstPlace: Int
  }

  private enum Condition {
    case always
    case unlessSmallFollows
    case ifCapitalFollows
  }

  private let turn: Range<Int>
  private var sentenceStart: Int
  private var word = 0..<0
  private var candidates: [(end: Int, next: Int, condition: Condition)] = []
  private var placesSeen = 0
  private var firstPlace = 0

  init(turn: Range<Int>) {
    self.turn = turn
    sentenceStart = turn.lowerBound
  }

  @inline(__always)
  var isPending: Bool { !candidates.isEmpty }

  @inline(__always)
  mutating func meetWord(start: Int, end: Int) {
    word = start..<end
    placesSeen += 1
  }

  /// Meets a line end; a line of blanks after it ends the sentence.
  ///
  /// - Parameters:
  ///   - text: The transcript's text.
  ///   - index: Where the line ends.
  /// - Returns: Where to go on.
  mutating func meetLineEnd(_ text: borrowing Span<UInt8>, at index: Int) -> Int {
    let next = skipBlanks(text, from: index + 1, to: turn.upperBound)
    for cursor in index + 1..<next where text[cursor] == 0x0A {
      let end = trimBlanks(text, from: turn.lowerBound, to: index)
      candidates.append((end, next, .always))
      break
    }
    return next
  }

  /// Meets a sign that can end a sentence.
  ///
  /// - Parameters:
  ///   - text: The transcript's text.
  ///   - index: Where the sign stands.
  /// - Returns: The index after it and those that repeat it.
  mutating func meetTerminator(_ text: borrowing Span<UInt8>, at index: Int) -> Int {
    var cursor = index
    var onlyStops = true
    while cursor < turn.upperBound {
      switch text[cursor] {
      case UInt8(ascii: "."): cursor += 1
      case UInt8(ascii: "?"), UInt8(ascii: "!"):
        onlyStops = false
        cursor += 1
      default:
        let (scalar, length) = decodeScalar(text, at: cursor)
        guard scalar == 0x2026 else {
          finishRun(text, from: index, to: cursor, onlyStops: onlyStops)
          return cursor
        }
        cursor += length
      }
    }
    return cursor
  }

  private mutating func finishRun(
    _ text: borrowing Span<UInt8>, from start: Int, to end: Int, onlyStops: Bool
  ) {
    var close = end
    var isQuoted = false
    while close < turn.upperBound {
      let (scalar, length) = decodeScalar(text, at: close)
      guard let scalar else { return }
      if Self.closingQuotes.contains(scalar) {
        isQuoted = true
      } else if scalar != 0x29, scalar != 0x5D {
        break
      }
      close += length
    }
    let next = skipBlanks(text, from: close, to: turn.upperBound)
    guard next > close else { return }
    if onlyStops {
      let isOneStop =
        end == start + 1 && text[start] == UInt8(ascii: ".") && word.upperBound == start
      switch isOneStop ? Abbreviations.kind(text, endingAt: start, word: word) : .none {
      case .none: candidates.append((close, next, .unlessSmallFollows))
      case .endsBeforeCapital: candidates.append((close, next, .ifCapitalFollows))
      case .neverEnds: break
      }
    } else {
      candidates.append((close, next, isQuoted ? .unlessSmallFollows : .always))
    }
  }

  /// The boundary before the word or `[…]` at `index`, if the sentence ends there.
  ///
  /// Of several ends in a row the first ends the sentence, and the next begins after the last: what
  /// lies between has no words.
  mutating func take(before text: borrowing Span<UInt8>, at index: Int, isWord: Bool) -> Boundary? {
    defer { if !isWord { placesSeen += 1 } }
    guard isPending else { return nil }
    let letter = isWord ? decodeScalar(text, at: index).0 : nil
    var boundary: Boundary?
    for candidate in candidates where Self.holds(candidate.condition, before: letter) {
      if boundary == nil {
        boundary = Boundary(text: sentenceStart..<candidate.end, firstPlace: firstPlace)
      }
      sentenceStart = candidate.next
    }
    candidates.removeAll(keepingCapacity: true)
    if boundary != nil { firstPlace = placesSeen }
    return boundary
  }

  /// The sentence that is open at the end of the turn.
  func finish() -> Boundary {
    let end = candidates.first { Self.holds($0.condition, before: nil) }?.end
    return Boundary(
      text: sentenceStart..<max(sentenceStart, end ?? turn.upperBound), firstPlace: firstPlace)
  }

  /// Whether a sentence ends before a word that begins with `letter`; nil for the end of the turn
  /// and for `[…]`.
  private static func holds(_ condition: Condition, before letter: UInt32?) -> Bool {
    switch condition {
    case .always: true
    case .unlessSmallFollows: !(letter.map(isSmall) ?? false)
    case .ifCapitalFollows: letter.map(isCapital) ?? false
    }
  }

  private static let closingQuotes: Set<UInt32> = [
    0x22, 0x27, 0x60, 0x2019, 0x201D, 0x201C, 0xBB, 0xAB, 0x203A, 0x2018,
  ]
}
