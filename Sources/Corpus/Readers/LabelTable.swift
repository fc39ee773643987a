/// The distinct labels found at the starts of lines, with how often each stands there.
struct LabelTable {
  /// One label.
  struct Entry {
    let bytes: [UInt8]
    let hash: Int
    /// Where the first line with it begins.
    let firstLine: Int
    var isMarked: Bool
    var lines = 0

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private(set) var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 64)

  /// Counts one line that begins with a label, and returns the label's index in `entries`.
  mutating func count(
    _ text: borrowing Span<UInt8>, _ label: Range<Int>, isMarked: Bool, line: Int
  ) -> Int {
    var hash = 5381
    for index in label { hash = hash &* 33 ^ Int(text[index]) }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash, isEqual(entries[index].bytes, text, label) {
        entries[index].lines += 1
        entries[index].isMarked = entries[index].isMarked || isMarked
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var bytes: [UInt8] = []
    for index in label { bytes.append(text[index]) }
    entries.append(Entry(bytes: bytes, hash: hash, firstLine: line, isMarked: isMarked, lines: 1))
    slots[slot] = Int32(entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  private func isEqual(_ bytes: [UInt8], _ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard bytes.count == range.count else { return false }
    for offset in 0..<bytes.count where bytes[offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
