extension Row {
  /// Cuts a turn of a transcript to words and sentences.
  public mutating func cut(_ turn: Turn, of transcript: Transcript) {
    cut(
      transcript.text.span, turn.text, bracketsAreWords: transcript.details.bracketsAreWords)
  }

  /// Cuts a turn to words and sentences (`Words`, `Sentences` and `Brackets` of the format).
  ///
  /// - Parameters:
  ///   - text: The transcript's text, valid UTF-8.
  ///   - range: The turn's text in it.
  ///   - bracketsAreWords: Whether what stands in square brackets is speech.
  /// - Complexity: O(*n*) in the bytes of the turn; one pass.
  public mutating func cut(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, bracketsAreWords: Bool = false
  ) {
    places.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    transcribers.removeAll(keepingCapacity: true)
    var ends = SentenceEnds(turn: range)
    var bracketsAreFound = false
    var index = range.lowerBound
    let limit = range.upperBound
    while index < limit {
      if let word = plainWord(text, from: index, to: limit) {
        if ends.isPending { endSentence(text, at: index, isWord: true, &ends) }
        places.append(Place(start: UInt32(index), end: UInt32(word.end), key: word.key))
        // Most words end in a blank, which needs no look.
        index = word.end + (word.isBeforeBlank ? 1 : 0)
        continue
      }
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
        index = ends.meetTerminator(text, at: index, after: places.last)
      case 0x0A:
        index = ends.meetLineEnd(text, at: index)
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if !bracketsAreFound { brackets.find(text, in: index..<limit) }
        bracketsAreFound = true
        index = passBracket(text, at: index, bracketsAreWords: bracketsAreWords, &ends)
      case _ where isAsciiOfWords(byte):
        index = appendWord(text, from: index, to: limit, &ends)
      case 0..<0x80:
        index += 1
      default:
        let (scalar, length) = decodeScalar(text, at: index)
        if scalar == 0x2026 {
          index = ends.meetTerminator(text, at: index, after: places.last)
        } else if let scalar, scalarClass(scalar).isOfWords {
          index = appendWord(text, from: index, to: limit, &ends)
        } else {
          index += length
        }
      }
    }
    close(ends.finish())
  }

  /// Passes what is between brackets and no speech, or else the bracket only; returns the index after.
  private mutating func passBracket(
    _ text: borrowing Span<UInt8>, at index: Int, bracketsAreWords: Bool, _ ends: inout SentenceEnds
  ) -> Int {
    guard let found = brackets.content(text, at: index, bracketsAreWords: bracketsAreWords) else {
      return index + 1
    }
    if found.0 == .transcribers {
      endSentence(text, at: index, isWord: false, &ends)
      transcribers.append(places.count)
      places.append(Place(start: UInt32(index), end: UInt32(found.end), key: 0))
    }
    return found.end
  }

  /// Appends the word that begins at `start`, whatever its letters, and returns the index after it.
  private mutating func appendWord(
    _ text: borrowing Span<UInt8>, from start: Int, to limit: Int, _ ends: inout SentenceEnds
  ) -> Int {
    if ends.isPending { endSentence(text, at: start, isWord: true, &ends) }
    let end = endOfWord(text, from: start, to: limit)
    places.append(Place(start: UInt32(start), end: UInt32(end), key: wordKey(text, start..<end)))
    return end
  }

  /// Ends the open sentence before the word or `[…]` at `index`, if it ends there.
  private mutating func endSentence(
    _ text: borrowing Span<UInt8>, at index: Int, isWord: Bool, _ ends: inout SentenceEnds
  ) {
    close(ends.take(before: text, at: index, isWord: isWord, placesSeen: places.count))
  }

  /// Ends the open sentence at a boundary; a sentence without words is none.
  private mutating func close(_ boundary: SentenceEnds.Boundary?) {
    guard let boundary else { return }
    let row = boundary.firstPlace..<places.count
    var words = row.count
    var last = transcribers.count
    while last > 0, transcribers[last - 1] >= row.lowerBound {
      words -= 1
      last -= 1
    }
    if words > 0 { sentences.append(Sentence(text: boundary.text, row: row)) }
  }
}

/// The word at `start`, when it is at most fifteen ASCII letters and digits and a sign follows that
/// ends it: most words are.
@inline(__always)
private func plainWord(
  _ text: borrowing Span<UInt8>, from start: Int, to limit: Int
) -> (end: Int, key: UInt64, isBeforeBlank: Bool)? {
  guard start &+ 16 <= text.count else { return nil }
  let eight = eightBytes(text, at: start)
  var length = asciiOfWords(eight)
  var (key, next) = (eight, eight)
  if length < 8 {
    next = eight &>> UInt64(8 &* length)
    key = eight & (1 &<< UInt64(8 &* length) &- 1)
  } else {
    let second = eightBytes(text, at: start &+ 8)
    let more = asciiOfWords(second)
    guard more < 8 else { return nil }
    next = second &>> UInt64(8 &* more)
    length = 8 &+ more
    if more > 0 {
      var long = LongWordKey()
      long.add(eight)
      long.add(eightBytes(text, at: start &+ more))
      key = long.value
    }
  }
  let (end, sign) = (start &+ length, UInt8(truncatingIfNeeded: next))
  guard length > 0, end < limit else { return nil }
  if sign == 0x20 { return (end, key, true) }
  return sign < 0x80 && !joinsAsciiWords(sign) ? (end, key, false) : nil
}

/// Where the word that begins at `start` ends.
@inline(__always)
private func endOfWord(_ text: borrowing Span<UInt8>, from start: Int, to limit: Int) -> Int {
  var index = start
  while true {
    while index + 8 <= limit {
      let run = asciiOfWords(eightBytes(text, at: index))
      index += run
      if run < 8 { break }
    }
    while index < limit, isAsciiOfWords(text[index]) { index += 1 }
    if index == limit || text[index] < 0x80 && !joinsAsciiWords(text[index]) { return index }
    let next = wordContinuation(text, from: index, to: limit)
    if next == index { return index }
    index = next
  }
}

/// The key of a word: see `Row.Place`.
@inline(__always)
func wordKey(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt64 {
  if word.count <= 8 {
    if word.lowerBound + 8 <= text.count {
      return eightBytes(text, at: word.lowerBound) & UInt64.max >> UInt64(64 - 8 * word.count)
    }
    return word.reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) }
  }
  var key = LongWordKey()
  var index = word.lowerBound
  while index < word.upperBound {
    key.add(eightBytes(text, at: min(index, word.upperBound - 8)))
    index += 8
  }
  return key.value
}

/// The key of a word of more than eight bytes, made of eight at a time: the last eight are its last,
/// some of them for the second time.
struct LongWordKey {
  private var hash: UInt64 = 0

  @inline(__always)
  mutating func add(_ eight: UInt64) {
    hash = (hash ^ eight) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
  }

  var value: UInt64 { hash | 0xFF << 56 }
}

/// Where a word that has reached `index` goes on, or `index` when it ends there.
///
/// A single hyphen or apostrophe goes on when a letter or digit follows; soft hyphens are passed over.
private func wordContinuation(
  _ text: borrowing Span<UInt8>, from index: Int, to limit: Int
) -> Int {
  var cursor = index
  var joined = false
  while cursor < limit {
    let (scalar, length) = decodeScalar(text, at: cursor)
    guard let scalar, cursor + length <= limit else { return index }
    switch scalarClass(scalar) {
    case .letter, .digit: return cursor + length
    case .mark:
      if joined { return index }
      return cursor + length
    case .dropped: break
    case .hyphen, .apostrophe:
      if joined { return index }
      joined = true
    case .blank, .sign: return index
    }
    cursor += length
  }
  return index
}
