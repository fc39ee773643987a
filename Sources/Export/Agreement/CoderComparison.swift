public import CodingEngine
public import Corpus
public import Review

/// What several coders, or a coder and the rules, made of the same transcripts, each on their own.
///
/// Everything is measured on units of talk in transcripts that all of them have been through.
public struct CoderComparison: Sendable {
  /// What is compared unit by unit.
  public let unit: Unit
  /// Who is compared.
  public let raters: [Rater]
  /// The transcripts that all have been through, in the order of their ids.
  public let transcripts: [CodedTranscript]
  /// The units with the codes that each carries for each coder; codes are those of the codebook.
  public let units: CodedUnits
  /// The codings side by side.
  public let parallel: ParallelCodings
  let talk: Talk
  let language: Language
  let rules: RuleNumbers
  private let coverage: Coverage
  private let exposures: [Exposure]

  /// Puts what coders did side by side.
  ///
  /// - Parameters:
  ///   - raters: Who is compared.
  ///   - corpus: With everybody's own codings, before anyone's decisions; with evidence where the
  ///     engine is among the raters.
  ///   - selection: Filters, and codes.
  ///   - unit: What is compared.
  ///   - log: What coders had on their screens.
  ///   - state: Who coded what, and called what done.
  ///   - language: Of headings and notes.
  public init(
    of raters: [Rater], in corpus: CodedCorpus, selection: Selection = Selection(),
    by unit: Unit = .turn, _ log: CodingLog, _ state: LogState, in language: Language
  ) {
    let talk = Talk(of: corpus, selection: selection)
    coverage = Coverage(
      of: raters, in: talk.transcripts, of: corpus, codes: Set(talk.codesAndBelow), state)
    let transcripts = coverage.transcripts.map { talk.transcripts[$0] }
    rules = RuleNumbers(of: corpus.codebook)
    parallel = ParallelCodings(
      of: transcripts, in: corpus, by: raters, rules: rules, counts: selection.counts)
    units = parallel.units(unit)
    exposures = Exposure.found(
      among: raters, in: Set(transcripts.map(\.transcript.id)), log, state)
    (self.unit, self.raters, self.transcripts) = (unit, raters, transcripts)
    (self.talk, self.language) = (talk, language)
  }

  /// The codebook, with codes that stand only in the log.
  public var codebook: Codebook { talk.codebook }

  /// The codes that are compared, those under them included.
  public var codes: Set<Int> { Set(talk.codesAndBelow) }

  /// What a user should know before believing a number, in English.
  public var remarks: [String] { reservations.map(\.en) }

  private var reservations: [Phrase] {
    let ids = transcripts.map(\.transcript.id)
    return coverage.assumed.map { .assumedDone($0, ids) } + exposures.map(Phrase.exposed)
  }

  /// The foot of every table of the comparison.
  func notes(_ particular: [Phrase] = []) -> [String] {
    var notes: [Phrase] = [
      .unitsOfTalk(units.places.count, unit),
      .compared(raters.map(\.name), in: transcripts.map(\.transcript.id)),
    ]
    notes += reservations + particular
    if talk.selection.includesModerators { notes.append(.everybodyCounts) }
    if let missing = Phrase.unplaced(talk.standings) { notes.append(missing) }
    if !talk.skipped.isEmpty { notes.append(.skipped(talk.skipped.sorted(by: precedes))) }
    return notes.map(language.say) + talk.demonstration(in: language)
  }

  /// The codes that have a row: those asked for, else those that somebody used.
  var codesInRows: [Int] {
    if !talk.selection.codes.isEmpty { return talk.codes }
    return talk.codes.filter { units.codedCount(of: Set(codebook.subtree(of: $0))) > 0 }
  }

  /// How many codes have no row because nobody used them.
  func notUsed(_ shown: [Int]) -> [Phrase] {
    let rest = talk.codes.count - shown.count
    return rest == 0 ? [] : [.codesNobodyUsed(rest)]
  }
}

/// A unit as people find it.
public struct UnitText: Sendable, Hashable {
  /// An index into the comparison's transcripts.
  public let transcript: Int
  /// An index into the transcript's turns; nil for a whole transcript.
  public let turn: Int?
  /// UTF-8 byte offsets into the text; nil for a whole transcript.
  public let range: Range<Int>?
  /// `FG07:12`, `FG07:12.10-85` or `FG07`.
  public let position: String
  /// What is said; empty for a whole transcript.
  public let words: String
}

extension CoderComparison {
  /// Where units are and what they say, in the order of the indices.
  public func texts(of indices: [Int]) -> [UnitText] {
    var row = Row()
    var cut: [Int] = []
    return indices.map { index in
      let place = units.places[index]
      let transcript = transcripts[place.transcript].transcript
      guard let number = place.turn else {
        return UnitText(
          transcript: place.transcript, turn: nil, range: nil, position: transcript.id, words: "")
      }
      let turn = transcript.turns[number]
      var range = turn.text
      if let part = place.index {
        if cut != [place.transcript, number] { row.cut(turn, of: transcript) }
        cut = [place.transcript, number]
        range =
          unit == .sentence
          ? row.sentences[part].text : row.text(ofWord: part)
      }
      return UnitText(
        transcript: place.transcript, turn: number, range: range,
        position: transcript.position(of: range), words: transcript.string(range))
    }
  }
}

extension Row {
  /// Where the word with a number among the words stands.
  fileprivate func text(ofWord number: Int) -> Range<Int> {
    let words = places.filter { !$0.isTranscribers }
    return Int(words[number].start)..<Int(words[number].end)
  }
}
