import CodingEngine
import Corpus

/// All codings of one code in one turn that touch, joined: the thing that tables count.
///
/// A single coding has the same shape; `joined` makes places of codings, whoever made them.
struct Place: Hashable {
  /// An index into the codebook's `codes`.
  let code: Int
  /// An index into the turns of the talk.
  let turn: Int
  /// Of the code's scale; `none` for a code without one.
  let level: Proposal.Level
  private(set) var span: TurnSpan

  /// Whether a unit around the place carries the code: a place of signs and brackets alone has no
  /// word that could.
  var hasWords: Bool { !span.words.isEmpty }

  /// The places that remain of codings of one code when those that touch are joined, level by level.
  ///
  /// - Returns: Places in the order of turns, then of their words, then of levels.
  static func joined(_ codings: [Place]) -> [Place] {
    let inOrder = codings.sorted {
      ($0.turn, $0.level.rank, $0.span.row.lowerBound, $0.span.row.upperBound)
        < ($1.turn, $1.level.rank, $1.span.row.lowerBound, $1.span.row.upperBound)
    }
    var places: [Place] = []
    for coding in inOrder {
      if let last = places.last, last.turn == coding.turn, last.level == coding.level,
        last.span.touches(coding.span)
      {
        places[places.count - 1].span = last.span.joined(with: coding.span)
      } else {
        places.append(coding)
      }
    }
    return places.sorted {
      ($0.turn, $0.span.row.lowerBound, $0.span.row.upperBound, $0.level.rank)
        < ($1.turn, $1.span.row.lowerBound, $1.span.row.upperBound, $1.level.rank)
    }
  }
}

/// The places of every code of a codebook.
struct Places {
  /// The places of each code alone.
  let own: [[Place]]
  /// The places of each code when its own codings and those of the codes under it are joined.
  let all: [[Place]]

  /// Joins codings of the codes of `codebook`, in any order.
  ///
  /// A level belongs to one code's scale: what comes up from below stands on no level.
  init(joining codings: [Place], of codebook: Codebook) {
    var byCode = [[Place]](repeating: [], count: codebook.codes.count)
    var withBelow = byCode
    for coding in codings {
      byCode[coding.code].append(coding)
      for ancestor in codebook.ancestors(of: coding.code) {
        withBelow[ancestor].append(
          Place(code: ancestor, turn: coding.turn, level: .none, span: coding.span))
      }
    }
    own = byCode.map(Place.joined)
    all = byCode.indices.map { Place.joined(byCode[$0] + withBelow[$0]) }
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
