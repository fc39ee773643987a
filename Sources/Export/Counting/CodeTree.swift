import CodingEngine

extension Codebook {
  /// A code and all codes under it: a run in the order of the book.
  func subtree(of code: Int) -> Range<Int> {
    code..<descendants(of: code).upperBound
  }

  /// Whether one of the two codes stands above the other.
  func areAncestorAndDescendant(_ one: Int, _ other: Int) -> Bool {
    descendants(of: one).contains(other) || descendants(of: other).contains(one)
  }
}
