import Corpus

extension CodeReader {
  /// Reads a rule in backticks, or without; nil when there is a fault in it.
  mutating func readMatch(_ text: PlacedText, _ name: CodeField.Name) -> Code.Match? {
    guard let bare = withoutBackticks(text) else { return nil }
    let read = RuleParser.read(RuleSource(text: bare, path: path))
    diagnostics += read.diagnostics
    guard let line = read.value else { return nil }
    var level: Int?
    if let written = line.level {
      if name == .except {
        fail(written.position, "an except has no level", fix: "take the arrow out")
      } else {
        level = index(ofLevel: written.id, at: written.position)
      }
    }
    let start = bare.trimming(bare.bytes.indices).lowerBound
    return Code.Match(
      rule: line.rule, source: line.source, level: level, position: bare.position(at: start))
  }

  /// Blanks in the place of the two backticks, so that columns stay.
  private mutating func withoutBackticks(_ text: PlacedText) -> PlacedText? {
    let tick = UInt8(ascii: "`")
    let bytes = text.bytes
    guard bytes.first == tick else {
      if bytes.last == tick {
        fail(
          text.position(at: bytes.count - 1), "this backtick has no partner",
          fix: "write one before the rule too")
        return nil
      }
      if bytes.count(where: { $0 == UInt8(ascii: "*") }) > 1 {
        warn(
          text.position(at: 0), "in print, the asterisks of this rule would make it slanted",
          fix: "put the rule between two backticks")
      }
      return text
    }
    guard let last = bytes.lastIndex(of: tick), last > 0 else {
      fail(
        text.position(at: 0), "this backtick has no partner", fix: "write one after the rule too")
      return nil
    }
    if let inner = (1..<last).first(where: { bytes[$0] == tick && isStray($0, in: text) }) {
      fail(
        text.position(at: inner), "a rule stands in one pair of backticks", fix: "take this one out"
      )
      return nil
    }
    var bare = text
    bare.blankOut(0)
    bare.blankOut(last)
    return checkEnd(text, after: last) ? bare : nil
  }

  /// Whether nothing but an arrow follows the closing backtick.
  private mutating func checkEnd(_ text: PlacedText, after last: Int) -> Bool {
    let rest = text.trimming(last + 1..<text.bytes.count)
    if rest.isEmpty || text.endOfArrow(at: rest.lowerBound) != nil { return true }
    fail(
      text.position(at: rest.lowerBound), "only an arrow can follow the closing backtick",
      fix: "put the backtick at the end of the rule")
    return false
  }

  /// Whether there is a backtick that is no apostrophe inside a word.
  private func isStray(_ index: Int, in text: PlacedText) -> Bool {
    let isLetter = { (index: Int) in [.letter, .digit, .mark].contains(text.sign(at: index).sign) }
    let before = text.bytes[..<index].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return !isLetter(before) || !isLetter(index + 1)
  }

  /// Reads an example, with the level after its arrow where the code has a scale.
  mutating func readExample(_ text: PlacedText, _ name: CodeField.Name) -> Code.Example {
    let position = text.position(at: 0)
    let whole = Code.Example(text: text.string, level: nil, position: position)
    guard let arrow = lastArrow(text) else { return whole }
    let rest = text.trimming(arrow.upperBound..<text.bytes.count)
    let id = text.string(rest)
    let place = text.position(at: rest.isEmpty ? arrow.lowerBound : rest.lowerBound)
    // Only where a level is due is any other arrow a fault: people say such things in transcripts.
    let isLevelDue = name == .example && hasScale
    if !isLevelDue, !CodeID.isWellFormed(id) { return whole }
    if id.isEmpty {
      fail(place, "no level stands after this arrow", fix: "write one, or take the arrow out")
      return whole
    }
    guard name == .example else {
      fail(
        place, "a counterexample has no level, since it must not get the code",
        fix: "take the arrow out, or write example")
      return whole
    }
    let words = text.string(0..<arrow.lowerBound)
    if words.isEmpty {
      fail(position, "there is no example before this arrow", fix: "write one")
    }
    return Code.Example(text: words, level: index(ofLevel: id, at: place), position: position)
  }

  private func lastArrow(_ text: PlacedText) -> Range<Int>? {
    for index in text.bytes.indices.reversed() {
      if let end = text.endOfArrow(at: index) { return index..<end }
    }
    return nil
  }
}
