/// How many words two rows have in common in the same order.
func commonCount(_ left: [Int32], _ right: [Int32]) -> Int {
  commonIndices(left, right).count
}

/// The places in `right` of the most words that both rows have in the same order.
///
/// - Complexity: O(*n* · *m*).
func commonIndices(_ left: [Int32], _ right: [Int32]) -> [Int] {
  guard !left.isEmpty, !right.isEmpty else { return [] }
  let width = right.count + 1
  var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
  for row in left.indices.reversed() {
    for column in right.indices.reversed() {
      lengths[row * width + column] =
        left[row] == right[column] && left[row] > 0
        ? lengths[(row + 1) * width + column + 1] + 1
        : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
    }
  }
  var (row, column, indices) = (0, 0, [Int]())
  while row < left.count, column < right.count {
    if left[row] == right[column], left[row] > 0 {
      indices.append(column)
      row += 1
      column += 1
    } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
      row += 1
    } else {
      column += 1
    }
  }
  return indices
}

/// Places of a row moved towards the last of them, as far as the same words stand there in the same
/// order: a word that was met long before may belong to something else.
func drawnTogether(_ indices: [Int], in row: [Int32]) -> [Int] {
  var indices = indices
  var place = indices.last ?? 0
  for next in indices.indices.dropLast().reversed() {
    let word = row[indices[next]]
    repeat { place -= 1 } while row[place] != word
    indices[next] = place
  }
  return indices
}
