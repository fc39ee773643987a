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

/// Some of the 256 bytes: what means something in a format.
struct ByteSet: Sendable {
  fileprivate let holds: [Bool]

  init(_ isIn: (UInt8) -> Bool) { holds = (UInt8.min...UInt8.max).map(isIn) }
}

extension Span<UInt8> {
  /// The first place at or after `start` with one of some bytes; the end when there is none.
  func firstIndex(from start: Int, in bytes: ByteSet) -> Int {
    let holds = bytes.holds.span
    for index in start..<count where holds[Int(self[index])] { return index }
    return count
  }

  /// The first place at or after `start` where `isWanted` holds; the end when there is none.
  @inline(__always)
  func firstIndex(from start: Int, where isWanted: (UInt8) -> Bool) -> Int {
    for index in start..<count where isWanted(self[index]) { return index }
    return count
  }
}
