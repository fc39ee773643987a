extension Tally {
  /// Cohen's κ of two coders, in −1…1: 1 for full agreement, 0 for that of chance.
  ///
  /// Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological
  /// Measurement 20(1), 37–46, equation 1; with weights: Cohen, J. (1968). Weighted kappa.
  /// Psychological Bulletin 70(4), 213–220. Chance is each coder's own shares of the categories.
  /// Only units that both rated count. Undefined for other than two coders, without a unit that both
  /// rated, and when both used one and the same category only.
  public func cohensKappa(_ weighting: Weighting = .identity) throws(Undefined) -> Double {
    if coderCount != 2 { throw .notTwoCoders }
    let weights = Weights(weighting, scores: scores)
    let (observed, one, other) = try pair(0, 1, weights)
    return try beyondChance(observed, weights.mean(one, other))
  }

  /// Weighted agreement of two coders and their shares of the categories, over units both rated.
  func pair(
    _ one: Int, _ other: Int, _ weights: Weights
  ) throws(Undefined) -> (observed: Double, one: [Double], other: [Double]) {
    let cells = crossed(one, other)
    let whole = Double(cells.reduce(0, +))
    if whole == 0 { throw .noPairs }
    var rows = [Double](repeating: 0, count: categoryCount)
    var columns = rows
    var observed = 0.0
    for (index, cell) in cells.enumerated() where cell > 0 {
      let (row, column) = index.quotientAndRemainder(dividingBy: categoryCount)
      let share = Double(cell) / whole
      rows[row] += share
      columns[column] += share
      observed += share * weights[row, column]
    }
    return (observed, rows, columns)
  }
}
