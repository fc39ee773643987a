/// Names that were read before, so that each is made a text once.
struct LogNameCache {
  private struct Entry {
    var bytes = 0..<0
    /// The first eight bytes of them, or all.
    var first: UInt64 = 0
    var name = ""
  }

  private var entries: [Entry] = []

  /// The name that stood in equal bytes before.
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    if entries.isEmpty { return nil }
    let first = Self.first(bytes.span, range)
    let place = Self.place(bytes.span, range, first)
    guard entries[place].first == first, entries[place].bytes.count == range.count else {
      return nil
    }
    let distance = entries[place].bytes.lowerBound - range.lowerBound
    for index in range.dropFirst(8) where bytes[index + distance] != bytes[index] { return nil }
    return entries[place].name
  }

  /// Keeps a name, in the place of another.
  mutating func keep(_ name: String, _ bytes: [UInt8], _ range: Range<Int>) {
    if entries.isEmpty { entries = [Entry](repeating: Entry(), count: 1024) }
    let first = Self.first(bytes.span, range)
    entries[Self.place(bytes.span, range, first)] = Entry(bytes: range, first: first, name: name)
  }

  /// The first eight bytes of a range, or all.
  private static func first(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard range.lowerBound + 8 <= bytes.count else {
      return range.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
    let eight = eightBytes(bytes, at: range.lowerBound)
    return range.count < 8 ? eight & (1 << (8 * UInt64(range.count)) - 1) : eight
  }

  private static func place(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ first: UInt64
  ) -> Int {
    var hash = (first ^ UInt64(range.count)) &* 0x9E37_79B9_7F4A_7C15
    // Ids that begin alike mostly differ in their last bytes.
    if range.count > 8 {
      hash = (hash ^ eightBytes(bytes, at: range.upperBound - 8)) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(hash >> 54)
  }
}
