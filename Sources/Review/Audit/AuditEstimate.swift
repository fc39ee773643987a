/// What a reviewer found in one stratum of a sample.
public struct JudgedStratum: Sendable, Hashable {
  /// How many there are in all.
  public let whole: Int
  /// How many of these were judged.
  public let judged: Int
  /// How many of those judged are so: a coding that is right, an uncoded unit that should be coded.
  public let hits: Int

  /// Makes a stratum from counts.
  public init(whole: Int, judged: Int, hits: Int) {
    precondition(0 <= hits && hits <= judged && judged <= whole)
    self.whole = whole
    self.judged = judged
    self.hits = hits
  }
}

/// A share of a whole, estimated from a stratified sample.
public struct AuditEstimate: Sendable, Hashable {
  /// Fewer judged units than this give no number.
  public static let fewestJudged = 10

  /// The share and its 95 % interval, or why there is none.
  public let estimate: Estimate
  /// How many were judged: n.
  public let judged: Int
  /// How many the strata with something judged hold: N, what the estimate is about.
  public let covered: Int
  /// How many there are in all strata.
  public let whole: Int

  /// The share of hits, each stratum by its size: Σ N_h p_h / Σ N_h over strata with something
  /// judged.
  ///
  /// Cochran, W. G. (1977). Sampling Techniques (3rd ed.). Wiley, equation 5.52. The interval is
  /// Wilson's for as many units as the sample is worth under its weights, 1 / Σ (W_h² / n_h): Kish, L.
  /// (1965). Survey Sampling. Wiley, section 11.7. It takes no account of how large a part of the
  /// whole was judged, nor of turns in one transcript being alike. Undefined below ten judged units.
  public init(_ strata: [JudgedStratum]) {
    self.init(strata, deviate: Wilson.deviate)
  }

  init(_ strata: [JudgedStratum], deviate: Double) {
    let seen = strata.filter { $0.judged > 0 }
    judged = seen.reduce(0) { $0 + $1.judged }
    let covered = seen.reduce(0) { $0 + $1.whole }
    self.covered = covered
    whole = strata.reduce(0) { $0 + $1.whole }
    guard judged >= Self.fewestJudged else {
      let reason = Undefined.tooFewUnits(judged, needed: Self.fewestJudged)
      estimate = Estimate(.failure(reason), .failure(reason))
      return
    }
    var (share, variance) = (0.0, 0.0)
    for stratum in seen {
      let weight = Double(stratum.whole) / Double(covered)
      share += weight * Double(stratum.hits) / Double(stratum.judged)
      variance += weight * weight / Double(stratum.judged)
    }
    // All or none of all strata: rounding must not make it more or less than that.
    if seen.allSatisfy({ $0.hits == $0.judged }) { share = 1 }
    let interval = Wilson.interval(share: share, size: 1 / variance, deviate: deviate)
    estimate = Estimate(.success(share), .success(interval))
  }

  /// How much of what should be coded is: right codings by these and the misses among uncoded units.
  ///
  /// The codings are estimated to be right in N·p, the uncoded to be misses in M·q; recall is
  /// N·p / (N·p + M·q). Its interval takes the ends of the intervals of p and q that hold together in
  /// at least 95 of a hundred samples (97.5 % each, by Bonferroni), and so is rather too wide.
  /// Undefined below ten judged units of either, and when nothing should be coded.
  ///
  /// - Parameters:
  ///   - coded: Strata of codings; hits are those that are right.
  ///   - uncoded: Strata of units without the code; hits are those that should have it.
  public static func recall(coded: [JudgedStratum], uncoded: [JudgedStratum]) -> Estimate {
    let found = AuditEstimate(coded, deviate: Wilson.jointDeviate)
    let missed = AuditEstimate(uncoded, deviate: Wilson.jointDeviate)
    let (codings, units) = (Double(found.covered), Double(missed.covered))
    let value = found.estimate.value.flatMap { right in
      missed.estimate.value.flatMap { share -> Result<Double, Undefined> in
        let all = codings * right + units * share
        return all > 0 ? .success(codings * right / all) : .failure(.nothingCounted)
      }
    }
    let interval = value.flatMap { value in
      found.estimate.interval.flatMap { right in
        missed.estimate.interval.map { share in
          let low = part(codings * right.lowerBound, units * share.upperBound)
          let high = part(codings * right.upperBound, units * share.lowerBound)
          return min(low, value)...max(high, value)
        }
      }
    }
    return Estimate(value, interval)
  }

  private static func part(_ one: Double, _ other: Double) -> Double {
    one + other > 0 ? one / (one + other) : 0
  }
}
