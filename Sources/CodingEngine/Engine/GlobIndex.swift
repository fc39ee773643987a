/// All globs of a codebook, arranged so that a word meets only the few that may fit it.
///
/// A glob is found by its literal beginning; failing that, by its literal end; failing that, by three
/// bytes from its middle; the few that have none of these are tried on every new word.
final class GlobIndex: Sendable {
  private let globs: [Glob]
  private let whole, beginnings, ends, middles: HashLists
  private let others: [Int32]

  /// Arranges globs; their places in the array are what `collect` reports.
  init(_ globs: [Glob], isExact: Bool) {
    self.globs = globs
    var files = Files()
    for (index, glob) in globs.enumerated() where glob.isExact == isExact {
      files.add(glob.elements, Int32(index))
    }
    whole = HashLists(files.whole)
    beginnings = HashLists(files.beginnings)
    ends = HashLists(files.ends)
    middles = HashLists(files.middles)
    others = files.others
  }

  var isEmpty: Bool {
    whole.isEmpty && beginnings.isEmpty && ends.isEmpty && middles.isEmpty && others.isEmpty
  }

  /// Appends to `found` every glob that meets a word, in each form a pattern may meet: whole, each
  /// part between hyphens, and written together.
  func collect(_ word: [UInt8], into found: inout [Int32]) {
    collect(word, 0..<word.count, into: &found)
    let hyphen = UInt8(ascii: "-")
    guard word.contains(hyphen) else { return }
    var start = 0
    var solid: [UInt8]? = []
    for end in 0...word.count where end == word.count || word[end] == hyphen {
      collect(word, start..<end, into: &found)
      if Glob.isDigit(word[start..<end]), Glob.endsInDigit(word[..<max(0, start - 1)]) {
        solid = nil
      }
      solid?.append(contentsOf: word[start..<end])
      start = end + 1
    }
    if let solid { collect(solid, 0..<solid.count, into: &found) }
  }

  /// Appends to `found` every glob that meets the whole of `word[range]`.
  func collect(_ word: [UInt8], _ range: Range<Int>, into found: inout [Int32]) {
    var hash: UInt64 = 0
    for index in range {
      hash = Self.step(hash, word[index])
      if beginnings.mayHold(hash) { verify(beginnings, hash, word, range, &found) }
    }
    if whole.mayHold(hash) { verify(whole, hash, word, range, &found) }
    if !ends.isEmpty {
      hash = 0
      for index in range.reversed() {
        hash = Self.step(hash, word[index])
        if ends.mayHold(hash) { verify(ends, hash, word, range, &found) }
      }
    }
    if !middles.isEmpty, range.count >= 3 {
      for index in range.lowerBound..<range.upperBound - 2 {
        let hash = Self.step(
          Self.step(Self.step(0, word[index]), word[index + 1]), word[index + 2])
        if middles.mayHold(hash) { verify(middles, hash, word, range, &found) }
      }
    }
    for glob in others { verify(glob, word, range, &found) }
  }

  private func verify(
    _ lists: HashLists, _ hash: UInt64, _ word: [UInt8], _ range: Range<Int>,
    _ found: inout [Int32]
  ) {
    lists.forEach(under: hash) { verify($0, word, range, &found) }
  }

  private func verify(_ glob: Int32, _ word: [UInt8], _ range: Range<Int>, _ found: inout [Int32]) {
    if globs[Int(glob)].matches(word, range), !found.contains(glob) { found.append(glob) }
  }

  @inline(__always)
  fileprivate static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 32
  }

  fileprivate static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { step($0, $1) }
  }
}

/// Numbers of globs under the hashes by which they are found.
private struct Files {
  private(set) var whole: [HashLists.Pair] = []
  private(set) var beginnings: [HashLists.Pair] = []
  private(set) var ends: [HashLists.Pair] = []
  private(set) var middles: [HashLists.Pair] = []
  private(set) var others: [Int32] = []

  mutating func add(_ elements: [UInt8], _ index: Int32) {
    let first = elements.firstIndex(where: Glob.isSpecial) ?? elements.count
    let last = elements.lastIndex(where: Glob.isSpecial) ?? -1
    if last < 0 {
      whole.append((GlobIndex.hash(elements[...]), index))
    } else if let spellings = Self.spellings(elements) {
      for spelling in spellings { whole.append((GlobIndex.hash(spelling[...]), index)) }
    } else if first > 0 {
      beginnings.append((GlobIndex.hash(elements[..<first]), index))
    } else if last + 1 < elements.count {
      ends.append((GlobIndex.hash(elements[(last + 1)...].reversed()[...]), index))
    } else if let piece = elements.split(whereSeparator: Glob.isSpecial).max(by: {
      $0.count < $1.count
    }), piece.count >= 3 {
      middles.append((GlobIndex.hash(piece.prefix(3)), index))
    } else {
      others.append(index)
    }
  }

  /// All words that a glob without wildcards can meet: with and without a hyphen at each joint; nil
  /// for other globs, and where they would be many.
  private static func spellings(_ elements: [UInt8]) -> [[UInt8]]? {
    var joints = 0
    for element in elements where Glob.isSpecial(element) {
      guard element == Glob.joint, joints < 3 else { return nil }
      joints += 1
    }
    return (0..<1 << joints).map { hyphens in
      var spelling: [UInt8] = []
      spelling.reserveCapacity(elements.count)
      var joint = 0
      for element in elements {
        if element != Glob.joint {
          spelling.append(element)
        } else {
          if hyphens >> joint & 1 == 1 { spelling.append(UInt8(ascii: "-")) }
          joint += 1
        }
      }
      return spelling
    }
  }
}

/// Lists of numbers under 64-bit hashes.
///
/// Two keys with one hash share a list; whoever reads it checks what he finds.
struct HashLists: Sendable {
  typealias Pair = (hash: UInt64, value: Int32)

  private let pairs: [Pair]
  /// For each pair the next with its hash.
  private let next: [Int32]
  /// For each slot the first pair of a list.
  private let slots: [Int32]
  /// Bits of which each hash sets one: most hashes that have no list are told by it from few bytes.
  private let filter: [UInt64]

  init(_ pairs: [Pair]) {
    var size = 64
    while size < pairs.count * 4 { size *= 2 }
    var next = [Int32](repeating: -1, count: pairs.count)
    var slots = [Int32](repeating: -1, count: pairs.isEmpty ? 0 : size)
    var filter = [UInt64](repeating: 0, count: pairs.isEmpty ? 1 : size / 16)
    for index in pairs.indices.reversed() {
      let hash = pairs[index].hash
      var slot = Self.slot(hash, size)
      while slots[slot] >= 0, pairs[Int(slots[slot])].hash != hash {
        slot = (slot + 1) & (size - 1)
      }
      next[index] = slots[slot]
      slots[slot] = Int32(index)
      filter[Self.filterWord(hash, filter.count)] |= Self.filterBit(hash)
    }
    self.pairs = pairs
    self.next = next
    self.slots = slots
    self.filter = filter
  }

  var isEmpty: Bool { pairs.isEmpty }

  /// Whether there may be a list under a hash; false only when there is none.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    filter[Self.filterWord(hash, filter.count)] & Self.filterBit(hash) != 0
  }

  @inline(__always)
  private static func filterWord(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 40) & (count - 1)
  }

  @inline(__always)
  private static func filterBit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 33 & 63) }

  /// Hands out the numbers under a hash, in the order in which they were given.
  @inline(__always)
  func forEach(under hash: UInt64, _ body: (Int32) -> Void) {
    guard !slots.isEmpty else { return }
    var slot = Self.slot(hash, slots.count)
    while slots[slot] >= 0, pairs[Int(slots[slot])].hash != hash {
      slot = (slot + 1) & (slots.count - 1)
    }
    var index = slots[slot]
    while index >= 0 {
      body(pairs[Int(index)].value)
      index = next[Int(index)]
    }
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 29) >> 8) & (size - 1)
  }
}
