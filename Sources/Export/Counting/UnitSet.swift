import CodingEngine
import Corpus

extension Unit {
  /// The measure that counts these units.
  var measure: Measure {
    switch self {
    case .word: .words
    case .sentence: .sentences
    case .turn: .turns
    case .transcript: .transcripts
    }
  }
}

/// A set of units of talk, numbered through all transcripts: sorted runs that do not touch.
struct UnitSet {
  let runs: [Range<Int>]
  let count: Int

  /// Unites runs in any order, also those that overlap.
  init(_ ranges: [Range<Int>]) {
    var runs: [Range<Int>] = []
    for range in ranges.sortedUnlessOrdered(by: { $0.lowerBound < $1.lowerBound })
    where !range.isEmpty {
      if let last = runs.last, range.lowerBound <= last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        runs.append(range)
      }
    }
    self.runs = runs
    count = runs.reduce(0) { $0 + $1.count }
  }
}

/// How many units any two of some sets share.
struct SharedUnits {
  private let size: Int
  private var counts: [Int]

  /// Goes once through the runs of all sets, in the order in which they begin, with those that have
  /// not ended yet at hand.
  ///
  /// - Complexity: O(*n* log *n* + *m*) in the runs and the pairs of runs that overlap.
  init(of sets: [UnitSet]) {
    size = sets.count
    counts = [Int](repeating: 0, count: size * size)
    for (index, set) in sets.enumerated() { counts[index * size + index] = set.count }
    var open: [(set: Int, end: Int)] = []
    for run in Self.inOrder(sets) {
      open.removeAll { $0.end <= run.start }
      for other in open {
        let shared = min(other.end, run.end) - run.start
        counts[run.set * size + other.set] += shared
        counts[other.set * size + run.set] += shared
      }
      open.append((run.set, run.end))
    }
  }

  /// The runs of all sets in the order of their starts, then of the sets.
  private static func inOrder(_ sets: [UnitSet]) -> [(set: Int, start: Int, end: Int)] {
    let runs = sets.indices.flatMap { set in
      sets[set].runs.map { (set: set, start: $0.lowerBound, end: $0.upperBound) }
    }
    // Numbers sort faster than what they stand for: the start above the place in the list.
    let order = runs.indices.map { runs[$0].start << 32 | $0 }.sorted()
    return order.map { runs[$0 & 0xFFFF_FFFF] }
  }

  /// How many units are in both sets; of a set with itself, how many it has.
  subscript(one: Int, other: Int) -> Int { counts[one * size + other] }
}

extension Talk {
  /// The units of one kind that carry a code by having a word in one of `places`.
  func units(_ unit: Unit, in places: [Place]) -> UnitSet {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(places.count)
    for place in places where place.hasWords {
      let turn = turns[place.turn]
      switch unit {
      case .word: ranges.append(shift(place.span.words, by: turn.words.lowerBound))
      case .sentence:
        ranges.append(shift(place.span.sentences, by: turn.sentences.lowerBound))
      case .turn: ranges.append(place.turn..<(place.turn + 1))
      case .transcript: ranges.append(turn.transcript..<(turn.transcript + 1))
      }
    }
    return UnitSet(ranges)
  }

  private func shift(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    (range.lowerBound + offset)..<(range.upperBound + offset)
  }
}
