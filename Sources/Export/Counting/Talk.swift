public import CodingEngine
import Corpus

/// The words that a table is computed over, with the places of every code in them.
///
/// Talk is what participants say, or what everybody says when the selection includes moderators;
/// less what the filters leave out. Every table of a study is made from one value of this type, so
/// that all of them count the same.
public struct Talk: Sendable {
  let codebook: Codebook
  /// Those selected, in the order of their ids.
  let transcripts: [CodedTranscript]
  let selection: Selection
  /// Files that could not be read.
  let skipped: [String]
  /// All turns of `transcripts`, also those that do not count.
  let turns: [TalkTurn]
  /// The index in `turns` of the first turn of each transcript.
  let firstTurns: [Int]
  /// Everybody who says something in `transcripts`, in the order of code points.
  let participants: [String]
  /// The codes that tables show, those selected or all, in the order of the book.
  let codes: [Int]
  /// The selected codes and those under them, each once, in the order of the book.
  let codesAndBelow: [Int]
  let places: Places
  /// For each code what its places stand on, whatever the selection shows of them.
  let standingOfCode: [Standings]
  /// What the tables of this talk stand on.
  private(set) var standings = Standings()
  /// Everything said in the turns that count; no places.
  private(set) var whole = Counts()

  /// Looks at the selected words of a corpus.
  ///
  /// - Complexity: O(*n* log *n*) in the proposals, times the depth of the codebook.
  public init(of corpus: CodedCorpus, selection: Selection = Selection()) {
    codebook = corpus.codebook
    skipped = corpus.skipped
    self.selection = selection
    transcripts = corpus.transcripts.filter { selection.includes($0.transcript) }
      .sorted { precedes($0.transcript.id, $1.transcript.id) }
    participants = Talk.participants(of: transcripts)
    let book = corpus.codebook
    let chosen = selection.codes
    codes = chosen.isEmpty ? Array(book.codes.indices) : Set(chosen).sorted()
    codesAndBelow = chosen.isEmpty ? codes : Set(chosen.flatMap(book.subtree)).sorted()
    var indices: [String: Int] = [:]
    for (index, name) in participants.enumerated() { indices[name] = index }
    var layout = TalkLayout(
      selection: selection, participants: indices, codes: corpus.codebook.codes.count,
      coders: corpus.coders, isDecided: transcripts.contains { $0.codings != nil })
    for transcript in transcripts { layout.append(transcript) }
    turns = layout.turns
    firstTurns = layout.firstTurns
    places = Places(joining: layout.codings, of: corpus.codebook)
    standingOfCode = layout.standings(places.own)
    standings = sumOfStandings(corpus.unplaced)
    whole = wholes(1) { _ in 0 }[0]
  }

  /// What all tables stand on; `elsewhere` are codings in transcripts that are not here.
  private func sumOfStandings(_ elsewhere: [UnplacedCoding]) -> Standings {
    var sum = Standings()
    for code in codesAndBelow { sum.add(standingOfCode[code]) }
    let lost = (transcripts.flatMap(\.unplaced) + elsewhere)
      .filter { selection.includes(coder: $0.coding.coder) }
    if lost.isEmpty { return sum }
    let names = codebook.namesInLog()
    let shown = Set(codesAndBelow)
    for coding in lost where names[coding.coding.code].map(shown.contains) == true {
      if coding.text == nil { sum.detached += 1 } else { sum.uncertain += 1 }
    }
    return sum
  }

  private static func participants(of transcripts: [CodedTranscript]) -> [String] {
    var names: Set<String> = []
    for coded in transcripts {
      for speaker in coded.transcript.speakers {
        names.insert(Participant(speaker, in: coded.transcript).description)
      }
    }
    return names.sorted(by: precedes)
  }

  /// Indices of the turns of a transcript.
  func turns(of transcript: Int) -> Range<Int> {
    let next = transcript + 1
    return firstTurns[transcript]..<(next < firstTurns.count ? firstTurns[next] : turns.count)
  }

  /// The transcript and the speaker of a turn.
  func speaker(of turn: TalkTurn) -> (Transcript, Speaker) {
    let transcript = transcripts[turn.transcript].transcript
    return (transcript, transcript.speakers[turn.speaker])
  }
}

/// A turn as tables see it: its words and sentences numbered through all transcripts.
struct TalkTurn {
  let transcript: Int
  /// An index into the transcript's `speakers`.
  let speaker: Int
  /// An index into the talk's `participants`.
  let participant: Int
  let words: Range<Int>
  let sentences: Range<Int>
  /// Whether the speaker is selected and says at least one word.
  let counts: Bool
}

/// Lays the turns of transcripts one after the other, and collects the codings that count.
private struct TalkLayout {
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
