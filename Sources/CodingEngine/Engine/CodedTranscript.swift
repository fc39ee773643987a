public import Corpus

/// A transcript with what the rules of one codebook propose in it.
public struct CodedTranscript: Sendable {
  /// As read.
  public let transcript: Transcript
  /// The size of each turn, one for one with the transcript's `turns`.
  public let sizes: [TurnSize]
  /// In the order of turn, code, place in the turn.
  public let proposals: [Proposal]
  /// What made the proposals; empty when it was not asked for.
  public let evidence: [Evidence]
}
