/// A word of a rule in plain typography, with what there is to say against it.
struct RuleWord {
  /// Plain typography, no hyphens or apostrophes at the edges.
  let glob: String
  let letters: Int
  let hasWildcard: Bool
  /// Whether two hyphens or apostrophes stand in a row.
  let hasDoubleJoiner: Bool

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var plain: [Unicode.Scalar] = []
    var letters = 0
    for scalar in scalars {
      switch RuleSign(scalar) {
      case .hyphen: plain.append("-")
      case .apostrophe: plain.append("'")
      case .dropped, .quote, .blank, .other: continue
      case .letter, .digit:
        letters += 1
        plain.append(scalar)
      case .mark, .wildcard: plain.append(scalar)
      }
    }
    let isJoiner = { (scalar: Unicode.Scalar) in scalar == "-" || scalar == "'" }
    while let last = plain.last, isJoiner(last) { plain.removeLast() }
    if let first = plain.first, isJoiner(first) { plain = Array(plain.drop(while: isJoiner)) }
    glob = String(scalars: plain)
    self.letters = letters
    hasWildcard = plain.contains { $0 == "*" || $0 == "?" }
    hasDoubleJoiner = zip(plain, plain.dropFirst()).contains { isJoiner($0) && isJoiner($1) }
  }
}
