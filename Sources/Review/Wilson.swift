/// Intervals of shares.
public enum Wilson {
  /// The standard normal deviate that 2.5 % of the distribution lies above.
  static let deviate = 1.959963984540054
  /// The one that 1.25 % lies above: for two intervals that both hold in 95 of a hundred samples.
  static let jointDeviate = 2.241402727604947

  /// The 95 % score interval of a share: in 0…1, never wider than that, and not 0 wide for none or
  /// all.
  ///
  /// Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
  /// Journal of the American Statistical Association 22(158), 209–212.
  ///
  /// - Parameters:
  ///   - part: How many.
  ///   - whole: Of how many; nil comes back for 0.
  public static func interval(_ part: Int, of whole: Int) -> ClosedRange<Double>? {
    guard whole > 0 else { return nil }
    return interval(share: Double(part) / Double(whole), size: Double(whole), deviate: deviate)
  }

  /// The interval of a share in a sample that is worth `size` units, above 0.
  static func interval(share: Double, size: Double, deviate: Double) -> ClosedRange<Double> {
    let square = deviate * deviate
    let middle = (share + square / (2 * size)) / (1 + square / size)
    let root = (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
    let half = deviate * root / (1 + square / size)
    // None and all are ends of the interval, which rounding would miss by a hair.
    let low = share <= 0 ? 0 : max(0, middle - half)
    let high = share >= 1 ? 1 : min(1, middle + half)
    return low...max(low, high)
  }
}
