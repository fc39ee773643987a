import Corpus

/// Applies a compiled codebook to one transcript after the other, and learns their words on the way.
///
/// One matcher serves one thread; several share the program and give the same output.
struct Matcher: Sendable {
  let codebook: Codebook
  let program: RuleProgram
  private let isEvidenceWanted: Bool
  private let isTurnCoded: [Bool]
  private let isWholeTurnSearched: [Bool]
  private var vocabulary: Vocabulary
  private var row = Row()
  private var words: [Int32] = []
  private var hits: [[Stretch]]
  private var touchedLeaves: [Int] = []
  private var touchedLines: [Int] = []
  private var isTouched: [Bool]

  init(_ codebook: Codebook, _ program: RuleProgram, evidence: Bool) {
    self.codebook = codebook
    self.program = program
    isEvidenceWanted = evidence
    isTurnCoded = codebook.codes.map { $0.unit == .turn }
    isWholeTurnSearched = codebook.codes.map { $0.unit == .turn || $0.looksThroughTurn }
    vocabulary = Vocabulary(program)
    hits = [[Stretch]](repeating: [], count: program.lineOfLeaf.count)
    isTouched = [Bool](repeating: false, count: program.lines.count)
  }

  /// Codes one transcript.
  mutating func apply(to transcript: Transcript) -> CodedTranscript {
    var sizes: [TurnSize] = []
    sizes.reserveCapacity(transcript.turns.count)
    var proposals = ProposalList(isEvidenceWanted: isEvidenceWanted)
    let eligible = transcript.speakers.map { speaker in
      codebook.codes.map { $0.isAbout(speaker) }
    }
    let text = transcript.text.span
    for (index, turn) in transcript.turns.enumerated() {
      row.cut(text, turn.text, bracketsAreWords: transcript.details.bracketsAreWords)
      sizes.append(row.size)
      let codes = eligible[turn.speaker]
      guard codes.contains(true) else { continue }
      collect(text)
      decide(turn: index, text: turn.text, eligible: codes, into: &proposals)
    }
    return CodedTranscript(
      transcript: transcript, sizes: sizes, proposals: proposals.proposals,
      evidence: proposals.evidence)
  }

  // MARK: Collecting

  /// Collects every phrase of the program that stands in the row.
  private mutating func collect(_ text: borrowing Span<UInt8>) {
    vocabulary.forgetIfFull()
    words.removeAll(keepingCapacity: true)
    for place in row.places {
      words.append(place.isTranscribers ? -1 : Int32(vocabulary.number(text, place)))
    }
    for place in words.indices where words[place] >= 0 {
      for index in vocabulary.anchored(Int(words[place])) {
        let sequence = program.sequences[vocabulary.sequence(index)]
        let first = place - sequence.anchor
        if sequence.slots.count == 1 || stands(sequence, at: first) {
          hit(sequence, Stretch(first: Int32(first), last: Int32(first + sequence.slots.count)))
        }
      }
    }
  }

  /// Whether the other slots of a sequence are met too, within one sentence.
  private func stands(_ sequence: RuleProgram.Sequence, at first: Int) -> Bool {
    let last = first + sequence.slots.count
    guard first >= 0, last <= words.count else { return false }
    for (offset, slot) in sequence.slots.enumerated() where offset != sequence.anchor {
      let word = words[first + offset]
      guard word >= 0, slot < 0 || vocabulary.meets(Int(word), slot) else { return false }
    }
    guard let sentence = row.sentenceIndex(first) else { return false }
    return last <= row.sentences[sentence].row.upperBound
  }

  private mutating func hit(_ sequence: RuleProgram.Sequence, _ stretch: Stretch) {
    for number in program.leavesOfPhrase[Int(sequence.phrase)] {
      let leaf = Int(number)
      if hits[leaf].isEmpty {
        touchedLeaves.append(leaf)
        let line = Int(program.lineOfLeaf[leaf])
        if !isTouched[line] {
          isTouched[line] = true
          touchedLines.append(line)
        }
      }
      hits[leaf].append(stretch)
    }
  }

  // MARK: Deciding

  /// Evaluates the lines that were touched, code by code, and forgets what was collected.
  private mutating func decide(
    turn: Int, text: Range<Int>, eligible: [Bool], into proposals: inout ProposalList
  ) {
    guard !touchedLines.isEmpty else { return }
    for leaf in touchedLeaves { hits[leaf].sortAndUnique() }
    touchedLines.sort()
    var start = 0
    while start < touchedLines.count {
      let code = program.lines[touchedLines[start]].code
      var end = start
      while end < touchedLines.count, program.lines[touchedLines[end]].code == code { end += 1 }
      if eligible[code] {
        let decision = CodeInTurn(
          isTurnCoded: isTurnCoded[code], isWholeTurnSearched: isWholeTurnSearched[code],
          program: program, lines: touchedLines[start..<end], row: row, hits: hits)
        decision.propose(code: code, turn: turn, text: text, into: &proposals)
      }
      start = end
    }
    for leaf in touchedLeaves { hits[leaf].removeAll(keepingCapacity: true) }
    for line in touchedLines { isTouched[line] = false }
    touchedLeaves.removeAll(keepingCapacity: true)
    touchedLines.removeAll(keepingCapacity: true)
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
