/// What became of a file from elsewhere, or of one of the transcripts in it.
public struct ImportOutcome: Sendable, Hashable {
  /// The ways in which it can end.
  public enum Kind: String, Sendable, Hashable {
    case written
    /// Only a dry run.
    case ready
    /// What would be written stands there already.
    case unchanged
    /// Nothing is said in it.
    case empty
    /// No transcript, in a folder.
    case skipped
    case failed
  }

  /// The file from elsewhere.
  public let path: String
  /// The format it was read in.
  public let format: ImportFormat?
  /// What became of it.
  public let kind: Kind
  /// The transcript's id.
  public let id: String?
  /// How many turns it has.
  public let turns: Int
  /// How many labels it has.
  public let labels: Int

  /// Makes an outcome.
  public init(
    path: String, format: ImportFormat?, kind: Kind, id: String? = nil, turns: Int = 0,
    labels: Int = 0
  ) {
    self.path = path
    self.format = format
    self.kind = kind
    self.id = id
    self.turns = turns
    self.labels = labels
  }
}
