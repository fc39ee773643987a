public import Corpus

/// Applies a codebook's rules to transcripts.
///
/// What it proposes is a pure function of transcript and codebook. Each distinct word is looked at
/// once, so time grows with the text and hardly with the codebook.
public struct Engine: Sendable {
  private var matcher: Matcher

  /// Compiles the rules of a codebook.
  ///
  /// - Parameters:
  ///   - codebook: Its rules; codes without rules propose nothing.
  ///   - evidence: Whether to report the words that made each proposal.
  public init(_ codebook: Codebook, evidence: Bool = false) {
    matcher = Matcher(codebook, evidence: evidence)
  }

  /// What the rules propose in a transcript.
  ///
  /// A copy of an engine shares its compiled rules: give each thread one.
  public mutating func apply(to transcript: Transcript) -> CodedTranscript {
    matcher.apply(to: transcript, rows: nil)
  }

  /// The same, where the rows of the turns may have been cut before.
  mutating func apply(to transcript: Transcript, rows: RowTable?) -> CodedTranscript {
    matcher.apply(to: transcript, rows: rows)
  }
}
