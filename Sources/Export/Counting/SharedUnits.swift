import CodingEngine
public import Corpus

/// How many units any two of some sets share.
public struct SharedUnits: Sendable {
  private let size: Int
  /// For each two sets one number, or two that are to be added.
  private var counts: [Int]

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

  /// Adds what as many other sets share that have none of these units.
  mutating func add(_ other: SharedUnits) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// How many units are in both sets; of a set with itself, how many it has.
  @inline(__always)
  subscript(one: Int, other: Int) -> Int {
    let count = counts[one * size + other]
    return one == other ? count : count + counts[other * size + one]
  }
}

extension Talk {
  /// What the codes of the tables have in common.
  func sharedUnits(_ unit: Unit) -> SharedUnits { sharedUnits(unit, in: turns.indices) }

  /// What the codes of the tables have in common, counted on two threads.
  ///
  /// - Parameter unit: Of what kind.
  /// - Returns: The units that each two of the codes share.
  public func sharedUnits(by unit: Unit) async -> SharedUnits {
    let middle = firstTurns.isEmpty ? 0 : firstTurns[firstTurns.count / 2]
    let parts = await concurrently(
      [0..<middle, middle..<turns.count].map { turns in { sharedUnits(unit, in: turns) } })
    var sum = parts[0]
    for part in parts.dropFirst() { sum.add(part) }
    return sum
  }

  /// The same in some turns.
  func sharedUnits(_ unit: Unit, in turns: Range<Int>) -> SharedUnits {
    SharedUnits(
      of: codes.map { code in
        let places = places.all[code]
        return units(unit, in: places[places.range(of: turns)])
      })
  }
}
