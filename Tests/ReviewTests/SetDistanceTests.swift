import Testing

@testable import Review

@Suite struct `Sets of codes` {
  /// Two sets with their Jaccard and MASI distance by hand: 1 − J · M, with M of 2/3 for a set in
  /// another and 1/3 for one across another (Passonneau 2006).
  struct Pair: Sendable {
    let one, other: Set<Int>
    let jaccard, masi: Double
  }

  private static let pairs = [
    Pair(one: [], other: [], jaccard: 0, masi: 0),
    Pair(one: [1], other: [], jaccard: 1, masi: 1),
    Pair(one: [1], other: [2], jaccard: 1, masi: 1),
    Pair(one: [1, 2], other: [2, 1], jaccard: 0, masi: 0),
    Pair(one: [1], other: [1, 2], jaccard: 0.5, masi: 2.0 / 3),
    Pair(one: [1, 2], other: [2, 3], jaccard: 2.0 / 3, masi: 8.0 / 9),
    Pair(one: [1, 2, 3], other: [1, 2], jaccard: 1.0 / 3, masi: 5.0 / 9),
  ]

  @Test(arguments: pairs) func `are as far apart as the papers say`(pair: Pair) {
    let distances: [(SetDistance, Double)] = [
      (.exact, pair.one == pair.other ? 0 : 1), (.jaccard, pair.jaccard), (.masi, pair.masi),
    ]
    for (distance, expected) in distances {
      #expect((distance(pair.one, pair.other) - expected).magnitude < 1e-12)
      #expect(distance(pair.one, pair.other) == distance(pair.other, pair.one))
    }
  }

  @Test func `have the alpha of their definition`() throws {
    var random = SeededRandom(seed: 6)
    for _ in 0..<50 {
      let units: [[Set<Int>?]] = (0..<8).map { _ in
        (0..<3).map { _ in
          random.next(below: 6) == 0
            ? nil : Set((0..<3).filter { _ in random.next(below: 2) == 0 })
        }
      }
      let sets = CodeSets(coders: ["a", "b", "c"], units: units) { "\($0)" }
      for distance in SetDistance.allCases {
        let expected = Self.slowAlpha(units) { distance($0, $1) }
        let value = try? sets.alpha(distance).get()
        #expect((value == nil) == (expected == nil))
        if let value, let expected { #expect((value - expected).magnitude < 1e-12) }
      }
    }
  }

  @Test func `have names made of their codes`() {
    let sets = CodeSets(coders: ["a", "b"], units: [[[2, 1], []]]) { ["", "een", "twee"][$0] }
    #expect(sets.ratings.categories.map(\.name) == ["", "een + twee"])
    #expect(sets.sets == [[], [1, 2]])
  }

  /// α pair by pair: Krippendorff (2011), without a matrix.
  private static func slowAlpha(
    _ units: [[Set<Int>?]], _ distance: (Set<Int>, Set<Int>) -> Double
  ) -> Double? {
    let pairable = units.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
    let values = pairable.flatMap { $0 }
    var (observed, expected) = (0.0, 0.0)
    for unit in pairable {
      for one in unit.indices {
        for other in unit.indices where other != one {
          observed += distance(unit[one], unit[other]) / Double(unit.count - 1)
        }
      }
    }
    for one in values.indices {
      for other in values.indices where other != one {
        expected += distance(values[one], values[other]) / Double(values.count - 1)
      }
    }
    return expected == 0 ? nil : 1 - observed / expected
  }
}
