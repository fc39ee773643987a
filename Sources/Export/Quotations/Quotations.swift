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
  /// The variables that may be read of those who are quoted.
  let variables: (ofTranscripts: [String], ofSpeakers: [String])

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
    // A list holds what was said in one transcript; each speaker of it is looked at once.
    variables = (
      variableKeys(lists.compactMap { $0.first?.variables }, showingPrivate: showingPrivate),
      variableKeys(lists.flatMap(Self.speakers).map(\.variables), showingPrivate: showingPrivate)
    )
  }

  /// The speakers of quotations from one transcript.
  private static func speakers(of list: [Quotation]) -> [Speaker] {
    var speakers: [Speaker] = []
    for index in list.indices {
      let label = list[index].speaker.label
      if !speakers.contains(where: { $0.label == label }) { speakers.append(list[index].speaker) }
    }
    return speakers
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
