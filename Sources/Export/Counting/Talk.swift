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
  /// For each code of the book its ids from the top: `lijnen/zorgpeuters`.
  let paths: [String]
  let places: Places
  /// For each code what its places stand on, whatever the selection shows of them.
  let standingOfCode: [Standings]
  /// What the tables of this talk stand on.
  private(set) var standings = Standings()
  /// Everything said in the turns that count; no places.
  private(set) var whole = Counts()

  /// Looks at the selected words of a corpus.
  ///
  /// - Complexity: O(*n*) in the codings, times the depth of the codebook.
  public init(of corpus: CodedCorpus, selection: Selection = Selection()) {
    let outline = TalkOutline(of: corpus, selection: selection)
    self.init(outline, [TalkLayout(outline.transcripts.indices, of: outline)])
  }

  /// Looks at the selected words of a corpus, on two threads.
  ///
  /// - Parameters:
  ///   - corpus: Where the words are.
  ///   - selection: Which count.
  /// - Returns: The talk; the same as one thread makes.
  public static func laidOut(
    of corpus: CodedCorpus, selection: Selection = Selection()
  ) async -> Talk {
    let outline = TalkOutline(of: corpus, selection: selection)
    return Talk(
      outline,
      await concurrently(outline.halves.map { half in { TalkLayout(half, of: outline) } }))
  }

  /// Puts together what was laid out in parts, one after the other.
  init(_ outline: TalkOutline, _ parts: consuming [TalkLayout]) {
    var layout = parts.removeFirst()
    for part in parts { layout.append(part) }
    let book = outline.corpus.codebook
    codebook = book
    skipped = outline.corpus.skipped
    selection = outline.selection
    transcripts = outline.transcripts
    participants = outline.names
    let chosen = selection.codes
    codes = chosen.isEmpty ? Array(book.codes.indices) : Set(chosen).sorted()
    paths = book.codes.indices.map(book.path)
    codesAndBelow = chosen.isEmpty ? codes : Set(chosen.flatMap(book.subtree)).sorted()
    turns = layout.turns
    firstTurns = layout.firstTurns
    standingOfCode = layout.standings
    places = layout.places
    standings = sumOfStandings(outline.corpus.unplaced)
    standings.idle = idleVerdicts(of: outline.corpus).count
    whole = wholes(1) { _ in 0 }[0]
  }

  /// What people accepted of what the rules no longer propose, as far as the selection reaches.
  func idleVerdicts(of corpus: CodedCorpus) -> [LoggedDecision] {
    if corpus.idleVerdicts.isEmpty { return [] }
    let here = Set(transcripts.map(\.transcript.id))
    let known = Set(corpus.transcripts.map(\.transcript.id))
    let (names, shown) = (codebook.namesInLog(), Set(codesAndBelow))
    return corpus.idleVerdicts.filter { decision in
      let id = decision.anchor.transcript
      guard here.contains(id) || selection.transcripts.isEmpty && !known.contains(id) else {
        return false
      }
      return selection.codes.isEmpty || names[decision.code].map(shown.contains) == true
    }
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
  var transcript: Int { Int(transcriptIndex) }
  /// An index into the transcript's `speakers`.
  var speaker: Int { Int(speakerIndex) }
  /// An index into the talk's `participants`.
  var participant: Int { Int(participantIndex) }
  var words: Range<Int> { Int(wordStart)..<Int(wordEnd) }
  var sentences: Range<Int> { Int(sentenceStart)..<Int(sentenceEnd) }
  /// Whether the speaker is selected and says at least one word.
  let counts: Bool

  private let transcriptIndex, speakerIndex, participantIndex: UInt32
  private let wordStart, wordEnd, sentenceStart, sentenceEnd: UInt32

  init(
    transcript: Int, speaker: Int, participant: Int, words: Range<Int>, sentences: Range<Int>,
    counts: Bool
  ) {
    transcriptIndex = UInt32(transcript)
    speakerIndex = UInt32(speaker)
    participantIndex = UInt32(participant)
    wordStart = UInt32(words.lowerBound)
    wordEnd = UInt32(words.upperBound)
    sentenceStart = UInt32(sentences.lowerBound)
    sentenceEnd = UInt32(sentences.upperBound)
    self.counts = counts
  }
}
