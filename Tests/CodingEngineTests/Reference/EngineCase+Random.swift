import CodingEngine
import Foundation

/// Makes texts and rules out of few words, so that they often meet, in many spellings.
struct NastyWords {
  private static let letters = [
    "a", "b", "é", "e\u{301}", "E", "ß", "ss", "ĳ", "ij", "Ĳ", "ø", "o", "æ", "3", "4", "²",
    "n\u{342}",
    "q\u{323}\u{301}", "ﬁ", "Σ", "ς", "i", "İ", "l", "ü", "z", "٣",
  ]
  private static let hyphens = ["-", "-", "-", "\u{2010}", "\u{2011}"]
  private static let apostrophes = ["'", "’", "‘", "`", "´", "ʼ"]

  /// Words without hyphens.
  let words: [String]
  var generator: SeededGenerator

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var letters: [String] = []
    for _ in 0..<Int.random(in: 2...4, using: &generator) {
      letters.append(Self.letters.randomElement(using: &generator) ?? "a")
    }
    words = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      var word = (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in letters.randomElement(using: &generator) ?? "b" }
      if word.count > 1, Int.random(in: 0..<8, using: &generator) == 0 { word.insert("'", at: 1) }
      return word.joined()
    }
    self.generator = generator
  }

  mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &generator) < part
  }

  mutating func pick<Element>(_ elements: [Element], or other: Element) -> Element {
    elements.randomElement(using: &generator) ?? other
  }

  mutating func word() -> String { pick(words, or: "a") }

  /// A word as a transcriber might type it.
  mutating func spelled() -> String {
    var text = ""
    for scalar in word().unicodeScalars {
      if scalar == "'" {
        text += pick(Self.apostrophes, or: "'")
      } else {
        text.unicodeScalars.append(scalar)
      }
      if chance(1, of: 30) { text += pick(["\u{AD}", "\u{AD}", "\u{200D}", "\u{301}"], or: "-") }
    }
    if chance(1, of: 4) {
      text = text.replacingOccurrences(
        of: "\u{323}\u{301}", with: "\u{301}\u{323}", options: .literal)
    }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return text.uppercased()
    case 1: return text.lowercased()
    case 2: return text.decomposedStringWithCanonicalMapping
    case 3: return text.precomposedStringWithCanonicalMapping
    default: return text
    }
  }

  /// A turn: words and what can stand between them.
  mutating func turn(length: Int) -> String {
    var text = ""
    for _ in 0..<length {
      text += chance(9, of: 10) ? spelled() : "[\(spelled())]"
      text += separator()
    }
    return text.withoutOuterBlanks
  }

  private mutating func separator() -> String {
    if chance(5, of: 10) { return " " }
    return switch Int.random(in: 0..<22, using: &generator) {
    case 0...3: pick(Self.hyphens, or: "-")
    case 4: ""
    case 5: pick(["- ", " -", "--", "-\u{AD}", "-'", "\u{AD} ", "\u{AD}-", "-\u{301}"], or: " ")
    case 6...8: pick([". ", "? ", "! ", "… ", "... ", ".\u{A0}", "?! "], or: ". ")
    case 9: pick([".", ".) ", ".” ", "!” ", "?’ ", ".] ", "!) ", "\".\" "], or: ". ")
    case 10: pick([". A. ", " bijv. ", " o.a. ", " etc. ", " enz. ", " e.d. ", " dhr. "], or: " ")
    case 11: pick(["\n", "\n\n", " \n \n", ".\n", "\n\n\n"], or: "\n")
    case 12, 13: pick([" [naam] ", "[…]", " [a (b] c) ", ". [x]. ", "\n\n[x]\n\n", " ["], or: " ")
    case 14:
      pick([" (lacht) ", " (Lacht…) ", " ((b)) ", " (door elkaar) ", ". (stilte)\n\n"], or: " ")
    case 15: pick([" (.) ", " (2.3) ", " (…) ", " (1:12) ", " [00:01:12] ", "[1:61]"], or: " ")
    case 16: pick([" (", ") ", " ] ", " (a. ", " ((", "))", " (ja) "], or: " ")
    case 17: pick([", ", "; ", ": ", " – ", "\t", " \u{200B}", "/"], or: " ")
    case 18: pick(Self.apostrophes, or: "'")
    default: pick([" 'a ", " a- ", ". 's ", " 👩‍👩‍👧 ", " 中 "], or: " ")
    }
  }
}

extension EngineCase {
  /// A case of some turns and codes, the same for the same seed.
  static func random(seed: UInt64) -> EngineCase {
    var words = NastyWords(seed: seed)
    let turns = (0..<8).map { number in
      let isEmpty = words.chance(1, of: 20)
      return (
        speaker: number == 0 ? words.pick([0, 1, 2, 3], or: 0) : number % 2,
        text: words.turn(length: isEmpty ? 0 : words.pick([2, 5, 9, 14, 20], or: 5))
      )
    }
    let codes = (0..<4).map { _ in words.code() }
    return EngineCase(turns: turns, codes: codes, bracketsAreWords: words.chance(1, of: 10))
  }
}
