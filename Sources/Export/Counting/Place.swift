import CodingEngine
import Corpus

/// All codings of one code in one turn that touch, joined: the thing that tables count.
///
/// A single coding has the same shape; `joined` makes places of codings, whoever made them.
struct Place: Hashable {
  /// An index into the codebook's `codes`.
  var code: Int { Int(codeIndex) }
  /// An index into the turns of the talk.
  var turn: Int { Int(turnIndex) }
  /// Of the code's scale; `none` for a code without one.
  var level: Proposal.Level {
    switch levelIndex {
    case -1: .none
    case -2: .mixed
    default: .level(Int(levelIndex))
    }
  }
  private(set) var span: TurnSpan

  // Big studies have millions of places: each takes 44 bytes.
  private let codeIndex, turnIndex: UInt32
  private let levelIndex: Int16
  /// What people had to do with the codings it is made of.
  private(set) var traces: Traces

  init(
    code: Int, turn: Int, level: Proposal.Level, span: TurnSpan, traces: Traces = .open
  ) {
    self.traces = traces
    codeIndex = UInt32(code)
    turnIndex = UInt32(turn)
    levelIndex =
      switch level {
      case .none: -1
      case .mixed: -2
      case .level(let index): Int16(index)
      }
    self.span = span
  }

  /// Whether a unit around the place carries the code: a place of signs and brackets alone has no
  /// word that could.
  var hasWords: Bool { !span.words.isEmpty }

  fileprivate func touches(_ other: Place) -> Bool {
    turnIndex == other.turnIndex && levelIndex == other.levelIndex && span.touches(other.span)
  }

  fileprivate mutating func join(_ other: Place) {
    span = span.joined(with: other.span)
    traces.formUnion(other.traces)
  }

  /// The places that remain of codings of one code when those that touch are joined, level by level.
  ///
  /// - Returns: Places in the order of turns, then of their words, then of levels.
  static func joined(_ codings: [Place]) -> [Place] {
    let inOrder = codings.sortedUnlessOrdered {
      if $0.turnIndex != $1.turnIndex { return $0.turnIndex < $1.turnIndex }
      return ($0.level.rank, $0.span.row.lowerBound, $0.span.row.upperBound)
        < ($1.level.rank, $1.span.row.lowerBound, $1.span.row.upperBound)
    }
    return inOrder.joinedNeighbours().sortedUnlessOrdered {
      if $0.turnIndex != $1.turnIndex { return $0.turnIndex < $1.turnIndex }
      return ($0.span.row.lowerBound, $0.span.row.upperBound, $0.level.rank)
        < ($1.span.row.lowerBound, $1.span.row.upperBound, $1.level.rank)
    }
  }
}

extension [Place] {
  /// Joins those that touch the one before; the same array where none does, as is mostly so.
  fileprivate func joinedNeighbours() -> [Place] {
    guard indices.dropFirst().contains(where: { self[$0 - 1].touches(self[$0]) }) else {
      return self
    }
    var places: [Place] = []
    places.reserveCapacity(count)
    for place in self {
      if let last = places.last, last.touches(place) {
        places[places.count - 1].join(place)
      } else {
        places.append(place)
      }
    }
    return places
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

/// The places of every code of a codebook.
struct Places {
  /// The places of each code alone.
  let own: [[Place]]
  /// The places of each code when its own codings and those of the codes under it are joined.
  let all: [[Place]]

  /// Joins codings, given code by code, in any order.
  ///
  /// A level belongs to one code's scale: what comes up from below stands on no level.
  init(joining codings: [[Place]], of codebook: Codebook) {
    let own = codings.map(Place.joined)
    self.own = own
    all = codings.indices.map { code in
      let below = codebook.descendants(of: code)
      if below.isEmpty { return own[code] }
      return Place.joined(
        codings[code]
          + codings[below].joined().map {
            Place(code: code, turn: $0.turn, level: .none, span: $0.span, traces: $0.traces)
          })
    }
  }
}

extension Proposal.Level {
  /// Levels from low to high, then mixed, then none.
  var rank: Int {
    switch self {
    case .level(let index): index
    case .mixed: Int.max - 1
    case .none: Int.max
    }
  }
}
