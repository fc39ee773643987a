/// What all writers of bytes are made of: texts go to the end of a buffer whole, as far as nothing
/// in them has to be written otherwise.
extension [UInt8] {
  /// Appends a text as UTF-8.
  @inline(__always)
  mutating func append(_ text: String) {
    let utf8 = text.utf8
    append(utf8.span)
  }

  /// Appends bytes; whole, since most of a report is written here.
  mutating func append(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a text in which `write` writes every byte that is `taken`.
  @inline(__always)
  mutating func append(
    _ text: borrowing Span<UInt8>, writing taken: ByteSet,
    as write: (UInt8, inout [UInt8]) -> Void
  ) {
    var next = 0
    while true {
      let end = text.firstIndex(from: next, in: taken)
      append(text.extracting(next..<end))
      if end == text.count { return }
      write(text[end], &self)
      next = end + 1
    }
  }
}

/// Some bytes that mean something in a format: none of those that prose is mostly made of.
struct ByteSet: Sendable {
  fileprivate let holds: [Bool]

  init(_ isIn: (UInt8) -> Bool) {
    holds = (UInt8.min...UInt8.max).map(isIn)
    for byte in UInt8.min...UInt8.max where holds[Int(byte)] {
      precondition(![UInt8](repeating: byte, count: 8).span.isProse(at: 0))
    }
  }
}

extension Span<UInt8> {
  /// The first place at or after `start` with one of some bytes; the end when there is none.
  func firstIndex(from start: Int, in bytes: ByteSet) -> Int {
    let holds = bytes.holds.span
    var index = start
    while index < count {
      if index + 8 <= count, isProse(at: index) {
        index += 8
        continue
      }
      // The last few bytes, together with some that were looked at already.
      if index + 8 > count, count >= 8, isProse(at: count - 8) { return count }
      let end = Swift.min(index + 8, count)
      while index < end {
        if holds[Int(self[index])] { return index }
        index += 1
      }
    }
    return count
  }

  /// Whether the eight bytes from a place on are all letters or digits of ASCII, blanks, or one of
  /// `-./:;`.
  @inline(__always)
  func isProse(at index: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    let eight = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    // Without its highest bit a byte to which less than 0x80 is added carries into no other.
    let low = eight & ~high
    let small = low | ones &* 0x20
    let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x7F - 0x7A))
    let digits = (low &+ ones &* (0x80 - 0x2D)) & ~(low &+ ones &* (0x7F - 0x3B))
    let blanks = ~((low ^ ones &* 0x20) &+ ones &* 0x7F)
    return (letters | digits | blanks) & ~eight & high == high
  }

  /// The first place at or after `start` where `isWanted` holds; the end when there is none.
  @inline(__always)
  func firstIndex(from start: Int, where isWanted: (UInt8) -> Bool) -> Int {
    var index = start
    while index < count, !isWanted(self[index]) { index += 1 }
    return index
  }
}
