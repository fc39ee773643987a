extension Tally {
  /// Conger's κ of two or more coders, in −1…1; of two coders without gaps it is Cohen's.
  ///
  /// Conger, A. J. (1980). Integration and generalization of kappas for multiple raters.
  /// Psychological Bulletin 88(2), 322–328; with weights and gaps: Gwet, K. L. (2014). Handbook of
  /// Inter-Rater Reliability (4th ed.), chapter 2. Chance is the mean over pairs of coders of what
  /// their own shares of the categories would give; a coder's shares are of all that they rated.
  /// Undefined when no unit was rated twice, when a coder rated nothing, and when all used one
  /// category only.
  public func congersKappa(_ weighting: Weighting = .identity) throws(Undefined) -> Double {
    let weights = Weights(weighting, scores: scores)
    let observed = try observedAgreement(weights)
    var shares: [[Double]] = []
    for coder in 0..<coderCount {
      guard let own = self.shares(ofCoder: coder) else { throw .noPairs }
      shares.append(own)
    }
    var chance = 0.0
    for one in 0..<coderCount {
      for other in 0..<one { chance += weights.mean(shares[one], shares[other]) }
    }
    return try beyondChance(observed, chance / Double(coderCount * (coderCount - 1) / 2))
  }
}
