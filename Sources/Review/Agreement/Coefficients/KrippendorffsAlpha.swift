extension Tally {
  /// Krippendorff's α of two or more coders, 1 for full agreement, 0 for that of chance; −1 at the
  /// lowest with two coders, and less far down with more.
  ///
  /// Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of
  /// Pennsylvania, sections C and D: α = 1 − D_o / D_e, from the coincidences of values in units that
  /// two or more coders rated, and the squared differences of the level of measurement. Undefined
  /// when no unit was rated twice, and when those that were hold one value only.
  public func krippendorffsAlpha(_ measurement: Measurement = .nominal) throws(Undefined) -> Double {
    let values = pairableValues()
    return try alpha(
      values, differences: Differences(measurement, scores: scores, counts: values))
  }

  /// α for any difference of categories, as a matrix.
  func alpha(differences: Differences) throws(Undefined) -> Double {
    try alpha(pairableValues(), differences: differences)
  }

  private func alpha(
    _ values: [Int], differences: Differences
  ) throws(Undefined) -> Double {
    let whole = values.reduce(0, +)
    if whole == 0 { throw .noPairs }
    let used = values.indices.filter { values[$0] > 0 }
    var expected = 0.0
    for row in used {
      for column in used where column < row {
        expected += Double(values[row] * values[column]) * differences[row, column]
      }
    }
    if expected == 0 { throw .noVariation }
    return 1 - observed(differences) * Double(whole - 1) / expected
  }

  /// The differences within units, each pair by how many others rated the unit.
  private func observed(_ differences: Differences) -> Double {
    var sum = 0.0
    for (pattern, count) in zip(patterns, counts) where pattern.size >= 2 && count > 0 {
      var pairs = 0.0
      for one in pattern.chosen {
        for other in pattern.chosen where other.category < one.category {
          pairs += Double(one.coders * other.coders) * differences[one.category, other.category]
        }
      }
      sum += Double(count) * pairs / Double(pattern.size - 1)
    }
    return sum
  }

  /// How often each category was chosen in units that two or more coders rated.
  private func pairableValues() -> [Int] {
    var values = [Int](repeating: 0, count: categoryCount)
    for (pattern, count) in zip(patterns, counts) where pattern.size >= 2 {
      for (category, coders) in pattern.chosen { values[category] += coders * count }
    }
    return values
  }
}
