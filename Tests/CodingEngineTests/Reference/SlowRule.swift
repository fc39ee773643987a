import CodingEngine

/// What a rule finds: a stretch of places, and the words in it that are evidence.
struct SlowStretch: Hashable {
  let places: Range<Int>
  var words: Set<Int>
}

/// Looks for rules in one unit of one turn.
struct SlowUnit {
  /// The places of the turn; nil where no word stands.
  let words: [SlowWord?]
  /// For each place the end of its sentence.
  let sentenceEnds: [Int?]
  let range: Range<Int>
  var hidden: Set<Int> = []

  func stretches(_ rule: Rule) -> [SlowStretch] {
    switch rule {
    case .phrase(let phrase):
      let slow = SlowPhrase(phrase)
      return range.flatMap { start -> [SlowStretch] in
        guard let sentenceEnd = sentenceEnds[start] else { return [] }
        return slow.ends(words, from: start)
          .filter { $0 <= sentenceEnd && hidden.isDisjoint(with: start..<$0) }
          .map { SlowStretch(places: start..<$0, words: Set(start..<$0)) }
      }
    case .any(let rules):
      return joined(rules.flatMap(stretches))
    case .all(let rules, let none):
      let found = rules.map(stretches)
      guard found.allSatisfy({ !$0.isEmpty }), none.allSatisfy({ stretches($0).isEmpty }) else {
        return []
      }
      return joined(found.flatMap(\.self))
    case .near(let left, let right, let most, let inOrder):
      var pairs: [SlowStretch] = []
      let rights = stretches(right)
      for one in stretches(left) {
        for other in rights where !one.places.overlaps(other.places) {
          let isBefore = one.places.upperBound <= other.places.lowerBound
          let (first, second) = isBefore ? (one, other) : (other, one)
          let between = second.places.lowerBound - first.places.upperBound
          guard between <= most, isBefore || !inOrder else { continue }
          pairs.append(
            SlowStretch(
              places: first.places.lowerBound..<second.places.upperBound,
              words: first.words.union(second.words)))
        }
      }
      return joined(pairs)
    }
  }

  /// Two results with one stretch are one, with the evidence of both.
  private func joined(_ stretches: [SlowStretch]) -> [SlowStretch] {
    var words: [Range<Int>: Set<Int>] = [:]
    for one in stretches { words[one.places, default: []].formUnion(one.words) }
    return words.map { SlowStretch(places: $0.key, words: $0.value) }
  }
}
