import CodingEngine
import Corpus

/// Lays the turns of transcripts one after the other, and collects the codings that count.
struct TalkLayout {
  private let selection: Selection
  private let participants: [String: Int]
  private(set) var turns: [TalkTurn] = []
  private(set) var firstTurns: [Int] = []
  /// For each code what its places stand on, whatever the selection shows of them.
  private(set) var standings: [Standings]
  /// The codings that count of each code, and those of codes with others under them together with
  /// theirs.
  private var own, withBelow: [[Place]]
  /// For each code those above it.
  private let above: [[Int]]
  private let hasBelow: [Bool]
  /// Whether the selection lets a coder through.
  private let isCoderSelected: [Bool]
  /// Of the code and turn at hand: what rules propose and what people coded, whatever the selection
  /// shows of it.
  private var proposed: [Place] = []
  private var byHand: [Place] = []

  init(
    selection: Selection, participants: [String: Int], codebook: Codebook, coders: [String]
  ) {
    self.selection = selection
    self.participants = participants
    let codes = codebook.codes.indices
    above = codes.map(codebook.ancestors)
    hasBelow = codes.map { !codebook.isLeaf($0) }
    standings = codes.map { _ in Standings() }
    own = codes.map { _ in [] }
    withBelow = own
    isCoderSelected = coders.map(selection.includes(coder:))
  }

  /// Makes just the room that turns and codings take: a big study has millions.
  mutating func reserve(for transcripts: [CodedTranscript]) {
    var counts = [Int](repeating: 0, count: own.count)
    for coded in transcripts {
      if let decided = coded.codings {
        for index in decided.indices { counts[decided[index].code] += 1 }
      } else if selection.includesOpenProposals {
        for proposal in coded.proposals { counts[proposal.code] += 1 }
      }
    }
    var all = counts
    for (code, count) in counts.enumerated() {
      own[code].reserveCapacity(count)
      for above in above[code] { all[above] += count }
    }
    for (code, count) in all.enumerated() where hasBelow[code] {
      withBelow[code].reserveCapacity(count)
    }
    turns.reserveCapacity(transcripts.reduce(0) { $0 + $1.sizes.count })
  }

  mutating func append(_ coded: CodedTranscript) {
    let transcript = coded.transcript
    let selected = transcript.speakers.map { selection.counts($0, in: transcript) }
    let indices = transcript.speakers.map { speaker in
      participants[Participant(speaker, in: transcript).description, default: 0]
    }
    let first = turns.count
    var word = turns.last?.words.upperBound ?? 0
    var sentence = turns.last?.sentences.upperBound ?? 0
    for (turn, size) in zip(transcript.turns, coded.sizes) {
      turns.append(
        TalkTurn(
          transcript: firstTurns.count, speaker: turn.speaker, participant: indices[turn.speaker],
          words: word..<(word + size.words), sentences: sentence..<(sentence + size.sentences),
          counts: selected[turn.speaker] && size.words > 0))
      word += size.words
      sentence += size.sentences
    }
    firstTurns.append(first)
    if let decided = coded.codings {
      append(decided, first)
    } else {
      append(coded.proposals, first)
    }
  }

  /// Proposals that nobody decided on: none touches another.
  private mutating func append(_ proposals: [Proposal], _ first: Int) {
    let counts = selection.includesOpenProposals
    for proposal in proposals where turns[first + proposal.turn].counts {
      standings[proposal.code].add(.open)
      guard counts else { continue }
      count(
        Place(
          code: proposal.code, turn: first + proposal.turn, level: proposal.level,
          span: proposal.span))
    }
  }

  /// Codings, code by code in each turn.
  private mutating func append(_ decided: [Coding], _ first: Int) {
    var start = 0
    while start < decided.count {
      let (code, turn) = (decided[start].code, decided[start].turn)
      var next = start + 1
      while next < decided.count, decided[next].turn == turn, decided[next].code == code {
        next += 1
      }
      if turns[first + turn].counts { append(decided, start..<next, first) }
      start = next
    }
  }

  /// Codings of one code in one turn; mostly one.
  private mutating func append(_ decided: [Coding], _ range: Range<Int>, _ first: Int) {
    proposed.removeAll(keepingCapacity: true)
    byHand.removeAll(keepingCapacity: true)
    let code = decided[range.lowerBound].code
    for index in range {
      let (origin, status) = (decided[index].origin, decided[index].status)
      let place = Place(
        code: code, turn: first + decided[index].turn, level: decided[index].level,
        span: decided[index].span, traces: Traces(origin, status))
      if selection.includes(origin, status, isCoderSelected) { count(place) }
      switch origin {
      case .rules: proposed.append(place)
      case .hand(let coder) where isCoderSelected[coder]: byHand.append(place)
      case .hand: break
      }
    }
    proposed.join()
    for place in proposed { standings[code].add(place.traces) }
    byHand.join()
    standings[code].byHand += byHand.count
  }

  private mutating func count(_ place: Place) {
    let code = place.code
    own[code].append(place)
    if hasBelow[code] { withBelow[code].append(place) }
    for above in above[code] { withBelow[above].append(place.lifted(to: above)) }
  }

  /// The places of the codings that were collected.
  consuming func places() -> Places {
    for code in own.indices {
      own[code].join()
      if hasBelow[code] { withBelow[code].join() } else { withBelow[code] = own[code] }
    }
    return Places(own: own, all: withBelow)
  }
}
