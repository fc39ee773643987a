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
    let hash: UInt64
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
    let hash = wordKey(text, label)
    var slot = firstSlot(hash)
    while slots[slot] >= 0 {
      let form = Int(slots[slot])
      if forms[form].hash == hash, forms[form].bytes.count == label.count {
        // The key of up to eight bytes is those bytes.
        if label.count <= 8 { return forms[form].entry }
        let bytes = forms[form].bytes
        if text.holds(bytes.span, at: label) { return forms[form].entry }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let bytes = text.bytes(label)
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

  private func firstSlot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, form) in forms.enumerated() {
      var slot = firstSlot(form.hash)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
