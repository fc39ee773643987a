extension Tally {
  /// How unevenly two coders together used two categories, in −1…1: (a − d) / n, for a units that
  /// both gave the last category, d that both gave the first, n in all.
  ///
  /// Byrt, T., Bishop, J., & Carlin, J. B. (1993). Bias, prevalence and kappa. Journal of Clinical
  /// Epidemiology 46(5), 423–429. Far from 0, κ is low even for coders who agree. Negative for a code
  /// that is mostly absent. Undefined for other than two coders or categories, and without a unit
  /// that both rated.
  public func prevalenceIndex() throws(Undefined) -> Double {
    let cells = try twoByTwo()
    return Double(cells[3] - cells[0]) / Double(cells.reduce(0, +))
  }

  /// How differently two coders used two categories, in −1…1: (b − c) / n, for b units to which only
  /// the first gave the last category, c to which only the second did.
  ///
  /// Byrt, Bishop and Carlin (1993). Positive when the first coder gave it more often. Undefined as
  /// the prevalence index is.
  public func biasIndex() throws(Undefined) -> Double {
    let cells = try twoByTwo()
    return Double(cells[2] - cells[1]) / Double(cells.reduce(0, +))
  }

  private func twoByTwo() throws(Undefined) -> [Int] {
    if coderCount != 2 { throw .notTwoCoders }
    if categoryCount != 2 { throw .notTwoCategories }
    let cells = crossed(0, 1)
    if cells.allSatisfy({ $0 == 0 }) { throw .noPairs }
    return cells
  }
}
