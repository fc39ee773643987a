/// Small numbers for names of which there are few, asked for over and over: tens of thousands of
/// codings have a hundred codes and a few coders.
struct NameNumbers: Sendable {
  /// Each name once, in the order in which they came; the number of a name is its index.
  private(set) var names: [String] = []
  private var slots = [Int32](repeating: -1, count: 64)

  init() {}

  init(_ names: some Sequence<String>) {
    for name in names { _ = number(adding: name) }
  }

  /// The number of a name that was added.
  func number(of name: String) -> Int? {
    let number = slots[slot(of: name)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a name, which is added if it is new.
  mutating func number(adding name: String) -> Int {
    let slot = slot(of: name)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(names.count)
    names.append(name)
    if names.count * 2 > slots.count { grow() }
    return names.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, name) in names.enumerated() { slots[slot(of: name)] = Int32(number) }
  }

  /// Where a name stands, or can be put.
  private func slot(of name: String) -> Int {
    var slot = Self.hash(of: name) & (slots.count - 1)
    while slots[slot] >= 0, names[Int(slots[slot])] != name {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// One for all names with more than ASCII: equal ones may differ in their bytes.
  private static func hash(of name: String) -> Int {
    let bytes = name.utf8.span
    var (hash, all, index): (UInt64, UInt64, Int) = (UInt64(bytes.count), 0, 0)
    while index < bytes.count {
      var part: UInt64 = 0
      if bytes.count >= 8 {
        // The last eight may begin among those that were met.
        part = eightBytes(bytes, at: min(index, bytes.count &- 8))
      } else {
        for place in 0..<bytes.count { part = part << 8 | UInt64(bytes[place]) }
      }
      all |= part
      // What is multiplied only moves up; names mostly differ in their last bytes, the highest.
      hash = (hash ^ part ^ part >> 32) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index &+= 8
    }
    return all & 0x8080_8080_8080_8080 == 0 ? Int(truncatingIfNeeded: hash >> 2) : 0
  }
}
