import Corpus

extension [Place] {
  /// Makes places of codings of one code, in any order: those that touch are joined, level by level.
  ///
  /// What remains is in the order of turns, then of their words, then of levels. Codings mostly come
  /// in the order of turns, and one to a turn: then nothing moves.
  mutating func join() {
    self = sortedUnlessOrdered { $0.precedesInTurns($1) }
    var (start, end) = (0, 0)
    while start < count {
      var next = start + 1
      while next < count, self[next].isIn(turnOf: self[start]) { next += 1 }
      if isJoined(start..<next) {
        if end < start { for index in start..<next { self[end + index - start] = self[index] } }
        end += next - start
      } else {
        for place in Array(self[start..<next]).joinedInTurn() {
          self[end] = place
          end += 1
        }
      }
      start = next
    }
    removeSubrange(end...)
  }

  /// Whether codings of one turn, all on one level, stand in order and apart.
  private func isJoined(_ range: Range<Int>) -> Bool {
    range.dropFirst().allSatisfy { self[$0 - 1].isOnLevelBefore(self[$0]) }
  }

  /// The same of codings in one turn.
  private func joinedInTurn() -> [Place] {
    var places: [Place] = []
    for place in sortedUnlessOrdered(by: { $0.levelAndRow < $1.levelAndRow }) {
      if let last = places.last, last.touches(place) {
        places[places.count - 1].join(place)
      } else {
        places.append(place)
      }
    }
    return places.sortedUnlessOrdered { $0.rowAndLevel < $1.rowAndLevel }
  }
}

extension Place {
  fileprivate var levelAndRow: (Int, Int, Int) {
    (level.rank, span.row.lowerBound, span.row.upperBound)
  }

  fileprivate var rowAndLevel: (Int, Int, Int) {
    (span.row.lowerBound, span.row.upperBound, level.rank)
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
