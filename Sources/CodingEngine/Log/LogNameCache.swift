/// Names that were read before, so that each is made a text once.
struct LogNameCache {
  private struct Entry {
    let bytes: Range<Int>
    let name: String
  }

  private var entries: [Entry?] = []

  /// The name that stood in equal bytes before.
  func find(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard !entries.isEmpty, let entry = entries[place(bytes, range)],
      entry.bytes.count == range.count
    else { return nil }
    for offset in 0..<range.count
    where bytes[entry.bytes.lowerBound + offset] != bytes[range.lowerBound + offset] {
      return nil
    }
    return entry.name
  }

  /// Keeps a name, in the place of another.
  mutating func keep(_ name: String, _ bytes: [UInt8], _ range: Range<Int>) {
    if entries.isEmpty { entries = [Entry?](repeating: nil, count: 1024) }
    entries[place(bytes, range)] = Entry(bytes: range, name: name)
  }

  private func place(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash = UInt32(truncatingIfNeeded: range.count)
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return Int((hash ^ hash >> 15) & 1023)
  }
}
