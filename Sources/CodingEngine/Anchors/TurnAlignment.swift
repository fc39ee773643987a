/// Which turns of a version of a transcript are which turns of its present text.
///
/// Turns are told by the digests of label and text. A digest that stands once on both sides says
/// which turn it is, wherever it went; between such turns the same holds for what is left; then equal
/// neighbours of aligned turns are aligned. Where nothing tells two turns apart, none is aligned.
struct TurnAlignment {
  /// For each old turn the new turn with its digest; nil when it was changed, or is gone.
  private(set) var same: [Int?]
  /// For each new turn the old turn with its digest; nil when it is new, or was changed.
  private(set) var old: [Int?]
  private let newCount: Int
  /// The new turns that are nobody's.
  private var isFree: [Bool]

  init(_ old: [UInt32], _ new: [UInt32]) {
    same = [Int?](repeating: nil, count: old.count)
    isFree = [Bool](repeating: true, count: new.count)
    newCount = new.count
    self.old = [Int?](repeating: nil, count: new.count)
    alignUnique(old, new, 0..<old.count, Array(0..<new.count))
    for (first, last) in gaps() where !first.isEmpty && !last.isEmpty {
      alignUnique(old, new, first, last)
    }
    for (first, last) in gaps() { alignEqualGap(old, new, first, last) }
    for (turn, place) in same.enumerated() { if let place { self.old[place] = turn } }
  }

  /// Where an old turn must be sought: the new turns between the neighbours that are aligned.
  ///
  /// - Returns: One turn when as many were there as are there now, else all that came between.
  func candidates(for turn: Int) -> [Int] {
    if let turn = same[turn] { return [turn] }
    let (old, new) = gap(around: turn)
    return old.count == new.count ? [new[turn - old.lowerBound]] : new
  }

  /// Whether an aligned turn still stands between the aligned turns that stood around it.
  func isInOrder(_ turn: Int) -> Bool {
    guard let place = same[turn] else { return false }
    let before = same[..<turn].last { $0 != nil } ?? nil
    let after = same[(turn + 1)...].first { $0 != nil } ?? nil
    return before ?? -1 < place && place < after ?? newCount
  }

  /// Aligns turns whose digest stands once in both ranges.
  private mutating func alignUnique(
    _ old: [UInt32], _ new: [UInt32], _ oldTurns: Range<Int>, _ newTurns: [Int]
  ) {
    var places: [UInt32: (old: Int, new: Int)] = [:]
    for turn in oldTurns where same[turn] == nil {
      places[old[turn]] = (places[old[turn]] == nil ? turn : -1, -2)
    }
    for turn in newTurns where isFree[turn] {
      guard let place = places[new[turn]] else { continue }
      places[new[turn]] = (place.old, place.new == -2 ? turn : -1)
    }
    for place in places.values where place.old >= 0 && place.new >= 0 {
      same[place.old] = place.new
      isFree[place.new] = false
    }
  }

  /// Aligns turns in a row that are equal one for one.
  private mutating func alignEqualGap(
    _ old: [UInt32], _ new: [UInt32], _ oldTurns: Range<Int>, _ newTurns: [Int]
  ) {
    guard old[oldTurns].elementsEqual(newTurns.map { new[$0] }) else { return }
    for (first, second) in zip(oldTurns, newTurns) {
      same[first] = second
      isFree[second] = false
    }
  }

  /// The rows of old turns that are not aligned, each with the new turns between the same neighbours.
  private func gaps() -> [(old: Range<Int>, new: [Int])] {
    var gaps: [(old: Range<Int>, new: [Int])] = []
    var turn = 0
    while turn < same.count {
      if same[turn] == nil {
        gaps.append(gap(around: turn))
        turn = gaps[gaps.count - 1].old.upperBound
      } else {
        turn += 1
      }
    }
    return gaps
  }

  private func gap(around turn: Int) -> (old: Range<Int>, new: [Int]) {
    var (first, last) = (turn, turn + 1)
    while first > 0, same[first - 1] == nil { first -= 1 }
    while last < same.count, same[last] == nil { last += 1 }
    let before = first > 0 ? same[first - 1].map { $0 + 1 } ?? 0 : 0
    let after = last < same.count ? same[last] ?? newCount : newCount
    // Neighbours that changed places have nothing between them that could be told.
    return (first..<last, before < after ? (before..<after).filter { isFree[$0] } : [])
  }
}
