/// The distinct labels found at the starts of lines, with how often each stands there.
struct LabelTable {
  /// One label.
  struct Entry {
    let text: String
    /// The first way in which it is written.
    let bytes: [UInt8]
    /// Where the first line with it begins.
    let firstLine: Int
    var isMarked: Bool
    var lines = 0
  }

  /// One way in which a label is written: `é` can be one code point or two.
  private struct Form {
    let bytes: [UInt8]
    let hash: Int
    let entry: Int
  }

  private(set) var entries: [Entry] = []
  private var entryOfText: [String: Int] = [:]
  private var forms: [Form] = []
  private var slots = [Int32](repeating: -1, count: 64)

  /// Counts one line that begins with a label, and returns the label's index in `entries`.
  mutating func count(
    _ text: borrowing Span<UInt8>, _ label: Range<Int>, isMarked: Bool, line: Int
  ) -> Int {
    let index = entry(text, label, line: line)
    entries[index].lines += 1
    entries[index].isMarked = entries[index].isMarked || isMarked
    return index
  }

  /// The entry of a label that was counted.
  func entry(_ label: String) -> Int? { entryOfText[label] }

  private mutating func entry(
    _ text: borrowing Span<UInt8>, _ label: Range<Int>, line: Int
  ) -> Int {
    var hash = 0
    for index in label { hash = (hash ^ Int(text[index])) &* 0x1E37_79B9_7F4A_7C15 }
    hash ^= hash >> 32
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let form = forms[Int(slots[slot])]
      if form.hash == hash, isEqual(form.bytes, text, label) { return form.entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    var bytes: [UInt8] = []
    for index in label { bytes.append(text[index]) }
    let string = String(decoding: bytes, as: UTF8.self)
    let index = entryOfText[string] ?? entries.count
    if index == entries.count {
      entryOfText[string] = index
      entries.append(Entry(text: string, bytes: bytes, firstLine: line, isMarked: false))
    }
    slots[slot] = Int32(forms.count)
    forms.append(Form(bytes: bytes, hash: hash, entry: index))
    if forms.count * 2 > slots.count { grow() }
    return index
  }

  private func isEqual(_ bytes: [UInt8], _ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool
  {
    guard bytes.count == range.count else { return false }
    for offset in 0..<bytes.count where bytes[offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, form) in forms.enumerated() {
      var slot = form.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
