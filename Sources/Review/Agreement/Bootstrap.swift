/// Intervals by drawing units again and again from those there are.
///
/// Units are drawn with replacement within each transcript, as many as it has; the interval runs
/// from the 2.5th to the 97.5th percentile. Efron, B., & Tibshirani, R. J. (1993). An Introduction to
/// the Bootstrap. Chapman & Hall, chapter 13. Coders are taken as they are. Turns that follow each
/// other are not independent, so intervals are rather too narrow than too wide.
public struct Bootstrap: Sendable, Hashable {
  /// The same seed gives the same intervals.
  public let seed: UInt64
  /// How often units are drawn.
  public let resamples: Int

  /// Fewer pairable units than this have no interval.
  public static let fewestUnits = 10
  /// When more than one resample in so many has no value, there is no interval.
  static let undefinedShare = 20

  /// Makes a bootstrap.
  public init(seed: UInt64 = 1, resamples: Int = 1000) {
    precondition(resamples > 0)
    self.seed = seed
    self.resamples = resamples
  }

  /// Coefficients of ratings, with intervals from the same resamples.
  ///
  /// - Complexity: O(*n*) draws for each resample, and what the coefficients cost on the patterns.
  public func estimates(_ coefficients: [Coefficient], of ratings: Ratings) -> [Estimate] {
    estimates(
      coefficients.map { coefficient in { coefficient.value(of: $0) } }, of: Tally(ratings))
  }

  /// Statistics of a tally, with intervals from the same resamples.
  func estimates(
    _ statistics: [(Tally) -> Result<Double, Undefined>], of tally: Tally
  ) -> [Estimate] {
    let values = statistics.map { $0(tally) }
    let units = tally.units(ratedBy: 2)
    if units < Self.fewestUnits {
      return values.map { value in
        Estimate(
          value, value.flatMap { _ in .failure(.tooFewUnits(units, needed: Self.fewestUnits)) })
      }
    }
    var drawn = [[Double]](repeating: [], count: statistics.count)
    var random = SeededRandom(seed: seed)
    var resample = tally
    for _ in 0..<resamples {
      resample.redraw(like: tally, using: &random)
      for index in statistics.indices {
        if case .success(let value) = statistics[index](resample) { drawn[index].append(value) }
      }
    }
    return zip(values, drawn).map { value, drawn in
      Estimate(value, value.flatMap { _ in interval(drawn) })
    }
  }

  private func interval(_ drawn: [Double]) -> Result<ClosedRange<Double>, Undefined> {
    if (resamples - drawn.count) * Self.undefinedShare > resamples { return .failure(.unstable) }
    let sorted = drawn.sorted()
    let (low, high) = (quantile(0.025, of: sorted), quantile(0.975, of: sorted))
    return .success(low...max(low, high))
  }
}

extension Tally {
  /// Counts as many units as `tally` has, drawn from each of its transcripts with replacement.
  fileprivate mutating func redraw(like tally: Tally, using random: inout SeededRandom) {
    for index in counts.indices { counts[index] = 0 }
    for patterns in tally.transcripts {
      for _ in patterns.indices { counts[patterns[random.next(below: patterns.count)]] += 1 }
    }
  }
}

/// The value below which a share of sorted values lies, between neighbours in a straight line.
///
/// Hyndman, R. J., & Fan, Y. (1996). Sample quantiles in statistical packages. The American
/// Statistician 50(4), 361–365, definition 7. `sorted` is not empty.
func quantile(_ share: Double, of sorted: [Double]) -> Double {
  let position = share * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}
