import Corpus

extension [Place] {
  /// Makes places of codings of one code, in any order: those that touch are joined, level by level.
  ///
  /// What remains is in the order of turns, then of their words, then of levels. Codings mostly come
  /// in that order, and one to a turn: then nothing moves.
  mutating func join() {
    if count < 2 { return }
    self = sortedUnlessOrdered { $0.precedesInTurns($1) }
    var (start, end) = (0, 0)
    while start < count {
      var next = start + 1
      while next < count, self[next].isIn(turnOf: self[start]) { next += 1 }
      if next > start + 1, !isJoined(start..<next) {
        joinTurn(start..<next, to: &end)
      } else if end == start {
        end = next
      } else {
        for index in start..<next { keep(self[index], at: &end) }
      }
      start = next
    }
    if end < count { removeLast(count - end) }
  }

  /// Where the places in some turns stand, given places in the order of turns.
  func range(of turns: Range<Int>) -> Range<Int> {
    func first(from turn: Int) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if self[middle].turn < turn { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: turns.lowerBound)..<first(from: turns.upperBound)
  }

  /// Whether codings of one turn, all on one level, stand in order and apart.
  private func isJoined(_ turn: Range<Int>) -> Bool {
    var index = turn.lowerBound + 1
    while index < turn.upperBound, self[index - 1].isOnLevelBefore(self[index]) { index += 1 }
    return index == turn.upperBound
  }

  /// Joins the codings of one turn, and keeps what remains.
  private mutating func joinTurn(_ turn: Range<Int>, to end: inout Int) {
    sortUnlessOrdered(turn) { ($0.rank, $0.row) < ($1.rank, $1.row) }
    let first = end
    for index in turn {
      if end > first, self[end - 1].touches(self[index]) {
        self[end - 1].join(self[index])
      } else {
        keep(self[index], at: &end)
      }
    }
    sortUnlessOrdered(first..<end) { ($0.row, $0.rank) < ($1.row, $1.rank) }
  }

  private mutating func keep(_ place: Place, at end: inout Int) {
    self[end] = place
    end += 1
  }

  @inline(__always)
  private mutating func sortUnlessOrdered(
    _ range: Range<Int>, by precedes: (Place, Place) -> Bool
  ) {
    for index in range.dropFirst() where precedes(self[index], self[index - 1]) {
      if range.count > 16 { return self[range].sort(by: precedes) }
      // Up to where it stands in order each moves down to its place.
      var place = index
      while place > range.lowerBound, precedes(self[place], self[place - 1]) {
        swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}

extension Array {
  /// Sorts, but costs one look only where all stand in order already, as they mostly do.
  @inline(__always)
  func sortedUnlessOrdered(by precedes: (Element, Element) -> Bool) -> [Element] {
    for index in indices.dropFirst() where precedes(self[index], self[index - 1]) {
      return sorted(by: precedes)
    }
    return self
  }
}
