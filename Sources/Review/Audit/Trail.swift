public import CodingEngine
import Corpus

/// What happened to the codings of a passage: who made each, who judged it, and what became of it.
public struct Trail: Sendable {
  /// One coding.
  public struct Step: Sendable {
    /// Where it stands: UTF-8 byte offsets into the text.
    public let range: Range<Int>
    /// An index into the codebook's codes; nil for verdicts on a turn that had no code.
    public let code: Int?
    /// Who coded it by hand; nil for the rules.
    public let coder: String?
    /// When it was coded by hand, in UTC.
    public let at: String?
    /// For what the rules propose: the matching lines of the code, in the codebook's order.
    public let rules: [String]
    /// The words that these found.
    public let evidence: [String]
    /// The verdicts on it, in the order in which they hold.
    public let verdicts: [Judged]
    /// What became of it, of each part that stands apart.
    public let statuses: [Coding.Status]
    /// Who took it off again, and when.
    public var removed: RemovedCoding?
    /// For verdicts on what the rules propose no longer: the code, as the log calls it.
    public var idleCode: String?
  }

  /// A verdict.
  public struct Judged: Sendable {
    /// As the log has it.
    public let decision: LoggedDecision
    /// When, in UTC.
    public let at: String
    /// Nil when none was given, or it was erased.
    public let reason: String?
    /// The audit it was made in.
    public let audit: String?
  }

  /// In the order of the text, then of the codebook.
  public let steps: [Step]

  /// Follows the codings that overlap a stretch of a transcript.
  ///
  /// - Parameters:
  ///   - range: UTF-8 byte offsets into the text.
  ///   - coded: The transcript, with evidence.
  ///   - corpus: Which it is of.
  ///   - log: What people decided.
  ///   - state: What holds after it.
  public init(
    of range: Range<Int>, in coded: CodedTranscript, of corpus: CodedCorpus, _ log: CodingLog,
    _ state: LogState
  ) {
    let names = corpus.codebook.namesInLog()
    let decisions = state.placeDecisions(in: coded.transcript, log)
    func judged(_ isWanted: (LoggedDecision, Range<Int>) -> Bool) -> [Judged] {
      decisions.filter { isWanted($0.decision, $0.range) }.map { decision, _ in
        Judged(
          decision: decision, at: log.time(of: decision),
          reason: log.reason(of: decision),
          audit: decision.audited.flatMap { place in
            state.audits.first { place.isOf($0) }?.audit.name
          })
      }
    }
    var steps: [Step] = []
    for proposal in coded.proposals where proposal.span.text.overlaps(range) {
      let statuses = coded.statuses(of: proposal.code, at: proposal.span.text, by: .rules)
      let evidence = coded.evidence.isEmpty ? [] : coded.evidence[proposal.evidence]
      steps.append(
        Step(
          range: proposal.span.text, code: proposal.code, coder: nil, at: nil,
          rules: Set(evidence.map(\.match)).sorted().map {
            corpus.codebook.codes[proposal.code].matches[$0].source
          },
          evidence: Set(evidence.map(\.text)).sorted { $0.lowerBound < $1.lowerBound }
            .map(coded.transcript.string),
          verdicts: judged {
            $0.coding == nil && names[$0.code] == proposal.code && $1.overlaps(proposal.span.text)
          },
          statuses: Self.distinct(statuses.isEmpty ? [.open] : statuses)))
    }
    let placed = [state, state.takenOff].flatMap {
      $0.place(in: coded.transcript, log, where: { _ in true })
    }
    for (coding, place) in placed where place.overlaps(range) {
      guard let code = names[coding.code] else { continue }
      let origin = corpus.coders.firstIndex(of: coding.coder).map { Coding.Origin.hand($0) }
      let id = coding.id.withoutLineCheck
      steps.append(
        Step(
          range: place, code: code, coder: coding.coder, at: log.time(of: coding.id), rules: [],
          evidence: [],
          verdicts: judged { decision, _ in decision.coding?.withoutLineCheck == id },
          statuses: Self.distinct(origin.map { coded.statuses(of: code, at: place, by: $0) } ?? []),
          removed: state.removed.first { $0.coding.id == coding.id }))
    }
    let idle = Set(corpus.idleVerdicts.map(\.id))
    for (decision, place) in decisions where idle.contains(decision.id) && place.overlaps(range) {
      steps.append(
        Step(
          range: place, code: names[decision.code], coder: nil, at: nil, rules: [], evidence: [],
          verdicts: judged { other, _ in other.id == decision.id }, statuses: [],
          idleCode: decision.code))
    }
    // Turns that an audit drew because they had no code.
    let uncoded = decisions.filter { $0.decision.code.isEmpty && $0.range.overlaps(range) }
    for place in Set(uncoded.map(\.range)) {
      steps.append(
        Step(
          range: place, code: nil, coder: nil, at: nil, rules: [], evidence: [],
          verdicts: judged { $0.code.isEmpty && $1 == place }, statuses: []))
    }
    self.steps = steps.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.code ?? -1, $0.coder ?? "")
        < ($1.range.lowerBound, $1.range.upperBound, $1.code ?? -1, $1.coder ?? "")
    }
  }

  private static func distinct(_ statuses: [Coding.Status]) -> [Coding.Status] {
    var seen: Set<Coding.Status> = []
    return statuses.filter { seen.insert($0).inserted }
  }
}
