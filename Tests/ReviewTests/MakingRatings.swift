@testable import Review

/// Ratings as people would draw them: a line for each coder, a sign for each unit, a dot for none.
func letters(_ lines: String..., as measurement: Measurement = .nominal) -> Ratings {
  let rows = lines.map(Array.init)
  let signs = Set(rows.joined()).subtracting(["."]).sorted()
  return Ratings(
    coders: rows.indices.map { "coder \($0 + 1)" },
    categories: signs.enumerated().map { index, sign in
      Ratings.Category(String(sign), score: Double(sign.wholeNumberValue ?? index))
    },
    measurement: measurement,
    units: rows[0].indices.map { unit in rows.map { signs.firstIndex(of: $0[unit]) } })
}

/// Ratings of two coders from how often each pair of categories was chosen.
func crossed(_ cells: [[Int]], as measurement: Measurement = .nominal) -> Ratings {
  var units: [[Int?]] = []
  for (row, counts) in cells.enumerated() {
    for (column, count) in counts.enumerated() {
      units += [[Int?]](repeating: [row, column], count: count)
    }
  }
  return Ratings(
    coders: ["one", "other"],
    categories: cells.indices.map { Ratings.Category("\($0 + 1)", score: Double($0 + 1)) },
    measurement: measurement, units: units)
}

/// Ratings from how many coders chose each category, whoever they were.
func counted(_ rows: [[Int]]) -> Ratings {
  let units: [[Int?]] = rows.map { row in
    row.enumerated().flatMap { category, count in [Int?](repeating: category, count: count) }
  }
  return Ratings(
    coders: units[0].indices.map { "coder \($0 + 1)" },
    categories: rows[0].indices.map { Ratings.Category("\($0 + 1)", score: Double($0 + 1)) },
    measurement: .nominal, units: units)
}

extension Result where Failure == Undefined {
  /// The reason; nil when there is a value.
  var reason: Undefined? {
    if case .failure(let reason) = self { reason } else { nil }
  }
}

/// Whether a number is what a paper prints with three decimals.
func prints(_ value: Double, as printed: Double) -> Bool {
  (value - printed).magnitude <= 0.0005 + 1e-9
}
