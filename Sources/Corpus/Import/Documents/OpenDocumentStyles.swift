import XML

/// Which styles of an OpenDocument text are bold.
struct OpenDocumentStyles {
  private struct Key: Hashable {
    let name: String
    let family: String
  }

  private var bold: [Key: Bool] = [:]
  private var parents: [Key: String] = [:]
  private var current: Key?

  private static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"

  /// Takes the start of an element that describes styles.
  ///
  /// - Returns: Whether it was one; false for all that belongs to the text.
  mutating func start(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) -> Bool {
    guard tag.name.namespace == Self.style else { return false }
    switch tag.name.local {
    case "style":
      guard let name = tag["name"], let family = tag["family"] else { break }
      let key = Key(name: name, family: family)
      current = key
      parents[key] = tag["parent-style-name"]
    case "text-properties":
      if let current, let weight = tag["font-weight"] {
        bold[current] = weight == "bold" || (Int(weight) ?? 400) >= 600
      }
    case "default-style", "list-level-properties": current = nil
    // Heads and feet of pages hold paragraphs that are not of the text.
    case "master-page", "footnote-sep": try reader.skipElement()
    default: break
    }
    return true
  }

  /// Whether a style is bold; nil when neither it nor what it is based on says.
  func isBold(_ name: String?, family: String) -> Bool? {
    var next = name
    // Styles that are based on each other in a circle end here.
    for _ in 0..<16 {
      guard let name = next else { return nil }
      let key = Key(name: name, family: family)
      if let known = bold[key] { return known }
      next = parents[key]
    }
    return nil
  }
}
