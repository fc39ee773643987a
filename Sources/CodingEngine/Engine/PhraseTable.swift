import Corpus

/// Numbers distinct phrases, and the globs and sequences they come to.
struct PhraseTable {
  private(set) var globs: [Glob] = []
  private var sequences: [RuleProgram.Sequence] = []
  private(set) var slots: [Int32] = []
  /// For each phrase how many letters it has.
  private(set) var letters: [Int] = []
  private var phraseNumbers = ByteNumbers()
  private var globNumbers = ByteNumbers()

  /// Kept for its memory only.
  private var parts = PhraseParts()

  mutating func number(of phrase: Phrase) -> Int {
    let text = phrase.text.utf8.span
    let (number, isNew) = phraseNumbers.number(of: text, isExact: phrase.isExact)
    guard isNew else { return number }
    parts.cut(text, isExact: phrase.isExact)
    letters.append(parts.elements.count { !Glob.isSpecial($0) })
    for arrangement in 0..<parts.arrangementCount {
      let first = slots.count
      var start = 0
      for part in 1...parts.count where !parts.isJoined(part, in: arrangement) {
        slots.append(glob(start..<part, isExact: phrase.isExact))
        start = part
      }
      add(first, number)
    }
    return number
  }

  /// Adds a way in which a phrase can stand: the slots from `first` on.
  private mutating func add(_ first: Int, _ phrase: Int) {
    sequences.append(
      .init(
        firstSlot: Int32(first), slotCount: Int32(slots.count - first), anchor: 0,
        phrase: Int32(phrase)))
  }

  /// All sequences, each with the slot by which it is noticed: the one that fewest phrases share, and
  /// of those the longest, since it is likely the rarest in any text.
  func anchoredSequences() -> [RuleProgram.Sequence] {
    var uses = [Int](repeating: 0, count: globs.count)
    for slot in slots where slot >= 0 { uses[Int(slot)] += 1 }
    return sequences.map { sequence in
      var sequence = sequence
      var best = (uses: Int.max, letters: 0)
      for index in 0..<sequence.slotCount {
        let slot = Int(slots[Int(sequence.firstSlot + index)])
        guard slot >= 0 else { continue }
        let letters = globs[slot].letterCount
        if uses[slot] < best.uses || uses[slot] == best.uses && letters > best.letters {
          best = (uses[slot], letters)
          sequence.anchor = index
        }
      }
      chooseCheck(&sequence)
      return sequence
    }
  }

  /// Chooses the slot that is looked at first once a sequence is noticed: the longest of the others.
  private func chooseCheck(_ sequence: inout RuleProgram.Sequence) {
    var most = -1
    for index in 0..<sequence.slotCount where index != sequence.anchor {
      let slot = slots[Int(sequence.firstSlot + index)]
      guard slot >= 0, globs[Int(slot)].letterCount > most else { continue }
      most = globs[Int(slot)].letterCount
      sequence.check = slot
      sequence.checkOffset = index - sequence.anchor
    }
  }

  /// The glob that some parts in one place come to.
  private mutating func glob(_ range: Range<Int>, isExact: Bool) -> Int32 {
    if parts.isAny(range.lowerBound) { return RuleProgram.Sequence.anyWord }
    let place = parts[range.lowerBound].lowerBound..<parts[range.upperBound - 1].upperBound
    let elements = parts.elements
    let (number, isNew) = globNumbers.number(
      of: elements.span.extracting(place), isExact: isExact)
    if isNew { globs.append(Glob(elements: Array(elements[place]), isExact: isExact)) }
    return Int32(number)
  }
}

/// Numbers distinct rows of bytes, in the order in which they are first met.
struct ByteNumbers {
  private var pool: [UInt8] = []
  /// For each row where it begins in `pool`, with a byte for exactness; one more at the end.
  private var starts = [0]
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// The number of a row, and whether it is a new one.
  mutating func number(
    of bytes: borrowing Span<UInt8>, isExact: Bool
  ) -> (number: Int, isNew: Bool) {
    let head: UInt8 = isExact ? 1 : 0
    var hash = Self.step(0, head)
    for index in bytes.indices { hash = Self.step(hash, bytes[index]) }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, holds(bytes, head, number) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    pool.append(head)
    for index in bytes.indices { pool.append(bytes[index]) }
    starts.append(pool.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count { grow() }
    return (hashes.count - 1, true)
  }

  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 32
  }

  private func holds(_ bytes: borrowing Span<UInt8>, _ head: UInt8, _ number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == bytes.count + 1, pool[start] == head else { return false }
    for index in bytes.indices where pool[start + 1 + index] != bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// A phrase cut at its blanks and hyphens.
///
/// A hyphen in a pattern stands for a hyphen, a blank or nothing, and so does the blank between two
/// words in quotes; any other blank is the end of a word.
private struct PhraseParts {
  /// More loose joints than this are taken all as blanks or none, so that their arrangements stay few.
  private static let mostLooseJoints = 6

  private struct Part {
    /// Where its letters are in `elements`.
    let range: Range<Int>
    let isAny: Bool
    /// How many parts before it may stand in one word with the part before them.
    let looseBefore: Int
    /// Whether it may itself.
    let isLoose: Bool
  }

  /// The elements of all parts (see `Glob.elements`), with a joint between two.
  private(set) var elements: [UInt8] = []
  private var parts: [Part] = []
  private var looseCount = 0

  var count: Int { parts.count }

  subscript(part: Int) -> Range<Int> { parts[part].range }

  func isAny(_ part: Int) -> Bool { parts[part].isAny }

  /// In how many ways the parts can be put into places of the row.
  var arrangementCount: Int { looseCount > Self.mostLooseJoints ? 2 : 1 << looseCount }

  /// Whether a part stands in one word with the part before; false at the end.
  func isJoined(_ part: Int, in arrangement: Int) -> Bool {
    guard part < count, parts[part].isLoose else { return false }
    return looseCount > Self.mostLooseJoints
      ? arrangement == 1 : arrangement >> parts[part].looseBefore & 1 == 1
  }

  /// Cuts the text of a phrase.
  mutating func cut(_ text: borrowing Span<UInt8>, isExact: Bool) {
    elements.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    looseCount = 0
    let isPair = Self.isPair(text)
    /// Where the word and the part at hand begin.
    var (word, start) = (0, 0)
    var isFirst = true
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : UInt8(ascii: " ")
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") else { continue }
      if index > start {
        if !parts.isEmpty { elements.append(Glob.joint) }
        let first = elements.count
        Glob.append(text, start..<index, isExact: isExact, to: &elements)
        end(first..<elements.count, isLoose: !isFirst || isPair)
        isFirst = false
      }
      start = index + 1
      guard byte == UInt8(ascii: " ") else { continue }
      if index == word { end(elements.count..<elements.count, isAny: true, isLoose: false) }
      word = start
      isFirst = true
    }
  }

  /// Whether a text is two words, neither of which is any word.
  private static func isPair(_ text: borrowing Span<UInt8>) -> Bool {
    var blanks = 0
    for index in text.indices where text[index] == UInt8(ascii: " ") { blanks += 1 }
    return blanks == 1 && text[0] != UInt8(ascii: " ") && text[text.count - 1] != UInt8(ascii: " ")
  }

  private mutating func end(_ range: Range<Int>, isAny: Bool = false, isLoose: Bool) {
    let isLoose = isLoose && !parts.isEmpty
    parts.append(Part(range: range, isAny: isAny, looseBefore: looseCount, isLoose: isLoose))
    if isLoose { looseCount += 1 }
  }
}
