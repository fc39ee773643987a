import CodingEngine
import Corpus
import Testing

/// The same numbers for the same seed (Vigna's SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `A rule written out and read again` {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `is the same rule`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let rule = Self.rule(depth: 4, allowsVeto: true, &generator)
      let text = Self.text(rule, isInside: false)
      let read = RuleLine.read(text, path: "rule")
      #expect(read.value?.rule == rule, "\(text)")
    }
  }

  private static func text(_ rule: Rule, isInside: Bool) -> String {
    let bare =
      switch rule {
      case .phrase(let phrase): text(phrase)
      case .any(let rules): rules.map { text($0, isInside: true) }.joined(separator: ", ")
      case .all(let rules, let none):
        rules.map { text($0, isInside: true) }.joined(separator: " AND ")
          + none.map { " NOT " + text($0, isInside: true) }.joined()
      case .near(let left, let right, let words, let inOrder):
        text(left, isInside: true) + (inOrder ? " THEN/" : " NEAR/") + "\(words) "
          + text(right, isInside: true)
      }
    if case .phrase = rule { return bare }
    return isInside ? "(\(bare))" : bare
  }

  private static func text(_ phrase: Phrase) -> String {
    let words = phrase.words.map { word in
      switch word {
      case .any: "*"
      case .glob(let glob): glob
      }
    }
    return (phrase.isExact ? "=" : "") + "\"" + words.joined(separator: " ") + "\""
  }

  private static func rule(
    depth: Int, allowsVeto: Bool, _ generator: inout SeededGenerator
  ) -> Rule {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<5, using: &generator)
    let part = { (allowsVeto: Bool, generator: inout SeededGenerator) in
      rule(depth: depth - 1, allowsVeto: allowsVeto, &generator)
    }
    switch kind {
    case 1:
      return .any(
        (0..<Int.random(in: 2...4, using: &generator)).map { _ in part(allowsVeto, &generator) })
    case 2 where allowsVeto:
      let count = Int.random(in: 1...3, using: &generator)
      let none = Int.random(in: count == 1 ? 1...2 : 0...2, using: &generator)
      return .all(
        (0..<count).map { _ in part(true, &generator) },
        none: (0..<none).map { _ in part(true, &generator) })
    case 3:
      return .near(
        part(false, &generator), part(false, &generator),
        words: Int.random(in: 0...99, using: &generator), inOrder: Bool.random(using: &generator))
    default: return .phrase(phrase(&generator))
    }
  }

  private static func phrase(_ generator: inout SeededGenerator) -> Phrase {
    let globs = [
      "zorg*", "OR", "NEAR", "zo'n", "vve-lijn", "g?zin", "café", "ĳs", "中文", "*er", "24",
    ]
    let count = Int.random(in: 1...3, using: &generator)
    var words = (0..<count).map { _ in
      Int.random(in: 0..<4, using: &generator) == 0
        ? PhraseWord.any : .glob(globs.randomElement(using: &generator) ?? "zorg")
    }
    words[0] = .glob(globs.randomElement(using: &generator) ?? "zorg")
    return Phrase(words: words, isExact: Bool.random(using: &generator))
  }
}
