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
  /// For each code the one above it, and whether there are any below.
  private let above: [Int?]
  private let hasBelow: [Bool]
  /// Whether the selection lets a coder through.
  private let isCoderSelected: [Bool]

  init(
    selection: Selection, participants: [String: Int], codebook: Codebook, coders: [String]
  ) {
    self.selection = selection
    self.participants = participants
    let codes = codebook.codes.indices
    above = codes.map { codebook.codes[$0].parent }
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
      var next = above[code]
      while let above = next {
        all[above] += count
        next = self.above[above]
      }
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
      if !turns[first + turn].counts {
        // Nobody's words.
      } else if next == start + 1 {
        let (place, use) = use(of: decided, at: start, first)
        switch use {
        case .proposed: standings[code].add(place.traces)
        case .byHand: standings[code].byHand += 1
        case nil: break
        }
      } else {
        append(decided, start..<next, first)
      }
      start = next
    }
  }

  /// Several codings of one code in one turn.
  private mutating func append(_ decided: [Coding], _ range: Range<Int>, _ first: Int) {
    let code = decided[range.lowerBound].code
    var (proposed, byHand): ([Place], [Place]) = ([], [])
    for index in range {
      let (place, use) = use(of: decided, at: index, first)
      switch use {
      case .proposed: proposed.append(place)
      case .byHand: byHand.append(place)
      case nil: break
      }
    }
    proposed.join()
    for place in proposed { standings[code].add(place.traces) }
    byHand.join()
    standings[code].byHand += byHand.count
  }

  /// What a coding is part of, whatever the selection shows of it; nil for none.
  private enum Use { case proposed, byHand }

  /// Counts a coding if it is selected.
  @inline(__always)
  private mutating func use(
    of decided: [Coding], at index: Int, _ first: Int
  ) -> (Place, Use?) {
    let (origin, status) = (decided[index].origin, decided[index].status)
    let place = Place(
      code: decided[index].code, turn: first + decided[index].turn, level: decided[index].level,
      span: decided[index].span, traces: Traces(origin, status))
    if selection.includes(origin, status, isCoderSelected) { count(place) }
    switch origin {
    case .rules: return (place, .proposed)
    case .hand(let coder): return (place, isCoderSelected[coder] ? .byHand : nil)
    }
  }

  private mutating func count(_ place: Place) {
    let code = place.code
    own[code].append(place)
    if hasBelow[code] { withBelow[code].append(place) }
    var next = above[code]
    while let above = next {
      withBelow[above].append(place.lifted(to: above))
      next = self.above[above]
    }
  }

  /// Makes places of the codings that were collected.
  mutating func joinPlaces() -> Places {
    for code in own.indices {
      own[code].join()
      if hasBelow[code] { withBelow[code].join() } else { withBelow[code] = own[code] }
    }
    return Places(own: own, all: withBelow)
  }
}
