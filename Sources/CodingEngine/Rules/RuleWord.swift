/// A word of a rule in plain typography, with what there is to say against it.
struct RuleWord {
  /// Plain typography, no hyphens or apostrophes at the edges.
  let glob: String
  let letters: Int
  let hasWildcard: Bool
  /// Whether two hyphens or apostrophes stand in a row.
  let hasDoubleJoiner: Bool

  /// Makes a word of its signs; `plain` is kept for its memory only.
  init(_ scalars: borrowing Span<Unicode.Scalar>, _ plain: inout [UInt8]) {
    plain.removeAll(keepingCapacity: true)
    var letters = 0
    var hasWildcard = false
    var hasDoubleJoiner = false
    /// How many hyphens and apostrophes stand at the end.
    var joiners = 0
    for index in scalars.indices {
      let sign = RuleSign(scalars[index])
      switch sign {
      case .hyphen, .apostrophe:
        guard !plain.isEmpty else { continue }
        plain.append(sign == .hyphen ? UInt8(ascii: "-") : UInt8(ascii: "'"))
        joiners += 1
      case .letter, .digit, .mark, .wildcard:
        if sign == .letter || sign == .digit { letters += 1 }
        if sign == .wildcard { hasWildcard = true }
        if joiners > 1 { hasDoubleJoiner = true }
        joiners = 0
        if scalars[index].isASCII {
          plain.append(UInt8(truncatingIfNeeded: scalars[index].value))
        } else {
          plain += scalars[index].utf8
        }
      case .dropped, .quote, .blank, .other: continue
      }
    }
    plain.removeLast(joiners)
    glob = String(decoding: plain, as: UTF8.self)
    self.letters = letters
    self.hasWildcard = hasWildcard
    self.hasDoubleJoiner = hasDoubleJoiner
  }
}
