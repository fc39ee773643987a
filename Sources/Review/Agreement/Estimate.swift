/// A statistic and how sure it is, each with why it cannot be given when it cannot.
public struct Estimate: Sendable, Hashable {
  /// What the data say.
  public let value: Result<Double, Undefined>
  /// Where the value lies in 95 of a hundred samples like this one.
  public let interval: Result<ClosedRange<Double>, Undefined>

  /// Makes an estimate.
  public init(_ value: Result<Double, Undefined>, _ interval: Result<ClosedRange<Double>, Undefined>)
  {
    self.value = value
    self.interval = interval
  }
}
