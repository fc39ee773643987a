import CodingEngine
import Corpus

/// Makes quotations of places in one transcript.
struct Quoter {
  private let coded: CodedTranscript
  private let transcript: Transcript
  private let codebook: Codebook
  private let firstTurn: Int
  private let context: Int
  /// For each speaker whether tables count what they say.
  private let isCounted: [Bool]
  private let names: QuotationNames
  private let codePoints: CodePoints
  private let proposalsOfTurns: TurnRuns
  private let hands: Hands

  init(
    of coded: CodedTranscript, in corpus: CodedCorpus, firstTurn: Int, context: Int,
    counting: Selection
  ) {
    let transcript = coded.transcript
    self.coded = coded
    self.transcript = transcript
    codebook = corpus.codebook
    hands = Hands(in: coded, of: corpus)
    self.firstTurn = firstTurn
    self.context = context
    isCounted = transcript.speakers.map { counting.counts($0, in: transcript) }
    names = QuotationNames(of: transcript, coded.words ?? WordTable(of: transcript))
    codePoints = CodePoints(of: transcript)
    proposalsOfTurns = TurnRuns(
      coded.evidence.isEmpty ? [] : coded.proposals.map(\.turn), turns: transcript.turns.count)
  }

  func id(of place: Place) -> String {
    names.id(turn: place.turn - firstTurn, words: place.span.words)
  }

  func quotation(of place: Place, id: String) -> Quotation {
    let index = place.turn - firstTurn
    let turn = transcript.turns[index]
    let range = place.span.text
    let inTurn = codePoints.inTurn(range, turn: index)
    return Quotation(
      id: id, code: place.code, level: level(of: place),
      transcript: transcript.id, turn: index + 1,
      inTurn: inTurn, inText: codePoints.inText(inTurn, turn: index),
      isWholeTurn: range == turn.text, speaker: transcript.speakers[turn.speaker],
      variables: transcript.variables, text: transcript.string(range),
      evidence: evidence(of: place, turn: index),
      standing: place.traces.standing, isUnreviewed: place.traces.isUnreviewed,
      people: hands.people(of: place, turn: index),
      counts: place.hasWords && isCounted[turn.speaker],
      before: contextTurns(max(0, index - context)..<index),
      after: contextTurns((index + 1)..<min(transcript.turns.count, index + 1 + context)))
  }

  private func level(of place: Place) -> String? {
    switch place.level {
    case .none: nil
    case .mixed: "(mixed)"
    case .level(let level): codebook.codes[place.code].scale[level].id
    }
  }

  private func contextTurns(_ range: Range<Int>) -> [Quotation.ContextTurn] {
    range.map { index in
      let turn = transcript.turns[index]
      return Quotation.ContextTurn(
        turn: index + 1, speaker: transcript.speakers[turn.speaker].label,
        text: transcript.string(turn.text))
    }
  }

  /// The evidence inside a place, words in a row joined, as code points of the turn.
  private func evidence(of place: Place, turn: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var isOrdered = true
    for index in proposalsOfTurns[turn] {
      let proposal = coded.proposals[index]
      guard proposal.code == place.code, proposal.level == place.level,
        place.span.text.clamped(to: proposal.span.text) == proposal.span.text
      else { continue }
      words.reserveCapacity(words.count + proposal.evidence.count)
      for index in proposal.evidence {
        let word = coded.evidence[index].text
        if let last = words.last, last.lowerBound > word.lowerBound { isOrdered = false }
        words.append(word)
      }
    }
    if !isOrdered { words.sort { $0.lowerBound < $1.lowerBound } }
    var joined = 0
    for index in words.indices {
      let word = words[index]
      if joined > 0, areBlank(words[joined - 1].upperBound, word.lowerBound) {
        let last = words[joined - 1]
        words[joined - 1] = last.lowerBound..<max(last.upperBound, word.upperBound)
      } else {
        words[joined] = word
        joined += 1
      }
    }
    words.removeLast(words.count - joined)
    for index in words.indices { words[index] = codePoints.inTurn(words[index], turn: turn) }
    return words
  }

  private func areBlank(_ start: Int, _ end: Int) -> Bool {
    start >= end || transcript.text[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x0A }
  }
}

/// Where the elements of each turn stand in a list in the order of turns.
struct TurnRuns {
  private var starts: [Int]

  /// Counts elements, given by the turn of each.
  init(_ turnOfElements: [Int], turns: Int) {
    starts = [Int](repeating: 0, count: turns + 1)
    for turn in turnOfElements { starts[turn + 1] += 1 }
    for turn in 0..<turns { starts[turn + 1] += starts[turn] }
  }

  /// Indices of the elements of a turn.
  subscript(turn: Int) -> Range<Int> { starts[turn]..<starts[turn + 1] }
}
