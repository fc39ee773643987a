import Corpus

/// All transcripts of a study with what the rules of one codebook propose in them.
///
/// A pure function of transcripts and codebook: computed at every start, never stored.
public struct CodedCorpus: Sendable {
  /// Whose rules were applied.
  public let codebook: Codebook
  /// In the order of their ids (code points).
  public let transcripts: [CodedTranscript]
  /// Files that could not be read and were left out because the user asked to go on.
  public let skipped: [String]
  /// Who coded by hand, in the order of code points.
  public internal(set) var coders: [String] = []
  /// Who gave verdicts, in the order of code points.
  public internal(set) var reviewers: [String] = []
  /// Codings in transcripts that are not here.
  public internal(set) var unplaced: [UnplacedCoding] = []
  /// What people accepted of what rules proposed, or put in its place, where the rules propose it no
  /// longer: the code is gone, its rules changed, or the words did.
  public internal(set) var idleVerdicts: [LoggedDecision] = []
}
