import Corpus

/// Applies a compiled codebook to one transcript after the other, and learns their words on the way.
///
/// One matcher serves one thread; several share the program and give the same output.
struct Matcher: Sendable {
  let codebook: Codebook
  let program: RuleProgram
  let isEvidenceWanted: Bool
  /// For each code whether whole turns are coded.
  let isTurnCoded: [Bool]
  /// For each code whether its rules look through the whole turn.
  let isWholeTurnSearched: [Bool]
  /// For each line the level it stands for, whether it is an `except`, and what it asks for.
  let levels: [Int?]
  let isException: [Bool]
  /// For each line its number among those of its kind and code.
  let numbers: [Int]
  let roots: [RuleProgram.Node]
  let leaves: [Range<Int>]
  var row = Row()
  /// What is proposed in the transcript at hand, and why.
  var proposals: [Proposal] = []
  var evidence: [Evidence] = []
  /// What the lines found in the turn at hand.
  var findings: [Finding] = []
  /// For each leaf what was found in the turn at hand, once it was asked for: see `gather`.
  var hits: [[Stretch]]
  /// What the line at hand finds; empty, and kept for its memory, when none is.
  var found: [Found] = []
  /// Where lines that ask for more than phrases have a phrase in the turn at hand.
  var touches: [Touch] = []

  // The program's tables, held here so that reading them costs no counting of references.
  private let slots: [Int32]
  private let firstTarget: [Int32]
  private let targets: [RuleProgram.Target]
  private var vocabulary: Vocabulary
  private var words: [Int32] = []
  /// For each phrase what was found in the turn at hand.
  private var phraseHits: [[Stretch]]
  private var phrasesMet: [Int] = []
  private let phrasesOfLeaf: Lists<Int32>
  private let leavesOfPhrase: Lists<Int32>
  private let needsOfLine: [Range<Int>]
  private let needs: Lists<Int32>
  /// For each leaf the last turn in which one of its phrases was met.
  private var metIn: [UInt64]
  /// For each leaf the turn for which its hits were gathered.
  private var gatheredIn: [UInt64]
  /// For each line its last touch, so that it is noted once in a unit.
  private var lastTouch: [UInt64]
  private var turnsRead: UInt64 = 0

  init(_ codebook: Codebook, evidence: Bool) {
    self.codebook = codebook
    program = RuleProgram(codebook)
    isEvidenceWanted = evidence
    isTurnCoded = codebook.codes.map { $0.unit == .turn }
    isWholeTurnSearched = codebook.codes.map { $0.unit == .turn || $0.looksThroughTurn }
    levels = program.lines.map(\.level)
    isException = program.lines.map(\.isException)
    numbers = program.lines.map(\.index)
    roots = program.lines.map(\.root)
    leaves = program.lines.map(\.leaves)
    slots = program.slots
    firstTarget = program.targets.starts
    targets = program.targets.values
    vocabulary = Vocabulary(program)
    hits = [[Stretch]](repeating: [], count: program.phrasesOfLeaf.count)
    gatheredIn = [UInt64](repeating: 0, count: program.phrasesOfLeaf.count)
    phraseHits = [[Stretch]](repeating: [], count: program.targets.starts.count)
    phrasesOfLeaf = program.phrasesOfLeaf
    leavesOfPhrase = program.leavesOfPhrase
    needsOfLine = program.lines.map(\.needs)
    needs = program.needs
    metIn = [UInt64](repeating: 0, count: program.phrasesOfLeaf.count)
    lastTouch = [UInt64](repeating: 0, count: program.lines.count)
  }

  /// Codes one transcript, of which the rows may have been cut before.
  mutating func apply(to transcript: Transcript, rows: RowTable?) -> CodedTranscript {
    var sizes: [TurnSize] = []
    sizes.reserveCapacity(transcript.turns.count)
    let eligible = transcript.speakers.map { speaker in
      codebook.codes.map { $0.isAbout(speaker) }
    }
    let isHeard = eligible.map { $0.contains(true) }
    let text = transcript.text.span
    for (index, turn) in transcript.turns.enumerated() {
      if let rows {
        rows.fill(&row, turn: index)
      } else {
        row.cut(text, turn.text, bracketsAreWords: transcript.details.bracketsAreWords)
      }
      sizes.append(row.size)
      guard isHeard[turn.speaker] else { continue }
      collect(text, eligible: eligible[turn.speaker])
      if !touches.isEmpty { evaluateTouchedLines() }
      if !findings.isEmpty { propose(turn: index, text: turn.text) }
      for phrase in phrasesMet { phraseHits[phrase].removeAll(keepingCapacity: true) }
      phrasesMet.removeAll(keepingCapacity: true)
    }
    return CodedTranscript(
      transcript: transcript, sizes: sizes, proposals: Self.taken(&proposals),
      evidence: Self.taken(&evidence), rows: rows)
  }

  /// Takes what was gathered in memory that is used again, in just as much memory as it needs.
  private static func taken<Element>(_ gathered: inout [Element]) -> [Element] {
    var taken: [Element] = []
    taken.reserveCapacity(gathered.count)
    taken += gathered
    gathered.removeAll(keepingCapacity: true)
    return taken
  }

  /// Collects every phrase of the program that stands in the row.
  private mutating func collect(_ text: borrowing Span<UInt8>, eligible: [Bool]) {
    vocabulary.forgetIfFull()
    turnsRead += 1
    number(text)
    var sentence = 0
    for place in words.indices where words[place] > 0 {
      let anchored = vocabulary.anchored(Int(words[place]))
      if anchored.isEmpty { continue }
      while row.sentences[sentence].row.upperBound <= place { sentence += 1 }
      let places = row.sentences[sentence].row
      for index in anchored {
        let sequence = vocabulary.sequence(index)
        if sequence.check >= 0 {
          let other = place + Int(sequence.checkOffset)
          guard other >= places.lowerBound, other < places.upperBound,
            isMet(sequence.check, at: other)
          else { continue }
        }
        let first = place - Int(sequence.anchor)
        if sequence.slotCount == 1 || stands(sequence, at: first, within: places) {
          hit(sequence, first: Int32(first), sentence: sentence, eligible: eligible)
        }
      }
    }
  }

  /// Looks up the words of the row.
  @inline(__always)
  private mutating func number(_ text: borrowing Span<UInt8>) {
    words.removeAll(keepingCapacity: true)
    let places = row.places
    if places.isEmpty { return }
    var numbers: [Int32] = []
    swap(&numbers, &words)
    numbers.append(addingCapacity: places.count) { numbers in
      for place in places {
        numbers.append(place.isTranscribers ? -1 : Int32(vocabulary.number(text, place)))
      }
    }
    swap(&numbers, &words)
  }

  /// Whether the other slots of a sequence are met too, within the sentence.
  @inline(__always)
  private func stands(
    _ sequence: RuleProgram.Sequence, at first: Int, within places: Range<Int>
  ) -> Bool {
    let count = Int(sequence.slotCount)
    guard first >= places.lowerBound, first + count <= places.upperBound else { return false }
    if count == 2, sequence.check >= 0 { return true }
    for offset in 0..<count where offset != Int(sequence.anchor) {
      guard isMet(slots[Int(sequence.firstSlot) + offset], at: first + offset) else { return false }
    }
    return true
  }

  /// Whether the word at a place meets a slot.
  @inline(__always)
  private func isMet(_ slot: Int32, at place: Int) -> Bool {
    let word = words[place]
    return slot < 0 ? word >= 0 : word > 0 && vocabulary.meets(Int(word), slot)
  }

  /// Hands a phrase that was found to all lines that ask for it.
  @inline(__always)
  private mutating func hit(
    _ sequence: RuleProgram.Sequence, first: Int32, sentence: Int, eligible: [Bool]
  ) {
    let last = first + sequence.slotCount
    let phrase = Int(sequence.phrase)
    let leaves = leavesOfPhrase.range(of: phrase)
    if !leaves.isEmpty {
      if phraseHits[phrase].isEmpty {
        phrasesMet.append(phrase)
        for index in leaves { metIn[Int(leavesOfPhrase.values[index])] = turnsRead }
      }
      phraseHits[phrase].append(Stretch(first: first, last: last))
    }
    for index in Int(firstTarget[phrase])..<Int(firstTarget[phrase + 1]) {
      let target = targets[index]
      guard eligible[Int(target.code)] else { continue }
      let unit = isWholeTurnSearched[Int(target.code)] ? 0 : sentence
      if target.isEvidence {
        findings.append(
          Finding(code: target.code, unit: unit, line: target.line, first: first, last: last))
      } else {
        touch(target, unit: unit)
      }
    }
  }

  @inline(__always)
  private mutating func touch(_ target: RuleProgram.Target, unit: Int) {
    let touch = turnsRead << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    if lastTouch[Int(target.line)] != touch {
      lastTouch[Int(target.line)] = touch
      touches.append(Touch(code: target.code, unit: unit, line: target.line))
    }
  }

  /// Evaluates the lines that ask for more than phrases, unit by unit.
  private mutating func evaluateTouchedLines() {
    var kept = 0
    for index in touches.indices where isMet(touches[index].line) {
      touches[kept] = touches[index]
      kept += 1
    }
    touches.removeSubrange(kept...)
    touches.sort { $0.place == $1.place ? $0.line < $1.line : $0.place < $1.place }
    var start = 0
    while start < touches.count {
      var end = start + 1
      while end < touches.count, touches[end].place == touches[start].place { end += 1 }
      evaluate(start..<end)
      start = end
    }
    touches.removeAll(keepingCapacity: true)
  }

  /// Whether each part that a line needs was met in the turn at hand: a quick look that clears most.
  private func isMet(_ line: Int32) -> Bool {
    for need in needsOfLine[Int(line)] {
      var isMet = false
      for index in needs.range(of: need) where metIn[Int(needs.values[index])] == turnsRead {
        isMet = true
        break
      }
      if !isMet { return false }
    }
    return true
  }

  /// Makes the hits of a line's leaves ready.
  mutating func gather(_ leaves: Range<Int>) {
    for leaf in leaves where gatheredIn[leaf] != turnsRead {
      gatheredIn[leaf] = turnsRead
      if !hits[leaf].isEmpty { hits[leaf].removeAll(keepingCapacity: true) }
      guard metIn[leaf] == turnsRead else { continue }
      for index in phrasesOfLeaf.range(of: leaf) {
        let phrase = Int(phrasesOfLeaf.values[index])
        if !phraseHits[phrase].isEmpty { hits[leaf] += phraseHits[phrase] }
      }
      hits[leaf].sortAndUnique()
    }
  }
}

extension Code {
  /// Whether the code looks at what `speaker` says.
  func isAbout(_ speaker: Speaker) -> Bool {
    switch speakers {
    case .all: true
    case .participants: !speaker.isModerator
    case .roles(let roles):
      speaker.role.map { role in
        roles.contains { Folding.fold($0.utf8) == Folding.fold(role.utf8) }
      } ?? false
    }
  }
}

extension [Stretch] {
  fileprivate mutating func sortAndUnique() {
    guard count > 1 else { return }
    var isOrdered = true
    for index in 1..<count where !self[index - 1].isBefore(self[index]) {
      isOrdered = false
      break
    }
    if isOrdered { return }
    sort { $0.isBefore($1) }
    var kept = 1
    for index in 1..<count where self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeSubrange(kept...)
  }
}
