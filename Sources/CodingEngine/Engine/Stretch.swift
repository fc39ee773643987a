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

  /// Does something for each part of the evidence.
  @inline(__always)
  func forEachPart(_ body: (Stretch) -> Void) {
    if let parts { parts.forEach(body) } else { body(stretch) }
  }
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
  ///   - found: Gets what the rule finds at its end, ordered by place, each stretch once.
  func find(
    in unit: Range<Int32>, hidden: [Int32], hits: [[Stretch]], into found: inout [Found]
  ) {
    let start = found.count
    switch self {
    case .leaf(let leaf):
      Self.append(hits[leaf], in: unit, hidden: hidden, to: &found)
    case .any(let nodes):
      for node in nodes { node.find(in: unit, hidden: hidden, hits: hits, into: &found) }
      Self.merge(&found, from: start)
    case .all(let nodes, let none):
      for node in nodes {
        let before = found.count
        node.find(in: unit, hidden: hidden, hits: hits, into: &found)
        if found.count == before { return found.removeSubrange(start...) }
      }
      let last = found.count
      for node in none {
        node.find(in: unit, hidden: hidden, hits: hits, into: &found)
        if found.count > last { return found.removeSubrange(start...) }
      }
      Self.merge(&found, from: start)
    case .near(let left, let right, let words, let inOrder):
      left.find(in: unit, hidden: hidden, hits: hits, into: &found)
      let middle = found.count
      if middle == start { return }
      right.find(in: unit, hidden: hidden, hits: hits, into: &found)
      let end = found.count
      Self.appendPairs(
        start..<middle, middle..<end, words: Int32(words), inOrder: inOrder, to: &found)
      found.removeSubrange(start..<end)
      Self.merge(&found, from: start)
    }
  }

  private static func append(
    _ all: [Stretch], in unit: Range<Int32>, hidden: [Int32], to found: inout [Found]
  ) {
    var index = all.partitioningIndex { $0.first >= unit.lowerBound }
    while index < all.count, all[index].first < unit.upperBound {
      let stretch = all[index]
      let next = hidden.partitioningIndex { $0 >= stretch.first }
      if next == hidden.count || hidden[next] >= stretch.last {
        found.append(Found(stretch: stretch))
      }
      index += 1
    }
  }

  /// Appends the pairs of two ranges of what was found that share no word, with at most `words`
  /// between.
  private static func appendPairs(
    _ a: Range<Int>, _ b: Range<Int>, words: Int32, inOrder: Bool, to found: inout [Found]
  ) {
    var longest: Int32 = 0
    for other in found[b] { longest = max(longest, other.stretch.last - other.stretch.first) }
    for index in a {
      let one = found[index]
      let from = inOrder ? one.stretch.last : one.stretch.first - words - longest
      var next = found[b].partitioningIndex { $0.stretch.first >= from }
      while next < b.upperBound, found[next].stretch.first <= one.stretch.last + words {
        let other = found[next]
        next += 1
        let between =
          other.stretch.first >= one.stretch.last
          ? other.stretch.first - one.stretch.last : one.stretch.first - other.stretch.last
        guard between >= 0, between <= words else { continue }
        let hull = Stretch(
          first: min(one.stretch.first, other.stretch.first),
          last: max(one.stretch.last, other.stretch.last))
        found.append(Found(stretch: hull, parts: parts(of: one, and: other)))
      }
    }
  }

  private static func parts(of one: Found, and other: Found) -> [Stretch] {
    var parts: [Stretch] = []
    parts.reserveCapacity((one.parts?.count ?? 1) + (other.parts?.count ?? 1))
    one.forEachPart { parts.append($0) }
    other.forEachPart { parts.append($0) }
    return parts
  }

  /// Orders what was found from `start` on; of one stretch it keeps one, with the evidence of all.
  private static func merge(_ found: inout [Found], from start: Int) {
    guard found.count > start + 1 else { return }
    found[start...].sort { $0.stretch.isBefore($1.stretch) }
    var last = start
    for index in (start + 1)..<found.count {
      if found[index].stretch != found[last].stretch {
        last += 1
        if last < index { found[last] = found[index] }
      } else if found[index].parts != nil || found[last].parts != nil {
        found[last].parts = Array(Set(parts(of: found[last], and: found[index])))
      }
    }
    found.removeSubrange((last + 1)...)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils `predicate`, when all before do not and all after do.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
