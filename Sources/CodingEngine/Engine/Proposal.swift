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
  public var code: Int { Int(codeIndex) }
  /// An index into the transcript's `turns`.
  public var turn: Int { Int(turnIndex) }
  /// Which level of the code's scale it stands for.
  public var level: Level {
    switch levelIndex {
    case -1: .none
    case -2: .mixed
    default: .level(Int(levelIndex))
    }
  }
  /// Where it stands.
  public let span: TurnSpan
  /// The words that made it: a range of the coded transcript's `evidence`.
  public var evidence: Range<Int> { Int(evidenceStart)..<Int(evidenceEnd) }

  // Big studies have millions of proposals: each takes 52 bytes.
  private let codeIndex, turnIndex, evidenceStart, evidenceEnd: UInt32
  private let levelIndex: Int16

  /// Makes a proposal.
  public init(code: Int, turn: Int, level: Level, span: TurnSpan, evidence: Range<Int>) {
    codeIndex = UInt32(code)
    turnIndex = UInt32(turn)
    self.span = span
    evidenceStart = UInt32(evidence.lowerBound)
    evidenceEnd = UInt32(evidence.upperBound)
    levelIndex =
      switch level {
      case .none: -1
      case .mixed: -2
      case .level(let index): Int16(index)
      }
  }
}

/// Words that made the engine propose a code.
public struct Evidence: Sendable, Hashable {
  /// An index into the code's `matches`.
  public let match: Int
  /// One word: UTF-8 byte offsets into the transcript's text, half-open.
  public let text: Range<Int>
}
