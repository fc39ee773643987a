/// What one coder called the units that another called something, in counts of units.
///
/// In a unit, codes that both gave are set against themselves. What is left of one coder's codes is
/// set against each of what is left of the other's, or against nothing when nothing is left. A unit
/// with several codes so counts in several cells.
public struct ConfusionMatrix: Sendable, Hashable {
  /// The codes of rows and columns, in their order; after them stands *nothing*.
  public let codes: [Int]
  private let cells: [Int]

  /// Sets two coders against each other.
  ///
  /// - Parameters:
  ///   - units: Those that both coders went through count.
  ///   - codes: In the order in which they are to stand, each once; others are not looked at.
  ///   - one: The index of the coder of the rows.
  ///   - other: The index of the coder of the columns.
  public init(of units: CodedUnits, codes: [Int], one: Int, other: Int) {
    var indices: [Int: Int] = [:]
    for (index, code) in codes.enumerated() { indices[code] = index }
    let size = codes.count + 1
    var cells = [Int](repeating: 0, count: size * size)
    for unit in units.sets {
      guard let left = unit[one], let right = unit[other] else { continue }
      let rows = left.compactMap { indices[$0] }
      let columns = right.compactMap { indices[$0] }
      for row in rows where columns.contains(row) { cells[row * size + row] += 1 }
      let restRows = rows.filter { !columns.contains($0) }
      let restColumns = columns.filter { !rows.contains($0) }
      if rows.isEmpty, columns.isEmpty { cells[size * size - 1] += 1 }
      if restRows.isEmpty, restColumns.isEmpty { continue }
      for row in restRows.isEmpty ? [codes.count] : restRows {
        for column in restColumns.isEmpty ? [codes.count] : restColumns {
          cells[row * size + column] += 1
        }
      }
    }
    self.codes = codes
    self.cells = cells
  }

  /// How many units the first coder called `row` and the second `column`; indices into `codes`, and
  /// one more for nothing.
  public subscript(row: Int, column: Int) -> Int { cells[row * (codes.count + 1) + column] }
}
