/// How far apart two categories are, in squares: δ² of Krippendorff's α.
struct Differences: Sendable {
  private let size: Int
  private let cells: [Double]

  /// Any difference, asked for each pair of categories once.
  init(size: Int, _ difference: (Int, Int) -> Double) {
    self.size = size
    var cells = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<row {
        let value = difference(row, column)
        cells[row * size + column] = value
        cells[column * size + row] = value
      }
    }
    self.cells = cells
  }

  /// The differences of a level of measurement.
  ///
  /// Krippendorff (2011), section C, step 5: 1 for different names; for ranks the square of the
  /// ratings from one to the other, both ends for half; the squared difference; the squared
  /// difference by the sum.
  ///
  /// - Parameters:
  ///   - measurement: The level.
  ///   - scores: Where each category stands, ascending.
  ///   - counts: How often each was chosen.
  init(_ measurement: Measurement, scores: [Double], counts: [Int]) {
    switch measurement {
    case .nominal: self.init(size: scores.count) { _, _ in 1 }
    case .ordinal:
      var ranks: [Double] = []
      var before = 0
      for count in counts {
        ranks.append(Double(before) + Double(count) / 2)
        before += count
      }
      self.init(size: scores.count) { squared(ranks[$0] - ranks[$1]) }
    case .interval: self.init(size: scores.count) { squared(scores[$0] - scores[$1]) }
    case .ratio:
      self.init(size: scores.count) { row, column in
        let sum = scores[row] + scores[column]
        return sum == 0 ? 0 : squared((scores[row] - scores[column]) / sum)
      }
    }
  }

  subscript(row: Int, column: Int) -> Double { cells[row * size + column] }
}

private func squared(_ value: Double) -> Double { value * value }
