/// The words of a transcript, each with a hash of its folded form and a way to those that may be the
/// same: what finds words again.
package struct WordTable: Sendable {
  /// Where each word stands in the text.
  private let places: [(start: UInt32, end: UInt32)]
  /// The number of each turn's first word.
  package let turnStarts: [Int]
  /// For each word a hash of its folded bytes.
  package let hashes: [UInt32]
  /// For each word the last one before it that may be the same; -1 for none.
  package let previous: [Int32]

  /// The words of all turns.
  ///
  /// - Parameters:
  ///   - transcript: Where they stand.
  ///   - rows: Its rows, if they were cut before.
  package init(of transcript: Transcript, _ rows: RowTable? = nil) {
    let text = transcript.text.span
    var places: [(start: UInt32, end: UInt32)] = []
    var hashes: [UInt32] = []
    // A word and what follows it take some six bytes.
    places.reserveCapacity(text.count / 5)
    hashes.reserveCapacity(text.count / 5)
    var turnStarts: [Int] = []
    var row = Row()
    var folded: [UInt8] = []
    for (index, turn) in transcript.turns.enumerated() {
      if let rows { rows.fill(&row, turn: index) } else { row.cut(turn, of: transcript) }
      turnStarts.append(hashes.count)
      for place in row.places where !place.isTranscribers {
        places.append((place.start, place.end))
        hashes.append(hash(of: text, place, &folded))
      }
    }
    (self.places, self.hashes, self.turnStarts) = (places, hashes, turnStarts)
    previous = Self.previous(of: hashes)
  }

  private static func previous(of hashes: [UInt32]) -> [Int32] {
    var previous: [Int32] = []
    previous.reserveCapacity(hashes.count)
    var lastOfSlot = [Int32](repeating: -1, count: 2048)
    for (word, hash) in hashes.enumerated() {
      let slot = Int((hash ^ hash &>> 15) & 2047)
      previous.append(lastOfSlot[slot])
      lastOfSlot[slot] = Int32(word)
    }
    return previous
  }

  /// Where a word stands in the text.
  package func text(of word: Int) -> Range<Int> {
    Int(places[word].start)..<Int(places[word].end)
  }
}

/// A hash of a folded word; `folded` is kept for its memory only.
@inline(__always)
private func hash(
  of text: borrowing Span<UInt8>, _ place: Row.Place, _ folded: inout [UInt8]
) -> UInt32 {
  if place.isSpelledByKey {
    if isPlain(place.key) { return hash32(asciiSmall(place.key)) }
  } else if let key = foldedKey(text, Int(place.start)..<Int(place.end)) {
    return hash32(key)
  }
  folded.removeAll(keepingCapacity: true)
  Folding.append(folding: text, Int(place.start)..<Int(place.end), to: &folded)
  return hash32(wordKey(folded.span, 0..<folded.count))
}

/// The key of what a word of more than eight bytes is folded to, when that needs no table.
private func foldedKey(_ text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt64? {
  var key = LongWordKey()
  var index = word.lowerBound
  while index < word.upperBound {
    let eight = eightBytes(text, at: min(index, word.upperBound - 8))
    if !isPlain(eight) { return nil }
    key.add(asciiSmall(eight))
    index += 8
  }
  return key.value
}

/// Whether none of eight bytes, some perhaps 0, needs a table to be folded: all but the accent `.
@inline(__always)
private func isPlain(_ eight: UInt64) -> Bool {
  (eight & 0x8080_8080_8080_8080 | zeroBytes(eight ^ 0x6060_6060_6060_6060)) == 0
}

@inline(__always)
private func hash32(_ key: UInt64) -> UInt32 {
  UInt32(truncatingIfNeeded: (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32)
}
