public import Corpus

/// One code that the rules propose for one stretch of a turn.
///
/// Units (sentences, or the turn) that touch are joined already, within one level.
public struct Proposal: Sendable, Hashable {
  /// Which level of the code's scale a proposal stands for.
  public enum Level: Sendable, Hashable {
    /// The code has no scale, or no matching line had an arrow.
    case none
    /// The matching lines disagree.
    case mixed
    /// An index into the code's scale.
    case level(Int)
  }

  /// An index into the codebook's `codes`.
  public let code: Int
  /// An index into the transcript's `turns`.
  public let turn: Int
  /// On which level of the code's scale.
  public let level: Level
  /// Where it stands.
  public let span: TurnSpan
  /// The words that made it: a range of the coded transcript's `evidence`.
  public let evidence: Range<Int>
}

/// Words that made the engine propose a code.
public struct Evidence: Sendable, Hashable {
  /// An index into the code's `matches`.
  public let match: Int
  /// One word: UTF-8 byte offsets into the transcript's text, half-open.
  public let text: Range<Int>
}
