import Corpus

/// Applies a compiled codebook to one transcript after the other, and learns their words on the way.
///
/// One matcher serves one thread; several share the program and give the same output.
struct Matcher: Sendable {
  let codebook: Codebook
  let program: RuleProgram
  let isEvidenceWanted: Bool
  private let keepsRows: Bool
  /// For each code whether whole turns are coded.
  let isTurnCoded: [Bool]
  /// For each code whether its rules look through the whole turn.
  let isWholeTurnSearched: [Bool]
  /// For each line the level it stands for, whether it is an `except`, and what it asks for.
  let levels: [Int?]
  let isException: [Bool]
  let roots: [RuleProgram.Node]
  let leaves: [Range<Int>]
  var row = Row()
  /// What the lines found in the turn at hand.
  var findings: [Finding] = []
  /// For each leaf what was found in the turn at hand, once it was asked for: see `gather`.
  var hits: [[Stretch]]
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

  init(_ codebook: Codebook, evidence: Bool, keepingRows: Bool = false) {
    self.codebook = codebook
    program = RuleProgram(codebook)
    isEvidenceWanted = evidence
    keepsRows = keepingRows
    isTurnCoded = codebook.codes.map { $0.unit == .turn }
    isWholeTurnSearched = codebook.codes.map { $0.unit == .turn || $0.looksThroughTurn }
    levels = program.lines.map(\.level)
    isException = program.lines.map(\.isException)
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

  /// Codes one transcript.
  mutating func apply(to transcript: Transcript) -> CodedTranscript {
    var sizes: [TurnSize] = []
    sizes.reserveCapacity(transcript.turns.count)
    var proposals = ProposalList()
    var rows = RowTable(forBytes: keepsRows ? transcript.text.count : 0)
    let eligible = transcript.speakers.map { speaker in
      codebook.codes.map { $0.isAbout(speaker) }
    }
    let isHeard = eligible.map { $0.contains(true) }
    let text = transcript.text.span
    for (index, turn) in transcript.turns.enumerated() {
      row.cut(text, turn.text, bracketsAreWords: transcript.details.bracketsAreWords)
      sizes.append(row.size)
      if keepsRows { rows.append(row) }
      guard isHeard[turn.speaker] else { continue }
      collect(text, eligible: eligible[turn.speaker])
      if !touches.isEmpty { evaluateTouchedLines() }
      if !findings.isEmpty { propose(turn: index, text: turn.text, into: &proposals) }
      for phrase in phrasesMet { phraseHits[phrase].removeAll(keepingCapacity: true) }
      phrasesMet.removeAll(keepingCapacity: true)
    }
    return CodedTranscript(
      transcript: transcript, sizes: sizes, proposals: proposals.proposals,
      evidence: proposals.evidence, rows: keepsRows ? rows : nil)
  }

  /// Collects every phrase of the program that stands in the row.
  private mutating func collect(_ text: borrowing Span<UInt8>, eligible: [Bool]) {
    vocabulary.forgetIfFull()
    turnsRead += 1
    words.removeAll(keepingCapacity: true)
    for place in row.places {
      words.append(place.isTranscribers ? -1 : Int32(vocabulary.number(text, place)))
    }
    var sentence = 0
    for place in words.indices where words[place] >= 0 {
      while row.sentences[sentence].row.upperBound <= place { sentence += 1 }
      for index in vocabulary.anchored(Int(words[place])) {
        let sequence = vocabulary.sequence(index)
        if sequence.slotCount == 1 {
          hit(sequence, first: Int32(place), sentence: sentence, eligible: eligible)
        } else if stands(sequence, at: place - Int(sequence.anchor), sentence: sentence) {
          let first = Int32(place) - sequence.anchor
          hit(sequence, first: first, sentence: sentence, eligible: eligible)
        }
      }
    }
  }

  /// Whether the other slots of a sequence are met too, within the sentence.
  @inline(__always)
  private func stands(_ sequence: RuleProgram.Sequence, at first: Int, sentence: Int) -> Bool {
    let places = row.sentences[sentence].row
    let count = Int(sequence.slotCount)
    guard first >= places.lowerBound, first + count <= places.upperBound else { return false }
    for offset in 0..<count where offset != Int(sequence.anchor) {
      let slot = slots[Int(sequence.firstSlot) + offset]
      let word = words[first + offset]
      guard word >= 0, slot < 0 || vocabulary.meets(Int(word), slot) else { return false }
    }
    return true
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
  func isMet(_ line: Int32) -> Bool {
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
      hits[leaf].removeAll(keepingCapacity: true)
      guard metIn[leaf] == turnsRead else { continue }
      for index in phrasesOfLeaf.range(of: leaf) {
        let phrase = Int(phrasesOfLeaf.values[index])
        if !phraseHits[phrase].isEmpty { hits[leaf] += phraseHits[phrase] }
      }
      hits[leaf].sortAndUnique()
    }
  }
}

/// A line that asks for more than phrases, and a unit with a phrase that it knows.
struct Touch {
  /// Orders by code, then by unit.
  let place: UInt64
  let line: Int32

  init(code: Int32, unit: Int, line: Int32) {
    place = UInt64(UInt32(bitPattern: code)) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    self.line = line
  }

  var code: Int { Int(place >> 32) }
  /// The sentence, or 0 when the code looks through the whole turn.
  var unit: Int { Int(place & 0xFFFF_FFFF) }
}

/// Words that a line found in one unit of the turn at hand.
struct Finding {
  /// Orders by code, then by unit.
  let place: UInt64
  /// Orders by line, then by words.
  let detail: UInt64
  let last: Int32

  init(code: Int32, unit: Int, line: Int32, first: Int32, last: Int32) {
    place = UInt64(UInt32(bitPattern: code)) << 32 | UInt64(UInt32(truncatingIfNeeded: unit))
    detail = UInt64(UInt32(bitPattern: line)) << 32 | UInt64(UInt32(bitPattern: first))
    self.last = last
  }

  var code: Int { Int(place >> 32) }
  /// The sentence, or 0 when the code looks through the whole turn.
  var unit: Int { Int(place & 0xFFFF_FFFF) }
  var line: Int { Int(detail >> 32) }
  var first: Int32 { Int32(truncatingIfNeeded: detail) }
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
