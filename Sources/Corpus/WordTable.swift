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
  package init(of transcript: Transcript) {
    var places: [(start: UInt32, end: UInt32)] = []
    var hashes: [UInt32] = []
    var previous: [Int32] = []
    var lastOfSlot = [Int32](repeating: -1, count: 2048)
    var turnStarts: [Int] = []
    var row = Row()
    let text = transcript.text.span
    for turn in transcript.turns {
      turnStarts.append(hashes.count)
      row.cut(turn, of: transcript)
      for place in row.places where !place.isTranscribers {
        places.append((place.start, place.end))
        let hash = Self.hash(of: text, Int(place.start)..<Int(place.end))
        let slot = Int((hash ^ hash &>> 15) & 2047)
        previous.append(lastOfSlot[slot])
        lastOfSlot[slot] = Int32(hashes.count)
        hashes.append(hash)
      }
    }
    self.places = places
    self.hashes = hashes
    self.previous = previous
    self.turnStarts = turnStarts
  }

  /// Where a word stands in the text.
  package func text(of word: Int) -> Range<Int> {
    Int(places[word].start)..<Int(places[word].end)
  }

  /// A hash of a folded word; words of small and capital ASCII letters are folded on the way.
  private static func hash(of text: borrowing Span<UInt8>, _ word: Range<Int>) -> UInt32 {
    var hash: UInt32 = 5381
    for index in word {
      let byte = text[index]
      guard byte < 0x80, byte != UInt8(ascii: "`") else {
        var folded: [UInt8] = []
        Folding.append(folding: text, word, to: &folded)
        return folded.reduce(5381) { $0 &* 33 ^ UInt32($1) }
      }
      hash = hash &* 33 ^ UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return hash
  }
}
