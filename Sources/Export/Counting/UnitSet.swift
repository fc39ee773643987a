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

/// How many units any two of some sets share.
struct SharedUnits {
  private let size: Int
  /// For each two sets one number, or two that are to be added.
  private let counts: [Int]

  private struct Run {
    let set, start, end: UInt32

    /// Adds the units in common with each of some runs in the row of `counts` that begins at `row`.
    @inline(__always)
    func addShared(
      with others: borrowing Span<Run>, to counts: inout MutableSpan<Int>, at row: Int
    ) {
      for index in others.indices {
        let other = others[index]
        let (start, end) = (max(other.start, start), min(other.end, end))
        if start < end { counts[row + Int(other.set)] &+= Int(end &- start) }
      }
    }
  }

  /// Goes once through the runs of all sets, roughly in the order in which they begin, with those
  /// that have not ended yet at hand.
  ///
  /// - Complexity: O(*n* + *m*) in the runs and the pairs of runs that begin or lie near each other.
  init(of sets: [UnitSet]) {
    size = sets.count
    var counts = [Int](repeating: 0, count: size * size)
    for (index, set) in sets.enumerated() { counts[index * size + index] = set.count }
    let (runs, stretch) = Self.inOrder(sets)
    var open: [Run] = []
    var last: UInt32 = 0
    for run in runs {
      if run.start >> stretch != last {
        last = run.start >> stretch
        open.removeAll { $0.end <= last << stretch }
      }
      var all = counts.mutableSpan
      run.addShared(with: open.span, to: &all, at: Int(run.set) * size)
      open.append(run)
    }
    self.counts = counts
  }

  /// The runs of all sets by the stretch of units in which they start, then by sets.
  ///
  /// - Returns: The runs, and the length of a stretch as a power of two: there are no more stretches
  ///   than runs.
  private static func inOrder(_ sets: [UnitSet]) -> (runs: [Run], stretch: UInt32) {
    let count = sets.reduce(0) { $0 + $1.runs.count }
    let limit = sets.reduce(0) { max($0, $1.runs.last?.upperBound ?? 0) }
    var stretch = 0
    while limit >> stretch > count { stretch += 1 }
    // Where the next run of each stretch goes.
    var next = [Int](repeating: 0, count: limit >> stretch + 2)
    for set in sets { for run in set.runs { next[run.lowerBound >> stretch + 1] += 1 } }
    for index in next.indices.dropFirst() { next[index] += next[index - 1] }
    var runs = [Run](repeating: Run(set: 0, start: 0, end: 0), count: count)
    for (index, set) in sets.enumerated() {
      for run in set.runs {
        let place = run.lowerBound >> stretch
        runs[next[place]] = Run(
          set: UInt32(index), start: UInt32(run.lowerBound), end: UInt32(run.upperBound))
        next[place] += 1
      }
    }
    return (runs, UInt32(stretch))
  }

  /// How many units are in both sets; of a set with itself, how many it has.
  subscript(one: Int, other: Int) -> Int {
    let count = counts[one * size + other]
    return one == other ? count : count + counts[other * size + one]
  }
}

extension Talk {
  /// The units of one kind that carry a code by having a word in one of `places`.
  func units(_ unit: Unit, in places: [Place]) -> UnitSet {
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
  fileprivate init(of places: [Place], _ units: (Place) -> Range<Int>) {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(places.count)
    for place in places where place.hasWords { ranges.append(units(place)) }
    self.init(ranges)
  }
}
