import Corpus

extension CodeReader {
  /// Reads `laag < midden "in het midden" < hoog`; nil when there is a fault in it.
  mutating func readScale(_ text: PlacedText) -> [Code.Level]? {
    let before = diagnostics.count
    var levels: [Code.Level] = []
    var seen: Set<String> = []
    let parts = parts(of: text, at: UInt8(ascii: "<"))
    guard parts.count > 1 else {
      fail(
        text.position(at: 0), "a scale has at least two levels",
        fix: "write them from low to high, as in laag < midden < hoog")
      return nil
    }
    for range in parts {
      guard let level = readLevel(text, range) else { continue }
      if !seen.insert(level.id).inserted {
        fail(
          text.position(at: range.lowerBound), "the level \"\(level.id)\" stands here twice",
          fix: "keep one of them")
      }
      levels.append(level)
    }
    return diagnostics.count == before ? levels : nil
  }

  private mutating func readLevel(_ text: PlacedText, _ range: Range<Int>) -> Code.Level? {
    let idEnd = range.first { text.sign(at: $0).sign == .blank } ?? range.upperBound
    let id = text.string(range.lowerBound..<idEnd)
    let start = text.position(at: range.lowerBound)
    guard CodeID.isWellFormed(id) else {
      fail(
        start, id.isEmpty ? "a level is missing here" : "\"\(id)\" is no id of a level",
        fix: CodeID.advice(for: id) + "; part the levels by <")
      return nil
    }
    if id == "mixed" {
      fail(
        start, "\"mixed\" is what units are called whose lines disagree", fix: "rename the level")
      return nil
    }
    let title = text.trimming(idEnd..<range.upperBound)
    guard !title.isEmpty else { return Code.Level(id: id, title: id) }
    let signs = Array(text.string(title).unicodeScalars)
    let words = String(String.UnicodeScalarView(signs.filter { RuleSign($0) != .quote }))
    let isQuoted = [signs.first, signs.last].allSatisfy { $0.map { RuleSign($0) } == .quote }
    guard isQuoted, words.unicodeScalars.count == signs.count - 2, !words.isEmpty else {
      fail(
        text.position(at: title.lowerBound), "the title of a level stands in double quotes",
        fix: "write for example \(id) \"\(words.isEmpty ? id : words)\""
          + ", and < between levels")
      return nil
    }
    return Code.Level(id: id, title: words)
  }

  /// The index of a level in the code's scale; nil after a fault, and when the scale has one.
  mutating func index(ofLevel id: String, at position: FilePosition) -> Int? {
    guard hasScale else {
      fail(
        position, "this code has no scale, so that an arrow means nothing",
        fix: "take the arrow out, or give the code a scale with the level \(id)")
      return nil
    }
    guard let scale else { return nil }
    if let index = scale.firstIndex(where: { $0.id == id }) { return index }
    let ids = scale.map(\.id)
    let near = Suggestion.nearest(to: id, among: ids)
    fail(
      position, "the scale has no level \"\(id)\"",
      fix: (near.map { "did you mean \($0)? " } ?? "")
        + "the levels are \(ids.joined(separator: ", "))")
    return nil
  }
}
