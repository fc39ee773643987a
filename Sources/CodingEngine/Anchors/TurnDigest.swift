import Corpus

extension Transcript {
  /// A digest of the label and the text of each turn: what the log notes of a version.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  func turnDigests() -> [UInt32] {
    let labels = speakers.map { hash(Array($0.label.utf8).span, 0..<$0.label.utf8.count, 0) }
    return turns.map { turn in
      let full = hash(text.span, turn.text, labels[turn.speaker])
      return UInt32(truncatingIfNeeded: full ^ full >> 32)
    }
  }
}

/// A fast hash of bytes; part of the log's format, so it may never change.
private func hash(
  _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ seed: UInt64
) -> UInt64 {
  var hash = seed ^ 0xCBF2_9CE4_8422_2325
  for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
  hash ^= UInt64(range.count) &* 0x9E37_79B9_7F4A_7C15
  hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
  return hash ^ hash >> 32
}
