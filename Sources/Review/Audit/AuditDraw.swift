public import CodingEngine
import Corpus

/// What came of drawing an audit: the line for the log, and how much of the whole it covers.
public struct AuditDraw: Sendable {
  /// What the log is to keep.
  public let entry: LogEntry
  /// How many codings were drawn, and of how many.
  public let codings: (drawn: Int, whole: Int)
  /// How many turns without a code were drawn, and of how many.
  public let uncoded: (drawn: Int, whole: Int)
  /// How many strata the codings make.
  public let strataCount: Int
  /// How many of these gave no place, since there are more strata than places.
  public let emptyStrataCount: Int

  /// Draws the sample.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - corpus: With what people decided.
  ///   - log: What people decided.
  ///   - state: What holds after it.
  public init(
    _ request: AuditRequest, from corpus: CodedCorpus, _ log: CodingLog, _ state: LogState
  ) {
    let population = AuditPopulation(corpus, log, state, codes: request.codes)
    let seed = UInt64(max(0, request.seed))
    let first = AuditSample(
      from: population.strata(of: population.codings, by: request.division), size: request.size,
      seed: seed)
    let isByTranscript = request.division == .transcript
    let second = AuditSample(
      from: population.strata(of: population.uncoded, by: isByTranscript ? .transcript : .code),
      size: request.uncoded, seed: seed &+ 1)
    codings = first.coverage
    uncoded = second.coverage
    strataCount = first.strata.count
    emptyStrataCount = first.strata.count { $0.drawn.isEmpty }
    let strata =
      first.strata.map { LogAudit.Stratum(name: $0.name, whole: $0.whole, isUncoded: false) }
      + second.strata.map { LogAudit.Stratum(name: $0.name, whole: $0.whole, isUncoded: true) }
    var audit = LogAudit(
      name: request.name, book: "\(corpus.codebook.id) \(corpus.codebook.version)",
      codes: request.codes.map(corpus.codebook.name), seed: request.seed,
      division: request.division.rawValue, isBlind: request.isBlind, strata: strata)
    var entry = LogEntry(command: "audit start \(request.name)", codebook: corpus.codebook)
    let drawn =
      Self.members(of: first, population.codings, from: 0)
      + Self.members(of: second, population.uncoded, from: first.strata.count)
    for (candidate, stratum) in drawn.sorted(by: { Self.precedes($0.0, $1.0) }) {
      entry.addPlace(
        candidate.code, coding: candidate.coding, stratum: stratum, candidate.range,
        in: corpus.transcripts[candidate.transcript].transcript, to: &audit, knowing: state,
        in: log)
    }
    entry.audit(audit)
    self.entry = entry
  }

  private static func members(
    of sample: AuditSample, _ candidates: [AuditCandidate], from number: Int
  ) -> [(AuditCandidate, Int)] {
    sample.strata.enumerated().flatMap { index, stratum in
      stratum.drawn.map { (candidates[$0], number + index) }
    }
  }

  /// In the order of the text, so that reviewers need not jump about.
  private static func precedes(_ left: AuditCandidate, _ right: AuditCandidate) -> Bool {
    if left.transcript != right.transcript { return left.transcript < right.transcript }
    if left.range != right.range {
      return (left.range.lowerBound, left.range.upperBound)
        < (right.range.lowerBound, right.range.upperBound)
    }
    return left.code == right.code
      ? (left.coding?.coder ?? "") < (right.coding?.coder ?? "") : left.code < right.code
  }
}
