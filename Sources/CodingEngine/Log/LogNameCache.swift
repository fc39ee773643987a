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
    func holds(_ place: Int) -> Bool {
      entries[place].first == first && entries[place].bytes.count == range.count
        && Self.areEqual(bytes.span, entries[place].bytes.lowerBound, range)
    }
    if holds(place) { return entries[place].name }
    return holds(place ^ 1) ? entries[place ^ 1].name : nil
  }

  /// Whether what stands in a range stands at another place, too, from the ninth byte on.
  private static func areEqual(
    _ bytes: borrowing Span<UInt8>, _ other: Int, _ range: Range<Int>
  ) -> Bool {
    var index = range.lowerBound + 8
    let distance = other - range.lowerBound
    while index + 8 <= range.upperBound {
      if eightBytes(bytes, at: index + distance) != eightBytes(bytes, at: index) { return false }
      index += 8
    }
    while index < range.upperBound {
      if bytes[index + distance] != bytes[index] { return false }
      index += 1
    }
    return true
  }

  /// Keeps a name; what stood in its place gets the place beside it.
  mutating func keep(_ name: String, _ bytes: [UInt8], _ range: Range<Int>) {
    if entries.isEmpty { entries = [Entry](repeating: Entry(), count: 1024) }
    let first = Self.first(bytes.span, range)
    let place = Self.place(bytes.span, range, first)
    if entries[place].bytes.upperBound > 0 { entries[place ^ 1] = entries[place] }
    entries[place] = Entry(bytes: range, first: first, name: name)
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
