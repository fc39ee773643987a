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

  // Kept for their memory only.
  private var key: [UInt8] = []
  private var parts = PhraseParts()

  mutating func number(of phrase: Phrase) -> Int {
    key.removeAll(keepingCapacity: true)
    key.append(phrase.isExact ? 1 : 0)
    key += phrase.text.utf8
    let (number, isNew) = phraseNumbers.number(of: key)
    guard isNew else { return number }
    letters.append(0)
    parts.cut(key[1...])
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
    letters[phrase] = slots[first...].reduce(0) { $0 + ($1 < 0 ? 0 : globs[Int($1)].letterCount) }
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
      return sequence
    }
  }

  /// The glob that some parts in one place come to.
  private mutating func glob(_ range: Range<Int>, isExact: Bool) -> Int32 {
    key.removeAll(keepingCapacity: true)
    key.append(isExact ? 1 : 0)
    for part in range {
      if parts.isAny(part) { return RuleProgram.Sequence.anyWord }
      if part > range.lowerBound { key.append(Glob.joint) }
      Glob.append(parts.letters, parts.range(of: part), isExact: isExact, to: &key)
    }
    let (number, isNew) = globNumbers.number(of: key)
    if isNew { globs.append(Glob(elements: Array(key[1...]), isExact: isExact)) }
    return Int32(number)
  }
}

/// Numbers distinct rows of bytes, in the order in which they are first met.
struct ByteNumbers {
  private var pool: [UInt8] = []
  /// For each row where it ends in `pool`.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// The number of a row, and whether it is a new one.
  mutating func number(of bytes: [UInt8]) -> (number: Int, isNew: Bool) {
    var hash: UInt64 = 0
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 32 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, self[number].elementsEqual(bytes) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(ends.count)
    pool += bytes
    ends.append(pool.count)
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return (ends.count - 1, true)
  }

  private subscript(number: Int) -> ArraySlice<UInt8> {
    pool[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
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

  /// The letters of all parts.
  private(set) var letters: [UInt8] = []
  /// For each part where it ends in `letters`; any word has none.
  private var ends: [Int] = []
  /// For each part how many parts before it may stand in one word with the part before them; and
  /// whether it may itself.
  private var joints: [(looseBefore: Int, isLoose: Bool)] = []
  private var looseCount = 0

  var count: Int { ends.count }

  /// In how many ways the parts can be put into places of the row.
  var arrangementCount: Int { looseCount > Self.mostLooseJoints ? 2 : 1 << looseCount }

  func range(of part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }

  func isAny(_ part: Int) -> Bool { range(of: part).isEmpty }

  /// Whether a part stands in one word with the part before; false at the end.
  func isJoined(_ part: Int, in arrangement: Int) -> Bool {
    guard part < count, joints[part].isLoose else { return false }
    return looseCount > Self.mostLooseJoints
      ? arrangement == 1 : arrangement >> joints[part].looseBefore & 1 == 1
  }

  /// Cuts the text of a phrase.
  mutating func cut(_ text: ArraySlice<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    joints.removeAll(keepingCapacity: true)
    looseCount = 0
    let words = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let isPair = words.count == 2 && !words.contains(where: \.isEmpty)
    for word in words {
      if word.isEmpty { end(isLoose: false) }
      var isFirst = true
      for byte in word {
        if byte != UInt8(ascii: "-") {
          letters.append(byte)
        } else if letters.count > ends.last ?? 0 {
          end(isLoose: !isFirst || isPair)
          isFirst = false
        }
      }
      if letters.count > ends.last ?? 0 { end(isLoose: !isFirst || isPair) }
    }
  }

  private mutating func end(isLoose: Bool) {
    let isLoose = isLoose && !ends.isEmpty
    ends.append(letters.count)
    joints.append((looseCount, isLoose))
    if isLoose { looseCount += 1 }
  }
}
