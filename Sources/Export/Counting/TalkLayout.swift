import CodingEngine
import Corpus

/// Lays the turns of transcripts one after the other, and makes places of the codings that count.
///
/// A part of the transcripts can be laid out by itself, and appended to those before it.
struct TalkLayout: Sendable {
  private let selection: Selection
  private let start: TalkPosition
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

  /// Lays out some of the transcripts of a talk, with room for the others.
  init(_ range: Range<Int>, of outline: TalkOutline) {
    let (book, transcripts) = (outline.corpus.codebook, outline.transcripts)
    selection = outline.selection
    start = TalkPosition(after: transcripts[..<range.lowerBound])
    above = book.codes.map(\.parent)
    hasBelow = book.codes.indices.map { !book.isLeaf($0) }
    standings = book.codes.map { _ in Standings() }
    own = book.codes.map { _ in [] }
    withBelow = own
    isCoderSelected = outline.corpus.coders.map(selection.includes(coder:))
    reserve(for: transcripts[range], of: transcripts)
    for index in range { append(transcripts[index], outline.participants) }
    for code in own.indices {
      own[code].join()
      withBelow[code].join()
    }
  }

  /// Appends the transcripts that come next.
  mutating func append(_ next: TalkLayout) {
    turns += next.turns
    firstTurns += next.firstTurns
    for code in own.indices {
      own[code] += next.own[code]
      withBelow[code] += next.withBelow[code]
      standings[code].add(next.standings[code])
    }
  }

  var places: Places {
    Places(own: own, all: own.indices.map { hasBelow[$0] ? withBelow[$0] : own[$0] })
  }

  /// Makes just the room that turns and codings take: a big study has millions.
  private mutating func reserve(
    for part: ArraySlice<CodedTranscript>, of all: [CodedTranscript]
  ) {
    var counts = [Int](repeating: 0, count: own.count)
    for coded in part {
      if let decided = coded.codings {
        for index in decided.indices { counts[decided[index].code] += 1 }
      } else if selection.includesOpenProposals {
        for proposal in coded.proposals { counts[proposal.code] += 1 }
      }
    }
    // How many times more codings there are in all; in other parts a code may occur more often.
    let few = part.reduce(1) { $0 + $1.codingCount }
    let many = all.reduce(1) { $0 + $1.codingCount }
    func room(_ count: Int) -> Int { few == many ? count : count * many / few * 5 / 4 + 8 }
    var sums = counts
    for (code, count) in counts.enumerated() {
      own[code].reserveCapacity(room(count))
      var next = above[code]
      while let above = next {
        sums[above] += count
        next = self.above[above]
      }
    }
    for (code, count) in sums.enumerated() where hasBelow[code] {
      withBelow[code].reserveCapacity(room(count))
    }
    turns.reserveCapacity(all.reduce(0) { $0 + $1.sizes.count })
  }

  private mutating func append(_ coded: CodedTranscript, _ participants: [String: Int]) {
    let transcript = coded.transcript
    let selected = transcript.speakers.map { selection.counts($0, in: transcript) }
    let indices = transcript.speakers.map { speaker in
      participants[Participant(speaker, in: transcript).description, default: 0]
    }
    let first = turns.count
    var word = turns.last?.words.upperBound ?? start.word
    var sentence = turns.last?.sentences.upperBound ?? start.sentence
    for (turn, size) in zip(transcript.turns, coded.sizes) {
      turns.append(
        TalkTurn(
          transcript: start.transcript + firstTurns.count, speaker: turn.speaker,
          participant: indices[turn.speaker], words: word..<(word + size.words),
          sentences: sentence..<(sentence + size.sentences),
          counts: selected[turn.speaker] && size.words > 0))
      word += size.words
      sentence += size.sentences
    }
    firstTurns.append(start.turn + first)
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
          code: proposal.code, turn: start.turn + first + proposal.turn, level: proposal.level,
          span: proposal.span))
    }
  }

  /// Codings, code by code in each turn.
  private mutating func append(_ decided: [Coding], _ first: Int) {
    var index = 0
    while index < decided.count {
      let (code, turn) = (decided[index].code, decided[index].turn)
      var next = index + 1
      while next < decided.count, decided[next].turn == turn, decided[next].code == code {
        next += 1
      }
      if !turns[first + turn].counts {
        // Nobody's words.
      } else if next == index + 1 {
        let (place, use) = use(of: decided, at: index, first)
        switch use {
        case .proposed: standings[code].add(place.traces)
        case .byHand: standings[code].byHand += 1
        case nil: break
        }
      } else {
        append(decided, index..<next, first)
      }
      index = next
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
      code: decided[index].code, turn: start.turn + first + decided[index].turn,
      level: decided[index].level, span: decided[index].span, traces: Traces(origin, status))
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
}

/// How much stands before a place in a talk.
private struct TalkPosition {
  let transcript, turn: Int
  private(set) var word = 0
  private(set) var sentence = 0

  init(after transcripts: ArraySlice<CodedTranscript>) {
    transcript = transcripts.count
    turn = transcripts.reduce(0) { $0 + $1.sizes.count }
    for coded in transcripts {
      for size in coded.sizes {
        word += size.words
        sentence += size.sentences
      }
    }
  }
}

extension CodedTranscript {
  var codingCount: Int { codings?.count ?? proposals.count }
}
