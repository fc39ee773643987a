/// Whether `left` stands before `right` in the order of their code points.
///
/// UTF-8 keeps that order byte by byte; `String`'s own order is that of canonical equivalents.
func precedes(_ left: String, _ right: String) -> Bool {
  let (left, right) = (left.utf8, right.utf8)
  let (one, other) = (left.span, right.span)
  for index in 0..<min(one.count, other.count) where one[index] != other[index] {
    return one[index] < other[index]
  }
  return one.count < other.count
}
