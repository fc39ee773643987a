/// Words of a unit that a rule found: places in the row, half-open.
struct Stretch: Hashable, Sendable {
  let first: Int32
  let last: Int32

  func isBefore(_ other: Stretch) -> Bool { (first, last) < (other.first, other.last) }
}

/// A stretch with the words in it that are evidence.
struct Found {
  var stretch: Stretch
  /// The evidence, when it is not the whole stretch: what NEAR and THEN find has words between.
  var parts: [Stretch]?

  var evidence: [Stretch] { parts ?? [stretch] }
}

extension RuleProgram.Node {
  /// Whether each part that a rule needs has a phrase in the unit: a quick look that clears most units.
  func mayFind(in unit: Range<Int32>, hits: [[Stretch]]) -> Bool {
    switch self {
    case .leaf(let leaf):
      let all = hits[leaf]
      let index = all.partitioningIndex { $0.first >= unit.lowerBound }
      return index < all.count && all[index].first < unit.upperBound
    case .any(let nodes): return nodes.contains { $0.mayFind(in: unit, hits: hits) }
    case .all(let nodes, _): return nodes.allSatisfy { $0.mayFind(in: unit, hits: hits) }
    case .near(let left, let right, _, _):
      return left.mayFind(in: unit, hits: hits) && right.mayFind(in: unit, hits: hits)
    }
  }

  /// Looks for the rule in one unit.
  ///
  /// - Parameters:
  ///   - unit: The unit's places in the row.
  ///   - hidden: Places hidden by `except`, ascending.
  ///   - hits: For each leaf what was collected in the turn, ordered.
  /// - Returns: What it finds, ordered by place, each stretch once.
  func find(in unit: Range<Int32>, hidden: [Int32], hits: [[Stretch]]) -> [Found] {
    switch self {
    case .leaf(let leaf):
      let all = hits[leaf]
      var found: [Found] = []
      var index = all.partitioningIndex { $0.first >= unit.lowerBound }
      while index < all.count, all[index].first < unit.upperBound {
        let stretch = all[index]
        let next = hidden.partitioningIndex { $0 >= stretch.first }
        if next == hidden.count || hidden[next] >= stretch.last {
          found.append(Found(stretch: stretch))
        }
        index += 1
      }
      return found
    case .any(let nodes):
      return Self.merged(nodes.flatMap { $0.find(in: unit, hidden: hidden, hits: hits) })
    case .all(let nodes, let none):
      var found: [Found] = []
      for node in nodes {
        let one = node.find(in: unit, hidden: hidden, hits: hits)
        if one.isEmpty { return [] }
        found += one
      }
      let isVetoed = none.contains { !$0.find(in: unit, hidden: hidden, hits: hits).isEmpty }
      return isVetoed ? [] : Self.merged(found)
    case .near(let left, let right, let words, let inOrder):
      let a = left.find(in: unit, hidden: hidden, hits: hits)
      if a.isEmpty { return [] }
      let b = right.find(in: unit, hidden: hidden, hits: hits)
      return Self.pairs(a, b, words: Int32(words), inOrder: inOrder)
    }
  }

  /// Pairs that share no word, with at most `words` between.
  private static func pairs(_ a: [Found], _ b: [Found], words: Int32, inOrder: Bool) -> [Found] {
    guard let longest = b.map({ $0.stretch.last - $0.stretch.first }).max() else { return [] }
    var found: [Found] = []
    for one in a {
      let from = inOrder ? one.stretch.last : one.stretch.first - words - longest
      var index = b.partitioningIndex { $0.stretch.first >= from }
      while index < b.count, b[index].stretch.first <= one.stretch.last + words {
        let other = b[index]
        index += 1
        let between =
          other.stretch.first >= one.stretch.last
          ? other.stretch.first - one.stretch.last : one.stretch.first - other.stretch.last
        guard between >= 0, between <= words else { continue }
        let hull = Stretch(
          first: min(one.stretch.first, other.stretch.first),
          last: max(one.stretch.last, other.stretch.last))
        found.append(Found(stretch: hull, parts: one.evidence + other.evidence))
      }
    }
    return merged(found)
  }

  /// Orders what was found; two with one stretch become one with the evidence of both.
  private static func merged(_ found: [Found]) -> [Found] {
    if found.count < 2 { return found }
    var result: [Found] = []
    for one in found.sorted(by: { $0.stretch.isBefore($1.stretch) }) {
      if let last = result.last, last.stretch == one.stretch {
        if last.parts != nil || one.parts != nil {
          result[result.count - 1].parts = Array(Set(last.evidence + one.evidence))
        }
      } else {
        result.append(one)
      }
    }
    return result
  }
}

extension Array {
  /// The first index whose element fulfils `predicate`, when all before do not and all after do.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
