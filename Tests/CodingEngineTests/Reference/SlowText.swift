import Foundation

/// A text as scalars: the plain form on which the reference implementation of the formats works.
struct SlowText {
  let scalars: [Unicode.Scalar]
  /// Where each scalar begins in UTF-8; one more than there are scalars.
  let bytes: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    bytes = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
  }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    bytes[range.lowerBound]..<bytes[range.upperBound]
  }
}

/// What a scalar is in the words of the format.
enum SlowSign: Equatable {
  case letter, digit, mark, hyphen, apostrophe, dropped, blank, other

  private static let apostrophes = Set("'`´‘’‛ʹʻʼ′＇".unicodeScalars)
  private static let hyphens = Set("-\u{2010}\u{2011}".unicodeScalars)
  private static let invisible = Set("\u{AD}\u{200C}\u{200D}".unicodeScalars)

  init(_ scalar: Unicode.Scalar) {
    if Self.apostrophes.contains(scalar) {
      self = .apostrophe
    } else if Self.hyphens.contains(scalar) {
      self = .hyphen
    } else if Self.invisible.contains(scalar) {
      self = .dropped
    } else if scalar.properties.isWhitespace {
      self = .blank
    } else {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        self = .letter
      case .decimalNumber, .letterNumber, .otherNumber: self = .digit
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      default: self = .other
      }
    }
  }
}

/// Comparable forms of words, by way of Foundation.
enum SlowForm {
  private static let others: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij",
  ]

  /// The letters of a word as `=` compares them, or folded; each a scalar with its accents.
  static func letters(_ word: some Sequence<Unicode.Scalar>, isExact: Bool) -> [String] {
    var plain = String.UnicodeScalarView()
    for scalar in word {
      switch SlowSign(scalar) {
      case .apostrophe: plain.append("'")
      case .hyphen: plain.append("-")
      case .dropped: break
      case .letter, .digit, .mark, .blank, .other: plain.append(scalar)
      }
    }
    let decomposed =
      isExact
      ? String(plain).decomposedStringWithCanonicalMapping
      : String(plain).uppercased().lowercased().decomposedStringWithCompatibilityMapping
    var letters: [String] = []
    for scalar in decomposed.unicodeScalars {
      let isAccent = (0x300...0x36F).contains(scalar.value)
      if isExact, isAccent, let last = letters.popLast() {
        letters.append(last + String(scalar))
      } else if isExact || !isAccent {
        letters +=
          others[scalar].flatMap { isExact ? nil : $0.map(String.init) } ?? [String(scalar)]
      }
    }
    return letters
  }

  static func isDigit(_ letter: String) -> Bool {
    letter.unicodeScalars.first.map { SlowSign($0) == .digit } ?? false
  }
}
