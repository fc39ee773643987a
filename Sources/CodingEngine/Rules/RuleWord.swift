import Corpus

/// A word of a rule in plain typography, with what there is to say against it.
struct RuleWord {
  /// UTF-8 without hyphens and apostrophes at the edges; empty while it is as written.
  private(set) var plain: [UInt8] = []
  private(set) var letters = 0
  private(set) var hasWildcard = false
  /// Whether two hyphens or apostrophes stand in a row.
  private(set) var hasDoubleJoiner = false

  init() {}

  /// Adds a sign that is as plain as can be; says whether it is.
  @inline(__always)
  mutating func add(_ byte: UInt8) -> Bool {
    if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
      letters += 1
      return true
    }
    guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") else { return false }
    hasWildcard = true
    return true
  }

  /// Makes a word of any signs.
  init(_ text: PlacedText, _ range: Range<Int>) {
    /// How many hyphens and apostrophes stand at the end.
    var joiners = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (sign, end) = text.sign(at: index)
      switch sign {
      case .hyphen, .apostrophe:
        if plain.isEmpty { break }
        plain.append(sign == .hyphen ? UInt8(ascii: "-") : UInt8(ascii: "'"))
        joiners += 1
      case .letter, .digit, .mark, .wildcard:
        if sign == .letter || sign == .digit { letters += 1 }
        if sign == .wildcard { hasWildcard = true }
        if joiners > 1 { hasDoubleJoiner = true }
        joiners = 0
        plain += text.bytes[index..<end]
      case .dropped, .quote, .blank, .other: break
      }
      index = end
    }
    plain.removeLast(joiners)
  }
}
