/// How much of an agreement two different categories are.
public enum Weighting: String, Sendable, Hashable, CaseIterable {
  /// None: 1 for the same category, else 0.
  case identity
  /// 1 − |a − b| / (max − min), for scores a and b.
  ///
  /// Cicchetti, D. V., & Allison, T. (1971). A new procedure for assessing reliability of scoring EEG
  /// sleep recordings. American Journal of EEG Technology 11(3), 101–110.
  case linear
  /// 1 − (a − b)² / (max − min)².
  ///
  /// Fleiss, J. L., & Cohen, J. (1973). The equivalence of weighted kappa and the intraclass
  /// correlation coefficient as measures of reliability. Educational and Psychological Measurement
  /// 33(3), 613–619.
  case quadratic
}

/// The weight of each pair of categories, in 0…1.
struct Weights: Sendable {
  private let size: Int
  private let cells: [Double]

  /// The weights of categories with these scores.
  init(_ weighting: Weighting, scores: [Double]) {
    let range = (scores.max() ?? 0) - (scores.min() ?? 0)
    size = scores.count
    var cells: [Double] = []
    for (row, one) in scores.enumerated() {
      for (column, other) in scores.enumerated() {
        let distance = range > 0 ? (one - other).magnitude / range : 0
        switch weighting {
        case .identity: cells.append(row == column ? 1 : 0)
        case .linear: cells.append(1 - distance)
        case .quadratic: cells.append(1 - distance * distance)
        }
      }
    }
    self.cells = cells
  }

  subscript(row: Int, column: Int) -> Double { cells[row * size + column] }

  var sum: Double { cells.reduce(0, +) }

  /// The weight of two ratings at random, one from each distribution.
  func mean(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<size where one[row] > 0 {
      for column in 0..<size { sum += self[row, column] * one[row] * other[column] }
    }
    return sum
  }
}

/// What is left of agreement when that of chance is taken out: (p_a − p_e) / (1 − p_e).
///
/// Undefined when chance alone would agree fully.
func beyondChance(_ observed: Double, _ chance: Double) throws(Undefined) -> Double {
  if chance > 1 - 1e-12 { throw .noVariation }
  return (observed - chance) / (1 - chance)
}
