public import CodingEngine
import Corpus

/// The quotations under each selected code, in the order of codebook, transcripts and turns.
///
/// A code has its own places here, and every code under it its own; what moderators say is listed
/// too, although tables do not count it.
public struct Quotations: Sendable {
  /// In the order of codebook, transcripts and turns.
  public let list: [Quotation]
  let codebook: Codebook
  let language: Language
  /// What the list stands on.
  let notes: [String]
  /// Whether variables that the study keeps private are shown.
  let showsPrivate: Bool

  /// Collects the quotations that `selection` asks for.
  ///
  /// - Parameters:
  ///   - corpus: With evidence, if evidence is to be marked.
  ///   - selection: Filters; moderators are always listed.
  ///   - context: How many turns before and after come along.
  ///   - showingPrivate: Whether values of private variables may be read.
  ///   - language: Of headings and notes.
  public init(
    of corpus: CodedCorpus, selection: Selection = Selection(), context: Int = 0,
    showingPrivate: Bool = false, in language: Language
  ) {
    let work = QuotationWork(of: corpus, selection: selection, context: context)
    self.init(
      work.transcripts.map(work.quotations), of: work, showingPrivate: showingPrivate, in: language)
  }

  /// The same, on as many threads as there are.
  static func collected(
    of corpus: CodedCorpus, selection: Selection, showingPrivate: Bool, in language: Language
  ) async -> Quotations {
    let work = QuotationWork(of: corpus, selection: selection, context: 0)
    let lists = await concurrently(work.transcripts.map { index in { work.quotations(of: index) } })
    return Quotations(lists, of: work, showingPrivate: showingPrivate, in: language)
  }

  /// Joins what was found in each transcript, in the order of the work.
  private init(
    _ lists: [[Quotation]], of work: QuotationWork, showingPrivate: Bool, in language: Language
  ) {
    // Places of a code come in the order of their turns; only the codes are still to be gathered.
    var byCode = [[(list: Int, index: Int)]](
      repeating: [], count: work.corpus.codebook.codes.count)
    for number in lists.indices {
      for index in lists[number].indices {
        byCode[lists[number][index].code].append((number, index))
      }
    }
    list = byCode.joined().map { lists[$0.list][$0.index] }
    codebook = work.corpus.codebook
    self.language = language
    notes = work.talk.footNotes(in: language)
    showsPrivate = showingPrivate
  }
}

/// What quotations are made of, one transcript after the other.
private struct QuotationWork: Sendable {
  let corpus: CodedCorpus
  let talk: Talk
  /// Indices into the talk's transcripts: those with a place.
  let transcripts: [Int]
  private let context: Int
  /// Who counts in tables.
  private let counting: Selection
  private let places: [Int: [Place]]

  init(of corpus: CodedCorpus, selection: Selection, context: Int) {
    self.corpus = corpus
    self.context = context
    counting = selection
    var selection = selection
    selection.includesModerators = true
    let talk = Talk(of: corpus, selection: selection)
    let wanted = talk.codesAndBelow.flatMap { talk.places.own[$0] }
    self.talk = talk
    places = Dictionary(grouping: wanted) { talk.turns[$0.turn].transcript }
    transcripts = places.keys.sorted()
  }

  /// Those in a transcript, in the order of codebook and turns.
  func quotations(of index: Int) -> [Quotation] {
    let quoter = Quoter(
      of: talk.transcripts[index], in: corpus, firstTurn: talk.firstTurns[index],
      context: context, counting: counting)
    // Often several codes stand on one passage: its id is made once.
    var ids: [Int: String] = [:]
    return places[index, default: []].map { place in
      let passage = place.span.text.lowerBound << 32 | place.span.text.upperBound
      let id = ids[passage] ?? quoter.id(of: place)
      ids[passage] = id
      return quoter.quotation(of: place, id: id)
    }
  }
}

/// Makes quotations of places in one transcript.
private struct Quoter {
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
