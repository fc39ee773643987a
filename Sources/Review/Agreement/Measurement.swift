/// What the categories of a rating mean to each other (Stevens 1946).
public enum Measurement: String, Sendable, Hashable, CaseIterable {
  /// Names without order.
  case nominal
  /// An order, from low to high.
  case ordinal
  /// Numbers whose differences mean something.
  case interval
  /// Numbers from a true zero up.
  case ratio

  /// Whether categories must be numbers.
  public var isNumeric: Bool { self == .interval || self == .ratio }
}
