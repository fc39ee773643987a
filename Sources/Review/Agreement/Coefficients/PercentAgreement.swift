extension Tally {
  /// Percent agreement, as a share: over units that two or more coders rated, the mean share of
  /// pairs of coders that chose the same category. In 0…1.
  ///
  /// For two coders the share of units on which they agree. For more: Fleiss, J. L. (1971).
  /// Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378–382,
  /// equations 1 and 2. Undefined when no unit was rated twice. It is not corrected for chance.
  public func percentAgreement() throws(Undefined) -> Double {
    try observedAgreement(Weights(.identity, scores: scores))
  }
}
