/// Where a coding or decision stood when it was made, with what is needed to find it again.
public struct Anchor: Sendable, Hashable {
  /// The transcript's id.
  public var transcript: String
  /// The first 64 bits of the SHA-256 of the text it was made on; the log notes the whole.
  public var text: UInt64
  /// From where to where, in turns and code points.
  public var span: TurnPositions
  /// The label of who speaks where it begins.
  public var speaker: String
  /// How often its words stood in the transcript, said by the same speaker: 1 when only there.
  public var twins: Int
  /// Where its words are among the words of its line: the quotation, five words before, five after.
  public var words: Int
}

/// A stretch of a transcript: turns from 1, code points in the turn's text from 0, end exclusive.
public struct TurnPositions: Sendable, Hashable {
  /// The turn in which it begins.
  public var firstTurn: Int
  /// Where it begins in that turn.
  public var start: Int
  /// The turn in which it ends.
  public var lastTurn: Int
  /// Where it ends in that turn.
  public var end: Int

  /// Makes a stretch.
  public init(firstTurn: Int, start: Int, lastTurn: Int, end: Int) {
    self.firstTurn = firstTurn
    self.start = start
    self.lastTurn = lastTurn
    self.end = end
  }
}

/// A version of a transcript on which somebody wrote: which text it was, and which turns it had.
public struct TextVersion: Sendable, Hashable {
  /// The transcript's id.
  public let transcript: String
  /// SHA-256 of the text, 64 hexadecimal digits.
  public let sha256: String
  /// A digest of label and text of each turn.
  public let turns: [UInt32]

  /// The first 64 bits of the SHA-256: how anchors name the version.
  public var key: UInt64 { hexadecimal(sha256.utf8.prefix(16), count: 16) ?? 0 }
}
