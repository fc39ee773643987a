extension Tally {
  /// Brennan and Prediger's κ_n of two or more coders: 1 for full agreement, 0 for that of coders who
  /// choose blindly; from −1/(*q* − 1) without weights, for *q* categories.
  ///
  /// Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: some uses, misuses, and
  /// alternatives. Educational and Psychological Measurement 41(3), 687–699; with weights: Gwet, K.
  /// L. (2014). Handbook of Inter-Rater Reliability (4th ed.), chapter 2. Every category is as likely
  /// by chance. Undefined when no unit was rated twice, and for a single category.
  public func brennanPrediger(_ weighting: Weighting = .identity) throws(Undefined) -> Double {
    if categoryCount < 2 { throw .oneCategory }
    let weights = Weights(weighting, scores: scores)
    let chance = weights.sum / Double(categoryCount * categoryCount)
    return try beyondChance(observedAgreement(weights), chance)
  }
}
