import CodingEngine

extension NastyWords {
  /// A code with a few lines.
  mutating func code() -> EngineCase.PlainCode {
    let hasScale = chance(1, of: 3)
    let matches = (0..<pick([1, 1, 2, 3], or: 1)).map { _ in
      EngineCase.Line(
        rule: rule(depth: 3, allowsVeto: true),
        level: hasScale && chance(3, of: 4) ? pick([0, 0, 1, 2], or: 0) : nil)
    }
    let exceptions = (0..<pick([0, 0, 0, 1, 2], or: 0)).map { _ in
      EngineCase.Line(rule: rule(depth: 1, allowsVeto: true), level: nil)
    }
    return EngineCase.PlainCode(
      matches: matches, exceptions: exceptions,
      unit: pick([.sentence, .sentence, .sentence, .turn], or: .sentence),
      looksThroughTurn: chance(1, of: 4),
      speakers: pick(
        [
          .all, .all, .participants, .roles(["pedagogisch medewerker"]),
          .roles(["MODERATOR", "leerkracht"]),
        ],
        or: .all))
  }

  mutating func rule(depth: Int, allowsVeto: Bool) -> Rule {
    guard depth > 0, chance(2, of: 3) else { return .phrase(phrase()) }
    if chance(1, of: 3) {
      return .any(
        (0..<pick([2, 3], or: 2)).map { _ in rule(depth: depth - 1, allowsVeto: allowsVeto) })
    }
    if allowsVeto, chance(1, of: 2) {
      let all = (0..<pick([1, 2], or: 1)).map { _ in rule(depth: depth - 1, allowsVeto: true) }
      let none = (0..<pick(all.count == 1 ? [1, 2] : [0, 1], or: 1)).map { _ in
        rule(depth: depth - 1, allowsVeto: true)
      }
      return .all(all, none: none)
    }
    return .near(
      rule(depth: depth - 1, allowsVeto: false), rule(depth: depth - 1, allowsVeto: false),
      words: pick([0, 0, 1, 2, 3, 8, 99], or: 1), inOrder: chance(1, of: 3))
  }

  mutating func phrase() -> Phrase {
    var words = (0..<pick([1, 1, 1, 1, 2, 2, 3, 4], or: 1)).map { _ in PhraseWord.glob(glob()) }
    if words.count > 1, chance(1, of: 4) {
      words[pick([0, 1, words.count - 1], or: 0)] = .any
    }
    if words.allSatisfy({ $0 == .any }) { words = [.glob(glob())] }
    return Phrase(words: words, isExact: chance(1, of: 6))
  }

  /// A word of a phrase, perhaps with hyphens and wildcards.
  private mutating func glob() -> String {
    var glob = word()
    for _ in 0..<pick([0, 0, 0, 1, 1, 2], or: 0) { glob += (chance(4, of: 5) ? "-" : "") + word() }
    if chance(1, of: 3) {
      var letters = Array(glob.unicodeScalars)
      for _ in 0..<pick([1, 1, 2], or: 1) {
        let index = pick(Array(0...letters.count), or: 0)
        switch pick([0, 1, 2, 3], or: 0) {
        case 0: letters.insert("*", at: index)
        case 1: letters.insert("?", at: index)
        case 2: letters.replaceSubrange(index..., with: ["*"])
        default: if index < letters.count, letters[index] != "-" { letters[index] = "?" }
        }
      }
      var view = String.UnicodeScalarView()
      // An accent that lost its letter would be no pattern that the rule reader lets through.
      for scalar in letters
      where !(SlowSign(scalar) == .mark && "*?-".unicodeScalars.contains(view.last ?? "-")) {
        view.append(scalar)
      }
      let isWord = view.contains { [.letter, .digit].contains(SlowSign($0)) }
      if isWord { glob = String(view) }
    }
    return chance(1, of: 8) ? glob.uppercased() : glob
  }
}
