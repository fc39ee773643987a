import CodingEngine
import Corpus

/// The stretches of talk in which two codes can meet.
public enum Unit: String, Sendable, Hashable, CaseIterable {
  case word
  case sentence
  case turn
  case transcript

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
  private let runs: [Range<Int>]
  let count: Int

  /// Unites runs in any order, also those that overlap.
  init(_ ranges: [Range<Int>]) {
    var runs: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = runs.last, range.lowerBound <= last.upperBound {
        runs[runs.count - 1] =
          last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        runs.append(range)
      }
    }
    self.runs = runs
    count = runs.reduce(0) { $0 + $1.count }
  }

  /// How many units are in both sets.
  ///
  /// - Complexity: O(*n* + *m*) in the runs.
  func countShared(with other: UnitSet) -> Int {
    var shared = 0
    var (mine, theirs) = (0, 0)
    while mine < runs.count, theirs < other.runs.count {
      let (one, two) = (runs[mine], other.runs[theirs])
      shared += Swift.max(
        0, Swift.min(one.upperBound, two.upperBound) - Swift.max(one.lowerBound, two.lowerBound))
      if one.upperBound < two.upperBound { mine += 1 } else { theirs += 1 }
    }
    return shared
  }
}

extension Talk {
  /// The units of one kind that carry a code by having a word in one of `places`.
  func units(_ unit: Unit, in places: [Place]) -> UnitSet {
    UnitSet(
      places.lazy.filter(\.hasWords).map { place in
        let turn = turns[place.turn]
        switch unit {
        case .word: return shift(place.span.words, by: turn.words.lowerBound)
        case .sentence: return shift(place.span.sentences, by: turn.sentences.lowerBound)
        case .turn: return place.turn..<(place.turn + 1)
        case .transcript: return turn.transcript..<(turn.transcript + 1)
        }
      })
  }

  private func shift(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    (range.lowerBound + offset)..<(range.upperBound + offset)
  }
}
