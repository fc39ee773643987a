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
    var ids: [Range<Int>: String] = [:]
    return places[index, default: []].map { quoter.quotation(of: $0, &ids) }
  }
}

/// Makes quotations of places in one transcript.
private struct Quoter {
  private struct Key: Hashable {
    let code: Int
    let turn: Int
    let level: Proposal.Level
  }

  private let coded: CodedTranscript
  private let codebook: Codebook
  private let firstTurn: Int
  private let context: Int
  /// Who counts in tables.
  private let counting: Selection
  private let names: QuotationNames
  private let codePoints: CodePoints
  private let proposals: [Key: [Proposal]]
  private let hands: Hands

  private var transcript: Transcript { coded.transcript }

  init(
    of coded: CodedTranscript, in corpus: CodedCorpus, firstTurn: Int, context: Int,
    counting: Selection
  ) {
    self.coded = coded
    codebook = corpus.codebook
    hands = Hands(in: coded, of: corpus)
    self.firstTurn = firstTurn
    self.context = context
    self.counting = counting
    names = QuotationNames(
      of: coded.transcript, coded.words ?? WordTable(of: coded.transcript))
    codePoints = CodePoints(of: coded.transcript)
    proposals = Dictionary(grouping: coded.evidence.isEmpty ? [] : coded.proposals) {
      Key(code: $0.code, turn: $0.turn, level: $0.level)
    }
  }

  /// Makes one; `ids` are those of passages met before, by their place in the text, since often
  /// several codes stand on one.
  func quotation(of place: Place, _ ids: inout [Range<Int>: String]) -> Quotation {
    let index = place.turn - firstTurn
    let turn = transcript.turns[index]
    let range = place.span.text
    let id = ids[range] ?? names.id(turn: index, words: place.span.words)
    ids[range] = id
    return Quotation(
      id: id, code: place.code, level: level(of: place),
      transcript: transcript.id, turn: index + 1,
      inTurn: codePoints.inTurn(range, turn: index), inText: codePoints.inText(range, turn: index),
      isWholeTurn: range == turn.text, speaker: transcript.speakers[turn.speaker],
      variables: transcript.variables, text: transcript.string(range),
      evidence: evidence(of: place, turn: index).map { codePoints.inTurn($0, turn: index) },
      standing: place.traces.standing, isUnreviewed: place.traces.isUnreviewed,
      people: hands.people(of: place, turn: index),
      counts: place.hasWords && counting.counts(transcript.speakers[turn.speaker], in: transcript),
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

  /// The evidence inside a place, words in a row joined: byte offsets into the text.
  private func evidence(of place: Place, turn: Int) -> [Range<Int>] {
    let inside = proposals[Key(code: place.code, turn: turn, level: place.level), default: []]
      .filter { place.span.text.clamped(to: $0.span.text) == $0.span.text }
    let words = inside.flatMap { coded.evidence[$0.evidence] }.map(\.text)
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var joined: [Range<Int>] = []
    for word in words {
      if let last = joined.last, areBlank(last.upperBound, word.lowerBound) {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, word.upperBound)
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private func areBlank(_ start: Int, _ end: Int) -> Bool {
    start >= end || transcript.text[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x0A }
  }
}
