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

  /// The same for a code above its own: a level belongs to one code's scale, so it stands on none.
  func lifted(to code: Int) -> Place {
    Place(code: code, turn: turn, level: .none, span: span, traces: traces)
  }

  func isIn(turnOf other: Place) -> Bool { turnIndex == other.turnIndex }

  func precedesInTurns(_ other: Place) -> Bool { turnIndex < other.turnIndex }

  /// Whether two places of one turn overlap or have nothing between them, on one level.
  func touches(_ other: Place) -> Bool {
    levelIndex == other.levelIndex && span.touches(other.span)
  }

  /// Whether another place of the turn comes later on the same level, with something in between.
  func isOnLevelBefore(_ other: Place) -> Bool {
    levelIndex == other.levelIndex && span.row.upperBound < other.span.row.lowerBound
  }

  /// Levels from low to high, then mixed, then none.
  var rank: UInt16 { UInt16(bitPattern: levelIndex) }

  /// Where it begins in the turn's row, then where it ends.
  var row: UInt64 { UInt64(span.row.lowerBound) << 32 | UInt64(span.row.upperBound) }

  mutating func join(_ other: Place) {
    span = span.joined(with: other.span)
    traces.formUnion(other.traces)
  }
}

/// The places of every code of a codebook.
struct Places {
  /// The places of each code alone.
  let own: [[Place]]
  /// The places of each code when its own codings and those of the codes under it are joined.
  let all: [[Place]]
}
