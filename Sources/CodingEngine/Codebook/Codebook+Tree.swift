/// The tree of codes; a code is named by its index in `codes`.
extension Codebook {
  /// The index of the code with an id.
  ///
  /// - Complexity: O(*n*) in the codes.
  public func index(of id: CodeID) -> Int? {
    codes.firstIndex { $0.id == id }
  }

  /// The codes directly under a code.
  public func children(of code: Int) -> [Int] {
    descendants(of: code).filter { codes[$0].parent == code }
  }

  /// The codes at the top.
  public var roots: [Int] {
    codes.indices.filter { codes[$0].parent == nil }
  }

  /// Whether no code stands under a code.
  public func isLeaf(_ code: Int) -> Bool {
    descendants(of: code).isEmpty
  }

  /// All codes under a code, which stand in a row in the book.
  public func descendants(of code: Int) -> Range<Int> {
    let rest = codes[(code + 1)...]
    let end = rest.firstIndex { $0.depth <= codes[code].depth } ?? rest.endIndex
    return code + 1..<end
  }

  /// The codes above a code, from the top down.
  public func ancestors(of code: Int) -> [Int] {
    Array(sequence(first: code) { codes[$0].parent }.dropFirst().reversed())
  }

  /// The ids from the top down to a code, joined by `/`: `lijnen/zorgpeuters`.
  public func path(of code: Int) -> String {
    (ancestors(of: code) + [code]).map { codes[$0].id.description }.joined(separator: "/")
  }
}
