import CodingEngine
import Corpus

/// Lays the turns of transcripts one after the other, and collects the codings that count.
struct TalkLayout {
  let selection: Selection
  let participants: [String: Int]
  var turns: [TalkTurn] = []
  var firstTurns: [Int] = []
  /// Code by code.
  var codings: [[Place]]
  /// What rules propose and what people coded, also what the selection leaves out, code by code;
  /// empty where that is the same as `codings`.
  private var proposed, byHand: [[Place]]
  /// Whether the selection lets a coder through.
  private let isCoderSelected: [Bool]

  init(
    selection: Selection, participants: [String: Int], codes: Int, coders: [String],
    isDecided: Bool
  ) {
    codings = [[Place]](repeating: [], count: codes)
    let isApart = isDecided || !selection.includesOpenProposals
    proposed = isApart ? codings : []
    byHand = proposed
    isCoderSelected = coders.map(selection.includes(coder:))
    self.selection = selection
    self.participants = participants
  }

  /// Makes just the room that turns and codings take: a big study has millions.
  mutating func reserve(for transcripts: [CodedTranscript]) {
    var counts = [Int](repeating: 0, count: codings.count)
    for coded in transcripts {
      if let decided = coded.codings {
        for coding in decided { counts[coding.code] += 1 }
      } else {
        for proposal in coded.proposals { counts[proposal.code] += 1 }
      }
    }
    for (code, count) in counts.enumerated() { codings[code].reserveCapacity(count) }
    turns.reserveCapacity(transcripts.reduce(0) { $0 + $1.sizes.count })
  }

  mutating func append(_ coded: CodedTranscript) {
    let transcript = coded.transcript
    let selected = transcript.speakers.map { selection.counts($0, in: transcript) }
    let indices = transcript.speakers.map { speaker in
      participants[Participant(speaker, in: transcript).description, default: 0]
    }
    let first = turns.count
    for (turn, size) in zip(transcript.turns, coded.sizes) {
      let word = turns.last?.words.upperBound ?? 0
      let sentence = turns.last?.sentences.upperBound ?? 0
      turns.append(
        TalkTurn(
          transcript: firstTurns.count, speaker: turn.speaker, participant: indices[turn.speaker],
          words: word..<(word + size.words), sentences: sentence..<(sentence + size.sentences),
          counts: selected[turn.speaker] && size.words > 0))
    }
    firstTurns.append(first)
    if let decided = coded.codings {
      append(decided, first)
      return
    }
    for proposal in coded.proposals where turns[first + proposal.turn].counts {
      if !proposed.isEmpty { proposed[proposal.code].append(place(proposal, first)) }
      guard selection.includesOpenProposals else { continue }
      codings[proposal.code].append(place(proposal, first))
    }
  }

  private func place(_ proposal: Proposal, _ first: Int) -> Place {
    Place(
      code: proposal.code, turn: first + proposal.turn, level: proposal.level, span: proposal.span)
  }

  private mutating func append(_ decided: [Coding], _ first: Int) {
    for coding in decided where turns[first + coding.turn].counts {
      let place = Place(
        code: coding.code, turn: first + coding.turn, level: coding.level, span: coding.span,
        traces: Traces(coding))
      switch coding.origin {
      case .rules: proposed[coding.code].append(place)
      case .hand(let coder) where isCoderSelected[coder]: byHand[coding.code].append(place)
      case .hand: break
      }
      if selection.includes(coding, isCoderSelected) { codings[coding.code].append(place) }
    }
  }

  /// For each code what its places stand on.
  func standings(_ own: [[Place]]) -> [Standings] {
    codings.indices.map { code in
      var standings = Standings()
      if proposed.isEmpty {
        (standings.proposed, standings.open) = (own[code].count, own[code].count)
        return standings
      }
      for place in Place.joined(proposed[code]) { standings.add(place.traces) }
      standings.byHand = Place.joined(byHand[code]).count
      return standings
    }
  }
}
