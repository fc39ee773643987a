extension Tally {
  /// Gwet's AC1 of two or more coders, and with weights AC2, in −1…1.
  ///
  /// Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high
  /// agreement. British Journal of Mathematical and Statistical Psychology 61(1), 29–48; AC2 and
  /// gaps: Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.), chapter 2. Chance is
  /// T Σ π(1 − π) / *q*(*q* − 1), for shares π of the *q* categories and T the sum of the weights, and
  /// so stays low when nearly all ratings are of one category. Undefined when no unit was rated
  /// twice, and for a single category; when all ratings are of one of several categories it is 1.
  public func gwetsAC(_ weighting: Weighting = .identity) throws(Undefined) -> Double {
    if categoryCount < 2 { throw .oneCategory }
    let weights = Weights(weighting, scores: scores)
    let spread = shares().reduce(0) { $0 + $1 * (1 - $1) }
    let chance = weights.sum * spread / Double(categoryCount * (categoryCount - 1))
    return try beyondChance(observedAgreement(weights), chance)
  }
}
