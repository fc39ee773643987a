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

  /// Appends a text in which `write` writes every byte that `isTaken`.
  @inline(__always)
  mutating func append(
    _ text: borrowing Span<UInt8>, where isTaken: (UInt8) -> Bool,
    as write: (UInt8, inout [UInt8]) -> Void
  ) {
    var next = 0
    while true {
      let end = text.firstIndex(from: next, where: isTaken)
      append(text.extracting(next..<end))
      if end == text.count { return }
      write(text[end], &self)
      next = end + 1
    }
  }
}

extension Span<UInt8> {
  /// The first place at or after `start` where `isWanted` holds; the end when there is none.
  @inline(__always)
  func firstIndex(from start: Int, where isWanted: (UInt8) -> Bool) -> Int {
    var index = start
    while index < count, !isWanted(self[index]) { index &+= 1 }
    return index
  }
}
