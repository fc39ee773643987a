extension Tally {
  /// Scott's π of two coders, in −1…1: 1 for full agreement, 0 for that of chance.
  ///
  /// Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public
  /// Opinion Quarterly 19(3), 321–325. Chance is the mean of both coders' shares of the categories.
  /// Only units that both rated count. Undefined for other than two coders, without a unit that both
  /// rated, and when both used one and the same category only.
  public func scottsPi(_ weighting: Weighting = .identity) throws(Undefined) -> Double {
    if coderCount != 2 { throw .notTwoCoders }
    let weights = Weights(weighting, scores: scores)
    let (observed, one, other) = try pair(0, 1, weights)
    let shares = zip(one, other).map { ($0 + $1) / 2 }
    return try beyondChance(observed, weights.mean(shares, shares))
  }
}
