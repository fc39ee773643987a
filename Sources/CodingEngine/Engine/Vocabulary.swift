import Corpus

/// The distinct words met so far, each looked at once against all globs.
///
/// From then on a word costs one hash probe.
struct Vocabulary: Sendable {
  private struct Slot {
    static let empty = Slot(key: 0, word: 0, spelling: 0)
    let key: UInt64
    let word: Int32
    /// Where the letters of a long word begin in `spellings`.
    let spelling: UInt32
  }

  private struct Entry {
    let globs: Range<Int32>
    let sequences: Range<Int32>
    /// A bit for each of its globs, some of which share one: tells most words apart that do not meet.
    let signature: UInt64
  }

  /// More distinct words than any language study has; beyond it the table starts anew.
  private static let mostWords = 1 << 20

  private let program: RuleProgram
  // Held here, so that reading them costs no counting of references that threads share.
  private let folded: GlobIndex
  private let exact: GlobIndex
  private let anchored: Lists<RuleProgram.Sequence>
  /// What the words meet that meet anything, and before them what all others do: nothing.
  private var entries = [Entry(globs: 0..<0, sequences: 0..<0, signature: 0)]
  private var slots = [Slot](repeating: .empty, count: 1 << 14)
  private var count = 0
  /// The letters of long words, each followed by 0.
  private var spellings: [UInt8] = []
  private var globPool: [Int32] = []
  private var sequencePool: [RuleProgram.Sequence] = []

  // Kept for their memory only.
  private var compared: [UInt8] = []
  private var found: [Int32] = []

  init(_ program: RuleProgram) {
    self.program = program
    folded = program.folded
    exact = program.exact
    anchored = program.anchored
  }

  /// Makes room: to be called between turns, since it may forget words and their numbers.
  mutating func forgetIfFull() {
    guard count > Self.mostWords else { return }
    self = Vocabulary(program)
  }

  /// The number of the word at `place`; one for all words that meet no glob.
  @inline(__always)
  mutating func number(_ text: borrowing Span<UInt8>, _ place: Row.Place) -> Int {
    var slot = slot(of: place.key)
    while slots[slot].key != 0 {
      if slots[slot].key == place.key,
        place.isSpelledByKey || isSpelled(slots[slot].spelling, text, place)
      {
        return Int(slots[slot].word)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(text, place, at: slot)
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  /// Whether the letters from `spelling` on are those of the word at `place`.
  private func isSpelled(
    _ spelling: UInt32, _ text: borrowing Span<UInt8>, _ place: Row.Place
  ) -> Bool {
    var index = Int(spelling)
    for offset in Int(place.start)..<Int(place.end) {
      if spellings[index] != text[offset] { return false }
      index += 1
    }
    return spellings[index] == 0
  }

  /// The sequences that the word anchors.
  @inline(__always)
  func anchored(_ word: Int) -> Range<Int> {
    let range = entries[word].sequences
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  @inline(__always)
  func sequence(_ index: Int) -> RuleProgram.Sequence { sequencePool[index] }

  /// Whether the word meets a glob.
  @inline(__always)
  func meets(_ word: Int, _ glob: Int32) -> Bool {
    if entries[word].signature &>> UInt64(glob) & 1 == 0 { return false }
    let range = entries[word].globs
    return globPool[Int(range.lowerBound)..<Int(range.upperBound)].contains(glob)
  }

  private mutating func add(
    _ text: borrowing Span<UInt8>, _ place: Row.Place, at slot: Int
  ) -> Int {
    let word = look(text, Int(place.start)..<Int(place.end))
    slots[slot] = Slot(
      key: place.key, word: Int32(word), spelling: UInt32(truncatingIfNeeded: spellings.count))
    if !place.isSpelledByKey {
      for index in Int(place.start)..<Int(place.end) { spellings.append(text[index]) }
      spellings.append(0)
    }
    count += 1
    if count * 2 > slots.count { grow() }
    return word
  }

  /// Finds what a new word meets; returns its number.
  private mutating func look(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    found.removeAll(keepingCapacity: true)
    if !folded.isEmpty {
      compared.removeAll(keepingCapacity: true)
      Folding.append(folding: text, range, to: &compared)
      folded.collect(compared, into: &found)
    }
    if !exact.isEmpty {
      compared.removeAll(keepingCapacity: true)
      Folding.append(canonical: text, range, to: &compared)
      exact.collect(compared, into: &found)
    }
    if found.isEmpty { return 0 }
    found.sort()
    let firstGlob = Int32(globPool.count)
    let firstSequence = Int32(sequencePool.count)
    globPool += found
    for glob in found {
      for index in anchored.range(of: Int(glob)) { sequencePool.append(anchored.values[index]) }
    }
    entries.append(
      Entry(
        globs: firstGlob..<Int32(globPool.count),
        sequences: firstSequence..<Int32(sequencePool.count),
        signature: found.reduce(0) { $0 | 1 &<< UInt64($1) }))
    return entries.count - 1
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: .empty, count: old.count * 2)
    for entry in old where entry.key != 0 {
      var slot = slot(of: entry.key)
      while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
