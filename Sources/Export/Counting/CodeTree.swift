import CodingEngine

extension Codebook {
  /// A code and all codes under it: a run in the order of the book.
  func subtree(of code: Int) -> Range<Int> {
    let below = codes[(code + 1)...].firstIndex { $0.depth <= codes[code].depth }
    return code..<(below ?? codes.endIndex)
  }

  /// Whether one of the two codes stands above the other.
  func areAncestorAndDescendant(_ one: Int, _ other: Int) -> Bool {
    one != other && (subtree(of: one).contains(other) || subtree(of: other).contains(one))
  }

  /// The codes from the top of the tree to `code` itself.
  func path(of code: Int) -> [Int] {
    var path = [code]
    while let parent = path.last.flatMap({ codes[$0].parent }) { path.append(parent) }
    return path.reversed()
  }

  /// The ids from the top of the tree to `code` itself: `lijnen/zorgpeuters`.
  func pathName(of code: Int) -> String {
    path(of: code).map { codes[$0].id.description }.joined(separator: "/")
  }
}
