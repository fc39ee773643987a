import CodingEngine

/// What people had to do with the codings that a place is made of.
struct Traces: OptionSet, Hashable {
  let rawValue: UInt8

  static let open = Traces(rawValue: 1)
  static let accepted = Traces(rawValue: 2)
  static let rejected = Traces(rawValue: 4)
  static let contested = Traces(rawValue: 8)
  static let unsure = Traces(rawValue: 16)
  static let hand = Traces(rawValue: 32)

  /// The traces of one coding.
  init(_ origin: Coding.Origin, _ status: Coding.Status) {
    let isByRules = origin == .rules
    var traces: Traces =
      switch status {
      case .open: isByRules ? .open : []
      case .accepted: .accepted
      case .rejected: .rejected
      case .contested: .contested
      case .unsure: .unsure
      }
    if !isByRules, status != .rejected { traces.insert(.hand) }
    self = traces
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// What the place as a whole is said to be; it is reviewed when all of it is.
  var standing: Standing {
    if contains(.contested) { return .contested }
    if contains(.hand) { return .hand }
    if self == .rejected { return .rejected }
    if contains(.open) { return .open }
    return contains(.unsure) ? .unsure : .accepted
  }

  /// Whether a part of it is there that no person has looked at: what `°` says.
  var isUnreviewed: Bool { standing == .open }
}

/// What tables stand on: places that rules propose, by what people said of them, and places by hand.
struct Standings {
  var proposed = 0
  var accepted = 0
  var rejected = 0
  var contested = 0
  var unsure = 0
  var open = 0
  var byHand = 0
  /// Codings whose words were found for the most part, and stand in no table.
  var uncertain = 0
  /// Codings whose words were not found, and stand in no table.
  var detached = 0
  /// Verdicts that left a coding where the rules propose none now.
  var idle = 0

  /// Adds what another code stands on.
  mutating func add(_ other: Standings) {
    proposed += other.proposed
    accepted += other.accepted
    rejected += other.rejected
    contested += other.contested
    unsure += other.unsure
    open += other.open
    byHand += other.byHand
  }

  /// Counts a place of proposals, of which parts may have been decided differently.
  mutating func add(_ traces: Traces) {
    proposed += 1
    if traces.contains(.contested) {
      contested += 1
    } else if traces == .rejected {
      rejected += 1
    } else if traces.contains(.open) {
      open += 1
    } else if traces.contains(.unsure) {
      unsure += 1
    } else {
      accepted += 1
    }
  }
}
