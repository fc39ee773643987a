public import Corpus

/// A rule as it stands on a line `match:`, with the level after its arrow.
public struct RuleLine: Sendable, Hashable {
  /// A level as written, known or not.
  public struct Level: Sendable, Hashable {
    /// The id as written.
    public let id: String
    /// Where it stands.
    public let position: FilePosition
  }

  /// What to look for.
  public let rule: Rule
  /// The rule as written, without arrow and level.
  public let source: String
  /// The level after the arrow; nil without an arrow.
  public let level: Level?

  /// Reads a rule.
  ///
  /// - Parameters:
  ///   - text: One line, without backticks.
  ///   - path: Named in diagnostics only.
  ///   - position: Where `text` begins in the file.
  /// - Returns: The rule, and for each part of it between commas the first fault.
  /// - Complexity: O(*n*) in the bytes of `text`.
  public static func read(
    _ text: String, path: String, at position: FilePosition = FilePosition(line: 1, column: 1)
  ) -> Read<RuleLine> {
    RuleParser.read(RuleSource(text: PlacedText(text.utf8, at: position), path: path))
  }
}

extension RuleLine {
  /// Cuts tokens at the first arrow.
  ///
  /// - Returns: What stands before the arrow, the level after it, and what is wrong with the two.
  static func cut(
    _ tokens: [RuleToken], _ source: RuleSource
  ) -> (body: [RuleToken], level: Level?, fault: Diagnostic?) {
    guard let arrow = tokens.firstIndex(where: { $0.kind == .arrow }) else {
      return (tokens, nil, nil)
    }
    let body = Array(tokens[..<arrow])
    let tail = tokens[(arrow + 1)...]
    let place = tokens[arrow].range.lowerBound
    guard let first = tail.first else {
      let fix = "write the id of a level after it, or take it out"
      return (body, nil, source.error(at: place, "no level stands after this arrow", fix: fix))
    }
    let level = Level(
      id: source.words(first.range), position: source.text.position(at: first.range.lowerBound))
    guard tail.count > 1 || body.isEmpty else { return (body, level, nil) }
    return (body, level, misplaced(body[...], first, tail.dropFirst(), place, source))
  }

  /// Says that a level must stand at the end of the line, and shows how.
  private static func misplaced(
    _ body: ArraySlice<RuleToken>, _ level: RuleToken, _ rest: ArraySlice<RuleToken>, _ arrow: Int,
    _ source: RuleSource
  ) -> Diagnostic {
    let words = { (tokens: ArraySlice<RuleToken>) -> String in
      guard let first = tokens.first, let last = tokens.last else { return "" }
      return source.words(first.range.lowerBound..<last.range.upperBound)
    }
    let name = source.words(level.range)
    let isList = rest.first?.kind == .comma
    let tail = words(isList ? rest.dropFirst() : rest)
    guard !body.isEmpty else {
      let rule = tail.isEmpty ? "zorg*" : tail
      return source.error(
        at: arrow, "an arrow and its level stand at the end of the line",
        fix: "write \(rule) → \(name)")
    }
    let fix =
      if rest.contains(where: { $0.kind == .arrow }) {
        "make a line of its own for each level"
      } else if isList, !tail.isEmpty {
        "write \(words(body)), \(tail) → \(name)"
      } else {
        "write one id of a level after the arrow, and nothing else"
      }
    return source.error(
      at: rest.first?.range.lowerBound ?? arrow, "nothing can stand after the level", fix: fix)
  }
}
