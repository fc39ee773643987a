/// What a column of a table can hold.
public enum TableColumn: String, Sendable, Hashable, CaseIterable {
  /// Who talks.
  case speaker
  /// The words.
  case text
  /// When the turn begins.
  case start
  /// When the turn ends.
  case end
  /// Which conversation it is.
  case transcript
}
