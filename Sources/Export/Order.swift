/// Whether `left` stands before `right` in the order of their code points.
///
/// UTF-8 keeps that order byte by byte; `String`'s own order is that of canonical equivalents.
func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
