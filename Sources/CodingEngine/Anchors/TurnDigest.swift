import Corpus

extension Transcript {
  /// A digest of the label and the text of each turn: what the log notes of a version.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  func turnDigests() -> [UInt32] {
    let labels = speakers.map { speaker in
      TurnHash(of: 0, 0..<speaker.label.utf8.count, seed: 0).full(Array(speaker.label.utf8).span)
    }
    var waiting = turns.indices[...]
    func next() -> TurnHash? {
      waiting.popFirst().map { TurnHash(of: $0, turns[$0].text, seed: labels[turns[$0].speaker]) }
    }
    var digests = [UInt32](repeating: 0, count: turns.count)
    func finish(_ hash: TurnHash) {
      let full = hash.full(text.span)
      digests[hash.turn] = UInt32(truncatingIfNeeded: full ^ full >> 32)
    }
    /// Puts the next turn in the place of one that is done; false when none is left.
    func renew(_ hash: inout TurnHash) -> Bool {
      if hash.left > 0 { return true }
      guard let next = next() else { return false }
      finish(hash)
      hash = next
      return true
    }
    // Each byte waits for the one before it: so four turns go side by side.
    var four = (0..<4).compactMap { _ in next() }
    if four.count == 4 {
      var (a, b, c, d) = (four[0], four[1], four[2], four[3])
      repeat {
        step(&a, &b, &c, &d, text.span)
      } while renew(&a) && renew(&b) && renew(&c) && renew(&d)
      four = [a, b, c, d]
    }
    for hash in four { finish(hash) }
    return digests
  }
}

/// Goes on with four hashes until one has met all its bytes.
private func step(
  _ a: inout TurnHash, _ b: inout TurnHash, _ c: inout TurnHash, _ d: inout TurnHash,
  _ bytes: borrowing Span<UInt8>
) {
  for _ in 0..<min(a.left, b.left, c.left, d.left) {
    a.step(bytes)
    b.step(bytes)
    c.step(bytes)
    d.step(bytes)
  }
}

/// A fast hash of bytes; part of the log's format, so it may never change.
private struct TurnHash {
  /// An index into the transcript's turns.
  let turn: Int
  private let count: Int
  private var next: Int
  private let end: Int
  private var hash: UInt64

  init(of turn: Int, _ range: Range<Int>, seed: UInt64) {
    self.turn = turn
    count = range.count
    next = range.lowerBound
    end = range.upperBound
    hash = seed ^ 0xCBF2_9CE4_8422_2325
  }

  /// How many bytes it has not met.
  var left: Int { end - next }

  @inline(__always)
  mutating func step(_ bytes: borrowing Span<UInt8>) {
    hash = (hash ^ UInt64(bytes[next])) &* 0x0000_0100_0000_01B3
    next &+= 1
  }

  /// The hash when it has met all bytes.
  func full(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    var rest = self
    while rest.left > 0 { rest.step(bytes) }
    var hash = rest.hash ^ UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}
