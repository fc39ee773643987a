/// Reads numbers whose smallest byte comes first, and nothing beyond the end.
struct LittleEndian {
  private let bytes: [UInt8]
  private(set) var index: Int

  init(_ bytes: [UInt8], at index: Int) {
    self.bytes = bytes
    self.index = index
  }

  mutating func skip(_ count: Int) -> Bool {
    guard index >= 0, count >= 0, bytes.count - index >= count else { return false }
    index += count
    return true
  }

  mutating func uint16() -> Int? { number(of: 2).map { Int($0) } }

  mutating func uint32() -> Int? { number(of: 4).map { Int($0) } }

  /// Nil also for a number that no file in memory has use for.
  mutating func uint64() -> Int? { number(of: 8).flatMap { Int(exactly: $0) } }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    let start = index
    return skip(count) ? bytes[start..<index] : nil
  }

  private mutating func number(of count: Int) -> UInt64? {
    guard let digits = bytes(count) else { return nil }
    return digits.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
