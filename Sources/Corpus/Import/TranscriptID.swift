/// Ids of transcripts: letters, digits, `-`, `_` and `.`.
public enum TranscriptID {
  /// The longest id that is made of a file's name, in code points.
  private static let longest = 60

  /// Whether a text can be an id as it stands.
  public static func isFit(_ text: String) -> Bool {
    !text.isEmpty && text == made(from: text)
  }

  /// The id that a name becomes: what cannot stand in one becomes a hyphen; empty when nothing is left.
  public static func made(from name: String) -> String {
    var id = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalarClass(scalar.value) {
      case .letter, .digit, .mark: id.append(scalar)
      default:
        if scalar == "_" || scalar == "." {
          id.append(scalar)
        } else if id.last != "-" {
          id.append("-")
        }
      }
    }
    // A name that begins so is none of a transcript's.
    while let first = id.first, "-_.".unicodeScalars.contains(first) { id.removeFirst() }
    id = String.UnicodeScalarView(id.prefix(longest))
    while let last = id.last, "-_.".unicodeScalars.contains(last) { id.removeLast() }
    let text = String(id)
    return text.lowercased().hasPrefix("readme") ? "T-" + text : text
  }

  /// The id for a file: its name without folder and ending.
  public static func made(fromPath path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8[...]
    var text = String(decoding: name, as: UTF8.self)
    if let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")), dot > text.startIndex,
      text.utf8.distance(from: dot, to: text.endIndex) <= 10
    {
      text = String(text[..<dot])
    }
    return made(from: text)
  }

  /// An id as ids are told apart: without case and accents.
  public static func key(_ id: String) -> [UInt8] { Folding.fold(id.utf8) }
}
