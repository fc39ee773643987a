public import Corpus

/// One code on one stretch of a turn, by a person or proposed by the rules, with what became of it.
public struct Coding: Sendable, Hashable {
  /// Who or what made it.
  public enum Origin: Sendable, Hashable {
    case rules
    /// An index into the corpus's `coders`.
    case hand(Int)
  }

  /// What people said of it.
  public enum Status: String, Sendable, Hashable {
    /// Nobody has looked.
    case open
    case accepted
    case rejected
    /// The last verdicts of two reviewers differ.
    case contested
    /// Somebody looked and could not tell.
    case unsure
  }

  /// An index into the codebook's `codes`.
  public let code: Int
  /// An index into the transcript's `turns`.
  public let turn: Int
  /// Which level of the code's scale it stands for.
  public let level: Proposal.Level
  /// Where it stands.
  public let span: TurnSpan
  /// Who or what made it.
  public let origin: Origin
  /// What people said of it.
  public let status: Status
  /// Whose last verdicts gave it that status: indices into the corpus's `reviewers`.
  public internal(set) var deciders: [Int] = []

  /// Whether no person had a hand in it.
  public var isUnseen: Bool { origin == .rules && status == .open }
}

/// A coding that stands in every list and in no table, since its words were not surely found again.
public struct UnplacedCoding: Sendable, Hashable {
  /// As the log has it.
  public let coding: LoggedCoding
  /// Where most of its words are: UTF-8 byte offsets into the text; nil when it is detached.
  public let text: Range<Int>?
}
