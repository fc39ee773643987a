import Corpus

/// The proposals of one transcript while they are made.
struct ProposalList {
  private(set) var proposals: [Proposal] = []
  private(set) var evidence: [Evidence] = []
  private let isEvidenceWanted: Bool

  init(isEvidenceWanted: Bool) {
    self.isEvidenceWanted = isEvidenceWanted
  }

  mutating func add(
    code: Int, turn: Int, level: Proposal.Level, span: TurnSpan,
    evidence words: @autoclosure () -> [Evidence]
  ) {
    let first = evidence.count
    if isEvidenceWanted { evidence += words() }
    proposals.append(
      Proposal(
        code: code, turn: turn, level: level, span: span, evidence: first..<evidence.count))
  }
}
