import XML

/// Which styles of a Word file are bold, or hide what is set in them.
struct WordStyles {
  /// What a style or a run says of its letters; nil where it leaves that to what it is based on.
  struct Letters {
    var isBold: Bool?
    var isHidden: Bool?
  }

  private var letters: [String: Letters] = [:]
  private var bases: [String: String] = [:]
  private var defaultParagraphStyle: String?

  /// No styles.
  init() {}

  /// Reads the part of the file that holds the styles.
  init(_ reader: inout XMLReader) throws(XMLError) {
    var id: String?
    while let event = try reader.next() {
      guard case .start(let tag) = event, WordName.isWord(tag.name) else { continue }
      switch tag.name.local {
      case "style":
        id = tag["styleId"]
        if tag["type"] == "paragraph", tag["default"].map({ $0 == "1" || $0 == "true" }) == true {
          defaultParagraphStyle = id
        }
      case "basedOn": if let id { bases[id] = tag["val"] }
      case "b": if let id { letters[id, default: Letters()].isBold = WordName.isOn(tag) }
      case "vanish": if let id { letters[id, default: Letters()].isHidden = WordName.isOn(tag) }
      // Those of parts of tables, such as the first row.
      case "tblStylePr", "docDefaults": try reader.skipElement()
      default: break
      }
    }
  }

  /// What a style says of its letters, with what it is based on.
  func letters(of style: String?) -> Letters {
    var result = Letters()
    var next = style
    // Styles that are based on each other in a circle end here.
    for _ in 0..<16 {
      guard let id = next else { break }
      result.isBold = result.isBold ?? letters[id]?.isBold
      result.isHidden = result.isHidden ?? letters[id]?.isHidden
      next = bases[id]
    }
    return result
  }

  /// What the style of a paragraph says; the style of paragraphs without one for nil.
  func letters(ofParagraph style: String?) -> Letters {
    letters(of: style ?? defaultParagraphStyle)
  }
}
