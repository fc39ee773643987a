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
      let byte = text[index]
      if isAsciiOfWords(byte) {
        index = appendWord(text, from: index, to: limit, &ends)
        continue
      }
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
        index = ends.meetTerminator(text, at: index)
      case 0x0A:
        index = ends.meetLineEnd(text, at: index)
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if !bracketsAreFound { brackets.find(text, in: index..<limit) }
        bracketsAreFound = true
        index = passBracket(text, at: index, bracketsAreWords: bracketsAreWords, &ends)
      case 0..<0x80:
        index += 1
      default:
        let (scalar, length) = decodeScalar(text, at: index)
        if scalar == 0x2026 {
          index = ends.meetTerminator(text, at: index)
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
      close(ends.take(before: text, at: index, isWord: false))
      transcribers.append(places.count)
      places.append(Place(start: UInt32(index), end: UInt32(found.end), hash: 0))
    }
    return found.end
  }

  /// Appends the word that begins at `start`, and returns the index after it.
  @inline(__always)
  private mutating func appendWord(
    _ text: borrowing Span<UInt8>, from start: Int, to limit: Int, _ ends: inout SentenceEnds
  ) -> Int {
    if ends.isPending { close(ends.take(before: text, at: start, isWord: true)) }
    var hash = WordHash()
    var index = start
    while true {
      var byte: UInt8 = 0
      while index < limit {
        byte = text[index]
        guard isAsciiOfWords(byte) else { break }
        hash.add(byte)
        index += 1
      }
      if index == limit || byte < 0x80 && !joinsAsciiWords(byte) { break }
      let next = wordContinuation(text, from: index, to: limit)
      if next == index { break }
      while index < next {
        hash.add(text[index])
        index += 1
      }
    }
    places.append(Place(start: UInt32(start), end: UInt32(index), hash: hash.value))
    ends.meetWord(start: start, end: index)
    return index
  }

  /// Ends the open sentence at a boundary; a sentence without words is none.
  private mutating func close(_ boundary: SentenceEnds.Boundary?) {
    guard let boundary else { return }
    let row = boundary.firstPlace..<places.count
    if row.count > transcribers.reversed().prefix(while: { $0 >= row.lowerBound }).count {
      sentences.append(Sentence(text: boundary.text, row: row))
    }
  }
}

/// A hash of the bytes of a word, eight at a time.
private struct WordHash {
  private var mixed: UInt64 = 0
  private var last: UInt64 = 0

  /// Adds a byte, never 0.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    last = last << 8 | UInt64(byte)
    if last >> 56 != 0 { mix() }
  }

  private mutating func mix() {
    mixed = (mixed ^ last) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    last = 0
  }

  /// Never 0.
  var value: UInt32 {
    var hash = (mixed ^ last) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    let value = UInt32(truncatingIfNeeded: hash &* 0xBF58_476D_1CE4_E5B9 >> 32)
    return value == 0 ? 1 : value
  }
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
