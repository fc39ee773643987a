/// What there is to say of a word of a rule, while its signs are written down in plain typography:
/// without hyphens and apostrophes at the edges.
struct RuleWord {
  /// Where it begins in the plain text.
  let start: Int
  private(set) var letters = 0
  private(set) var hasWildcard = false
  /// Whether two hyphens or apostrophes stand in a row.
  private(set) var hasDoubleJoiner = false
  /// How many hyphens and apostrophes stand at the end.
  private var joiners = 0

  init(at start: Int) { self.start = start }

  /// Adds ASCII letters.
  @inline(__always)
  mutating func add(letters bytes: ArraySlice<UInt8>, to plain: inout [UInt8]) {
    plain += bytes
    letters += bytes.count
    if joiners > 1 { hasDoubleJoiner = true }
    joiners = 0
  }

  /// Adds one sign.
  mutating func add(_ sign: RuleSign, _ bytes: ArraySlice<UInt8>, to plain: inout [UInt8]) {
    switch sign {
    case .hyphen, .apostrophe:
      guard plain.count > start else { return }
      plain.append(sign == .hyphen ? UInt8(ascii: "-") : UInt8(ascii: "'"))
      joiners += 1
    case .letter, .digit, .mark, .wildcard:
      add(letters: bytes, to: &plain)
      letters += (sign == .letter || sign == .digit ? 1 : 0) - bytes.count
      if sign == .wildcard { hasWildcard = true }
    case .dropped, .quote, .blank, .other: return
    }
  }

  /// Takes what joins nothing off the end.
  mutating func close(_ plain: inout [UInt8]) {
    plain.removeLast(joiners)
    joiners = 0
  }
}
