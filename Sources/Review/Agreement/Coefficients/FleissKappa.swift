extension Tally {
  /// Fleiss' κ of two or more coders, in −1…1: 1 for full agreement, 0 for that of chance.
  ///
  /// Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological
  /// Bulletin 76(5), 378–382, equation 7; with weights and gaps: Gwet, K. L. (2014). Handbook of
  /// Inter-Rater Reliability (4th ed.), chapter 2. Chance is the shares of the categories over all
  /// ratings, whoever gave them; units with one rating count there, and not as agreement. Undefined
  /// when no unit was rated twice, and when only one category was used.
  public func fleissKappa(_ weighting: Weighting = .identity) throws(Undefined) -> Double {
    let weights = Weights(weighting, scores: scores)
    let shares = shares()
    return try beyondChance(observedAgreement(weights), weights.mean(shares, shares))
  }
}
