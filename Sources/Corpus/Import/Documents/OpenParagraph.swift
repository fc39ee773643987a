/// A paragraph to which words can still be added.
struct OpenParagraph {
  private(set) var text = ""
  /// Whether the next paragraph goes on with this one.
  var joinsNext = false

  private var boldLength = 0
  private var isBoldSoFar = true

  /// Adds words; soft hyphens and byte order marks are dropped, separators of lines become LF.
  mutating func append(_ words: String, isBold: Bool) {
    let isPlain = words.utf8.allSatisfy { $0 < 0x80 && $0 >= 0x20 }
    let words = isPlain ? words : Self.cleaned(words)
    if isBoldSoFar {
      isBoldSoFar = isBold || words.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
      if isBoldSoFar { boldLength += words.unicodeScalars.count }
    }
    text += words
  }

  /// The paragraph, without blanks around it.
  func finished() -> Paragraph {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end =
      scalars[start...].lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:))
      ?? start
    let dropped = scalars.distance(from: scalars.startIndex, to: start)
    let length = scalars.distance(from: start, to: end)
    return Paragraph(
      String(scalars[start..<end]), boldLength: min(max(0, boldLength - dropped), length))
  }

  private static func cleaned(_ words: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0xFEFF: break
      case 0x0B, 0x85, 0x2028, 0x2029: kept.append("\n")
      case 0x09, 0x0A: kept.append(scalar)
      case 0..<0x20, 0x7F: break
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}
