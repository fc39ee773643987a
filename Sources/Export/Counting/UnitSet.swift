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
  init(_ ranges: consuming [Range<Int>]) {
    var runs = ranges.sortedUnlessOrdered { $0.lowerBound < $1.lowerBound }
    var (end, count) = (0, 0)
    for index in runs.indices where !runs[index].isEmpty {
      var run = runs[index]
      if end > 0, run.lowerBound <= runs[end - 1].upperBound {
        end -= 1
        count -= runs[end].count
        run = runs[end].lowerBound..<max(runs[end].upperBound, run.upperBound)
      }
      runs[end] = run
      count += run.count
      end += 1
    }
    runs.removeSubrange(end...)
    self.runs = runs
    self.count = count
  }
}

extension Talk {
  /// The units of one kind that carry a code by having a word in one of `places`.
  func units(_ unit: Unit, in places: some Collection<Place>) -> UnitSet {
    switch unit {
    case .word:
      UnitSet(of: places) { shift($0.span.words, by: turns[$0.turn].words.lowerBound) }
    case .sentence:
      UnitSet(of: places) { shift($0.span.sentences, by: turns[$0.turn].sentences.lowerBound) }
    case .turn: UnitSet(of: places) { $0.turn..<($0.turn + 1) }
    case .transcript:
      UnitSet(of: places) { place in
        let transcript = turns[place.turn].transcript
        return transcript..<(transcript + 1)
      }
    }
  }

  private func shift(_ range: Range<Int>, by offset: Int) -> Range<Int> {
    (range.lowerBound + offset)..<(range.upperBound + offset)
  }
}

extension UnitSet {
  /// Unites what `units` says of each place with a word.
  @inline(__always)
  fileprivate init(of places: some Collection<Place>, _ units: (Place) -> Range<Int>) {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(places.count)
    for place in places where place.hasWords { ranges.append(units(place)) }
    self.init(ranges)
  }
}
