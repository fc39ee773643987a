/// All globs of a codebook, arranged so that a word meets only the few that may fit it.
///
/// A glob is found by its literal beginning; failing that, by its literal end; failing that, by three
/// bytes from its middle; the few that have none of these are tried on every new word.
struct GlobIndex: Sendable {
  private let globs: [Glob]
  private var whole = HashLists()
  private var beginnings = HashLists()
  private var ends = HashLists()
  private var middles = HashLists()
  private var others: [Int32] = []

  /// Arranges globs; their places in the array are what `collect` reports.
  init(_ globs: [Glob], isExact: Bool) {
    self.globs = globs
    for (index, glob) in globs.enumerated() where glob.isExact == isExact {
      file(glob.elements, Int32(index))
    }
    whole.finish()
    beginnings.finish()
    ends.finish()
    middles.finish()
  }

  var isEmpty: Bool {
    whole.isEmpty && beginnings.isEmpty && ends.isEmpty && middles.isEmpty && others.isEmpty
  }

  private mutating func file(_ elements: [UInt8], _ index: Int32) {
    let first = elements.firstIndex(where: Glob.isSpecial) ?? elements.count
    let last = elements.lastIndex(where: Glob.isSpecial) ?? -1
    if let spellings = Self.spellings(elements) {
      for spelling in spellings { whole.add(Self.hash(spelling[...]), index) }
    } else if first > 0 {
      beginnings.add(Self.hash(elements[..<first]), index)
    } else if last + 1 < elements.count {
      ends.add(Self.hash(elements[(last + 1)...].reversed()[...]), index)
    } else if let piece = elements.split(whereSeparator: Glob.isSpecial).max(by: {
      $0.count < $1.count
    }), piece.count >= 3 {
      middles.add(Self.hash(piece.prefix(3)), index)
    } else {
      others.append(index)
    }
  }

  /// All words that a glob without wildcards can meet: with and without a hyphen at each joint; nil
  /// for other globs, and where they would be many.
  private static func spellings(_ elements: [UInt8]) -> [[UInt8]]? {
    let pieces = elements.split(separator: Glob.joint, omittingEmptySubsequences: false)
    guard pieces.count <= 4, !pieces.joined().contains(where: Glob.isSpecial) else { return nil }
    return pieces.dropFirst().reduce([Array(pieces[0])]) { spellings, piece in
      spellings.flatMap { [$0 + piece, $0 + [UInt8(ascii: "-")] + piece] }
    }
  }

  /// Appends to `found` every glob that meets the whole of `word[range]`.
  func collect(_ word: [UInt8], _ range: Range<Int>, into found: inout [Int32]) {
    var hash: UInt64 = 0
    for index in range {
      hash = Self.step(hash, word[index])
      verify(beginnings, hash, word, range, &found)
    }
    verify(whole, hash, word, range, &found)
    if !ends.isEmpty {
      hash = 0
      for index in range.reversed() {
        hash = Self.step(hash, word[index])
        verify(ends, hash, word, range, &found)
      }
    }
    if !middles.isEmpty, range.count >= 3 {
      for index in range.lowerBound..<range.upperBound - 2 {
        let hash = Self.step(
          Self.step(Self.step(0, word[index]), word[index + 1]), word[index + 2])
        verify(middles, hash, word, range, &found)
      }
    }
    for glob in others { verify(glob, word, range, &found) }
  }

  @inline(__always)
  private func verify(
    _ lists: HashLists, _ hash: UInt64, _ word: [UInt8], _ range: Range<Int>,
    _ found: inout [Int32]
  ) {
    for index in lists.list(hash) { verify(lists.value(index), word, range, &found) }
  }

  private func verify(_ glob: Int32, _ word: [UInt8], _ range: Range<Int>, _ found: inout [Int32]) {
    if globs[Int(glob)].matches(word, range), !found.contains(glob) { found.append(glob) }
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 32
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { step($0, $1) }
  }
}

/// Lists of numbers under 64-bit hashes: filled, finished, then only read.
///
/// Two keys with one hash share a list; whoever reads it checks what he finds.
struct HashLists: Sendable {
  private var pairs: [(hash: UInt64, value: Int32)] = []
  private var slots: [Int32] = []

  var isEmpty: Bool { pairs.isEmpty }

  mutating func add(_ hash: UInt64, _ value: Int32) {
    pairs.append((hash, value))
  }

  /// Sorts the pairs and builds the table; must come before reading.
  mutating func finish() {
    pairs.sort { ($0.hash, $0.value) < ($1.hash, $1.value) }
    var size = 8
    while size < pairs.count * 4 { size *= 2 }
    slots = [Int32](repeating: -1, count: pairs.isEmpty ? 0 : size)
    for (index, pair) in pairs.enumerated()
    where index == 0 || pairs[index - 1].hash != pair.hash {
      var slot = Self.slot(pair.hash, size)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// Where the numbers under a hash are, for `value`.
  @inline(__always)
  func list(_ hash: UInt64) -> Range<Int> {
    guard !slots.isEmpty else { return 0..<0 }
    var slot = Self.slot(hash, slots.count)
    while slots[slot] >= 0 {
      let first = Int(slots[slot])
      if pairs[first].hash == hash {
        var end = first + 1
        while end < pairs.count, pairs[end].hash == hash { end += 1 }
        return first..<end
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0..<0
  }

  @inline(__always)
  func value(_ index: Int) -> Int32 { pairs[index].value }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 29) >> 8) & (size - 1)
  }
}
