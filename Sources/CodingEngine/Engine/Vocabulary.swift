import Corpus

/// The distinct words met so far, each looked at once against all globs.
///
/// From then on a word costs one hash probe.
struct Vocabulary: Sendable {
  private struct Slot {
    static let empty = Slot(hash: 0, word: -1)
    let hash: UInt32
    let word: Int32
  }

  private struct Entry {
    let hash: UInt32
    let start: UInt32
    let length: UInt32
    let globs: Range<Int32>
    let sequences: Range<Int32>
  }

  /// More distinct words than any language study has; beyond it the table starts anew.
  private static let mostWords = 1 << 20

  private let program: RuleProgram
  private var entries: [Entry] = []
  /// Hash and number of a word in each slot, so that most others are passed without a look at them.
  private var slots = [Slot](repeating: .empty, count: 1 << 12)
  private var spellings: [UInt8] = []
  private var globPool: [Int32] = []
  private var sequencePool: [Int32] = []

  init(_ program: RuleProgram) {
    self.program = program
  }

  /// Makes room: to be called between turns, since it may forget words and their numbers.
  mutating func forgetIfFull() {
    guard entries.count > Self.mostWords else { return }
    self = Vocabulary(program)
  }

  /// The number of the word at `place`.
  @inline(__always)
  mutating func number(_ text: borrowing Span<UInt8>, _ place: Row.Place) -> Int {
    var slot = Int(place.hash) & (slots.count - 1)
    while true {
      let found = slots[slot]
      if found.word < 0 { break }
      let index = Int(found.word)
      if found.hash == place.hash, entries[index].length == place.end - place.start {
        let entry = entries[index]
        let from = Int(place.start)
        let spelling = Int(entry.start)
        var offset = 0
        let length = Int(entry.length)
        while offset < length, spellings[spelling + offset] == text[from + offset] { offset += 1 }
        if offset == length { return index }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(text, place, at: slot)
  }

  /// The sequences that the word anchors.
  @inline(__always)
  func anchored(_ word: Int) -> Range<Int> {
    let range = entries[word].sequences
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  @inline(__always)
  func sequence(_ index: Int) -> Int { Int(sequencePool[index]) }

  /// Whether the word meets a glob.
  func meets(_ word: Int, _ glob: Int32) -> Bool {
    let range = entries[word].globs
    return globPool[Int(range.lowerBound)..<Int(range.upperBound)].contains(glob)
  }

  private mutating func add(
    _ text: borrowing Span<UInt8>, _ place: Row.Place, at slot: Int
  ) -> Int {
    var spelling: [UInt8] = []
    for index in Int(place.start)..<Int(place.end) { spelling.append(text[index]) }
    var globs: [Int32] = []
    if !program.folded.isEmpty { collect(Folding.fold(spelling), program.folded, &globs) }
    if !program.exact.isEmpty { collect(Folding.canonical(spelling), program.exact, &globs) }
    globs.sort()
    let firstGlob = Int32(globPool.count)
    let firstSequence = Int32(sequencePool.count)
    globPool += globs
    for glob in globs { sequencePool += program.anchored[Int(glob)] }
    let index = entries.count
    entries.append(
      Entry(
        hash: place.hash, start: UInt32(spellings.count), length: UInt32(spelling.count),
        globs: firstGlob..<Int32(globPool.count),
        sequences: firstSequence..<Int32(sequencePool.count)))
    spellings += spelling
    slots[slot] = Slot(hash: place.hash, word: Int32(index))
    if entries.count * 2 > slots.count { grow() }
    return index
  }

  /// Looks at a word in each form a pattern may meet: whole, each part, and written together.
  private func collect(_ word: [UInt8], _ index: GlobIndex, _ found: inout [Int32]) {
    index.collect(word, 0..<word.count, into: &found)
    let hyphen = UInt8(ascii: "-")
    guard word.contains(hyphen) else { return }
    var start = 0
    var solid: [UInt8]? = []
    for end in 0...word.count where end == word.count || word[end] == hyphen {
      index.collect(word, start..<end, into: &found)
      if Glob.isDigit(word[start..<end]), Glob.endsInDigit(word[..<max(0, start - 1)]) {
        solid = nil
      }
      solid?.append(contentsOf: word[start..<end])
      start = end + 1
    }
    if let solid { index.collect(solid, 0..<solid.count, into: &found) }
  }

  private mutating func grow() {
    slots = [Slot](repeating: .empty, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot].word >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(hash: entry.hash, word: Int32(index))
    }
  }
}
