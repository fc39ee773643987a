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
  /// The rows of the turns, where codings are to be laid over.
  var rows: RowTable?
  /// The transcript's words, where evidence was asked for.
  package var words: WordTable?
  /// Proposals and codings by hand with what people decided, in the order of turn, code, place; nil
  /// when nobody has decided anything, and all proposals are open.
  public internal(set) var codings: [Coding]?
  /// Codings whose words were not surely found again.
  public internal(set) var unplaced: [UnplacedCoding] = []
  /// What people made of proposals that the rules no longer make.
  var idleVerdicts: [LoggedDecision] = []
  /// How many codings stand elsewhere than when they were made, or in a changed turn.
  public internal(set) var foundAgain = 0
}
