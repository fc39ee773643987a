public import Corpus

/// What several coders coded in the same transcripts, each on their own.
public struct ParallelCodings: Sendable {
  /// One transcript.
  public struct Transcript: Sendable, Hashable {
    /// As in the study: `FG07`.
    public let id: String
    /// How much is said in each turn; nil for one that does not count, such as a moderator's.
    public let turns: [TurnSize?]

    /// Makes a transcript.
    public init(id: String, turns: [TurnSize?]) {
      self.id = id
      self.turns = turns
    }
  }

  /// One code on one stretch of a turn.
  public struct Coding: Sendable, Hashable {
    /// An index into the transcripts.
    public let transcript: Int
    /// An index into the turns of the transcript.
    public let turn: Int
    /// Any number that stands for the code.
    public let code: Int
    /// An index into the levels of the code's scale; nil for none.
    public let level: Int?
    /// Where it stands in the turn.
    public let span: TurnSpan

    /// Makes a coding.
    public init(transcript: Int, turn: Int, code: Int, level: Int? = nil, span: TurnSpan) {
      self.transcript = transcript
      self.turn = turn
      self.code = code
      self.level = level
      self.span = span
    }
  }

  /// What one coder did.
  public struct Coder: Sendable, Hashable {
    /// As it is shown.
    public let name: String
    /// Indices of the transcripts that the coder went through: all units in others are missing.
    public let transcripts: Set<Int>
    /// In any order; those in other transcripts are not looked at.
    public let codings: [Coding]

    /// Makes a coder.
    public init(name: String, transcripts: Set<Int>, codings: [Coding]) {
      self.name = name
      self.transcripts = transcripts
      self.codings = codings
    }
  }

  let transcripts: [Transcript]
  /// In the order in which they are compared.
  public let coders: [Coder]

  /// Puts what coders did side by side.
  public init(transcripts: [Transcript], coders: [Coder]) {
    self.transcripts = transcripts
    self.coders = coders
  }

  /// Cuts the talk to units, each with the codes that it carries for each coder.
  ///
  /// A unit carries a code when one of its words lies in a coding of it; units without a word are
  /// none.
  ///
  /// - Complexity: O(*n* + *m*) in the units and the units in codings.
  public func units(_ unit: Unit) -> CodedUnits {
    let layout = UnitLayout(unit, transcripts)
    var sets = layout.places.map { place in
      coders.map { $0.transcripts.contains(place.transcript) ? Set<Int>() : nil }
    }
    var levels: [CodedUnits.LevelPlace: Set<Int>] = [:]
    for (column, coder) in coders.enumerated() {
      for coding in coder.codings where coder.transcripts.contains(coding.transcript) {
        for index in layout.units(of: coding) {
          sets[index][column]?.insert(coding.code)
          guard let level = coding.level else { continue }
          levels[.init(unit: index, coder: column, code: coding.code), default: []].insert(level)
        }
      }
    }
    return CodedUnits(
      unit: unit, coders: coders.map(\.name), places: layout.places, sets: sets, levels: levels)
  }

  /// Ratings of the level that units have on a code's scale.
  ///
  /// A unit without the code, or on two levels at once, has no level: a missing rating.
  ///
  /// - Parameters:
  ///   - code: The code with the scale.
  ///   - levels: Their names, from low to high.
  ///   - unit: What is rated.
  ///   - measurement: What the levels are taken as: numbers from 1 up.
  /// - Returns: The ratings.
  public func levels(
    of code: Int, named levels: [String], by unit: Unit, as measurement: Measurement = .ordinal
  ) -> Ratings {
    let layout = UnitLayout(unit, transcripts)
    var found = layout.places.map { _ in coders.map { _ in Set<Int>() } }
    for (column, coder) in coders.enumerated() {
      for coding in coder.codings
      where coding.code == code && coder.transcripts.contains(coding.transcript) {
        guard let level = coding.level else { continue }
        for index in layout.units(of: coding) { found[index][column].insert(level) }
      }
    }
    return Ratings(
      coders: coders.map(\.name),
      categories: levels.enumerated().map { Ratings.Category($1, score: Double($0 + 1)) },
      measurement: measurement,
      units: found.map { unit in unit.map { $0.count == 1 ? $0.first : nil } },
      transcripts: layout.places.map(\.transcript))
  }

  /// The codings as segments of words, for the coefficients of free spans.
  ///
  /// Only transcripts that all coders went through are part of the text. Codings of one group that
  /// touch are one segment.
  ///
  /// - Parameter groups: Codes that count as one, such as a code and those under it; others are gap.
  ///   A segment's code is the index of its group.
  /// - Returns: The text in words, with each coder's segments.
  /// - Throws: `overlappingSegments` when a coder has two groups on one word: such codes can be
  ///   measured one by one.
  public func unitization(of groups: [Set<Int>]) throws(Undefined) -> Unitization {
    let shared = transcripts.indices.filter { transcript in
      coders.allSatisfy { $0.transcripts.contains(transcript) }
    }
    let layout = UnitLayout(.word, transcripts)
    var (offset, shifts) = (0, [Int: Int]())
    for transcript in shared {
      let words = layout.range(ofTranscript: transcript)
      shifts[transcript] = offset - words.lowerBound
      offset += words.count
    }
    var segments: [[Unitization.Segment]] = []
    for coder in coders {
      var own: [Unitization.Segment] = []
      for (index, group) in groups.enumerated() {
        for coding in coder.joinedCodings(of: group) {
          guard let shift = shifts[coding.transcript] else { continue }
          let words = layout.units(of: coding)
          guard !words.isEmpty else { continue }
          own.append(
            Unitization.Segment(
              (words.lowerBound + shift)..<(words.upperBound + shift), code: index))
        }
      }
      segments.append(own)
    }
    return try Unitization(length: offset, coders: segments)
  }
}

extension ParallelCodings.Coder {
  /// The codings of some codes, in order, those that touch joined.
  fileprivate func joinedCodings(of codes: Set<Int>) -> [ParallelCodings.Coding] {
    let inOrder = codings.filter { codes.contains($0.code) }.sorted {
      ($0.transcript, $0.turn, $0.span.row.lowerBound)
        < ($1.transcript, $1.turn, $1.span.row.lowerBound)
    }
    var joined: [ParallelCodings.Coding] = []
    for coding in inOrder {
      guard let last = joined.last, last.transcript == coding.transcript,
        last.turn == coding.turn, last.span.touches(coding.span)
      else {
        joined.append(coding)
        continue
      }
      joined[joined.count - 1] = ParallelCodings.Coding(
        transcript: last.transcript, turn: last.turn, code: last.code,
        span: last.span.joined(with: coding.span))
    }
    return joined
  }
}
