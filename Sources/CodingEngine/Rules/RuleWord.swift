/// A word of a rule in plain typography, with what there is to say against it.
struct RuleWord {
  /// Plain typography, no hyphens or apostrophes at the edges.
  let glob: String
  let letters: Int
  let hasWildcard: Bool
  /// Whether two hyphens or apostrophes stand in a row.
  let hasDoubleJoiner: Bool

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    let isWrittenPlainly = scalars.allSatisfy { $0.isASCII && $0 != "`" }
    let plain = Self.trimmed(isWrittenPlainly ? scalars : Self.plain(scalars)[...])
    var letters = 0
    var hasWildcard = false
    var hasDoubleJoiner = false
    var wasJoiner = false
    for scalar in plain {
      switch RuleSign(scalar) {
      case .letter, .digit: letters += 1
      case .wildcard: hasWildcard = true
      default: break
      }
      if wasJoiner, Self.isJoiner(scalar) { hasDoubleJoiner = true }
      wasJoiner = Self.isJoiner(scalar)
    }
    glob = String(scalars: plain)
    self.letters = letters
    self.hasWildcard = hasWildcard
    self.hasDoubleJoiner = hasDoubleJoiner
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "'" }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = scalars
    while let last = rest.last, isJoiner(last) { rest.removeLast() }
    while let first = rest.first, isJoiner(first) { rest.removeFirst() }
    return rest
  }

  /// The signs of words, in plain typography.
  private static func plain(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.compactMap { scalar in
      switch RuleSign(scalar) {
      case .hyphen: "-"
      case .apostrophe: "'"
      case .dropped, .quote, .blank, .other: nil
      case .letter, .digit, .mark, .wildcard: scalar
      }
    }
  }
}
