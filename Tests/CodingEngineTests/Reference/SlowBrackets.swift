/// What of a turn is no speech, because it stands in brackets.
struct SlowBrackets {
  /// `[…]`: each takes one place.
  private(set) var transcribers: [Range<Int>] = []
  private var silent: Set<Int> = []

  init(_ scalars: [Unicode.Scalar], _ turn: Range<Int>, bracketsAreWords: Bool) {
    var index = turn.lowerBound
    while index < turn.upperBound {
      defer { index += 1 }
      guard let partner = Self.partner(scalars, index, turn.upperBound) else { continue }
      let isSquare = scalars[index] == "["
      let inside = scalars[(index + 1)..<partner].map(Character.init)
      let isDoubled =
        inside.first == "(" && Self.partner(scalars, index + 1, turn.upperBound) == partner - 1
      if Self.isTimeStamp(String(inside)) || (!isSquare && (isDoubled || Self.isDirection(inside)))
      {
        silent.formUnion(index...partner)
        index = partner
      } else if isSquare, !bracketsAreWords {
        transcribers.append(index..<partner + 1)
        silent.formUnion(index...partner)
        index = partner
      }
    }
  }

  func isSpeech(_ index: Int) -> Bool { !silent.contains(index) }

  private static func partner(_ scalars: [Unicode.Scalar], _ open: Int, _ end: Int) -> Int? {
    guard scalars[open] == "(" || scalars[open] == "[" else { return nil }
    let close: Unicode.Scalar = scalars[open] == "(" ? ")" : "]"
    var depth = 0
    for index in open..<end {
      if scalars[index] == scalars[open] { depth += 1 }
      if scalars[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// `00:01:12`, `1:12`.
  private static func isTimeStamp(_ inside: String) -> Bool {
    let fields = inside.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2 || fields.count == 3, let last = fields.last, last.count == 2,
      let seconds = Int(last), seconds < 60
    else { return false }
    return fields.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy("0123456789".contains) }
  }

  /// A pause, or something that begins with one of the directions that the format names.
  private static func isDirection(_ inside: [Character]) -> Bool {
    let signs = inside.filter { $0 != " " }
    if signs == ["…"] || (!signs.isEmpty && signs.allSatisfy { $0 == "." }) { return true }
    let number = String(signs).split(separator: ".", omittingEmptySubsequences: false)
    if number.count <= 2, number.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) })
    {
      return true
    }
    let words = inside.prefix { $0 != "(" && $0 != "[" }.map { character in
      character.unicodeScalars.allSatisfy { [.letter, .digit, .mark].contains(SlowSign($0)) }
        ? String(character) : " "
    }
    let spoken = words.joined().split(separator: " ").map { word in
      SlowForm.letters(word.unicodeScalars, isExact: false).joined()
    }
    return [
      ["lacht"], ["lachen"], ["onverstaanbaar"], ["stilte"], ["pauze"], ["knikt"],
      ["door", "elkaar"], ["laughs"], ["inaudible"],
    ].contains { spoken.starts(with: $0) }
  }
}
