import XML

/// Goes through the content of an OpenDocument text and gathers its paragraphs and tables.
///
/// The parts of a file that hold styles are read first, by the same reader.
struct OpenDocumentBody {
  private var builder = DocumentBuilder()
  private var styles = OpenDocumentStyles()
  private var states: [State] = [State()]
  /// Of the cells that are open: how often each is repeated, or how many columns it takes.
  private var widths: [Int] = []
  private var isInText = false

  /// What holds for the paragraph that is being read; text frames begin anew.
  private struct State {
    var isInParagraph = false
    /// Whether the paragraph and the spans that are open are bold.
    var bold: [Bool] = []
    /// Whether a blank that comes next is one too many (part 3, section 6.1.2).
    var dropsBlank = true
  }

  private static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  private static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  private static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  private static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

  /// What holds paragraphs beside those of the text.
  private static let boxes: Set<String> = [
    "text-box", "custom-shape", "rect", "ellipse", "circle", "caption", "line", "connector",
    "polygon", "path",
  ]

  /// What was read so far.
  var document: Document { builder.finish() }

  /// Reads a part of the file.
  ///
  /// - Returns: Whether it holds the body of a text.
  mutating func read(_ reader: inout XMLReader) throws(XMLError) -> Bool {
    var isText = false
    while let event = try reader.next() {
      switch event {
      case .start(let tag):
        if try styles.start(tag, &reader) { continue }
        if tag.name == XMLName("text", in: Self.office) {
          isInText = true
          isText = true
        } else if isInText {
          try start(tag, &reader)
        }
      case .end(let name):
        if name == XMLName("text", in: Self.office) { isInText = false }
        if isInText { end(name) }
      case .text(let words):
        if isInText, states[states.count - 1].isInParagraph { append(words) }
      }
    }
    return isText
  }

  private mutating func start(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) {
    switch tag.name.namespace {
    case Self.text: try startText(tag, &reader)
    case Self.table: try startTable(tag, &reader)
    case Self.draw: try startDrawing(tag, &reader)
    case Self.office:
      switch tag.name.local {
      case "annotation":
        builder.losses.add(1, "comment")
        try reader.skipElement()
      case "forms", "event-listeners", "scripts", "settings": try reader.skipElement()
      default: break
      }
    case "http://www.w3.org/1998/Math/MathML": break
    // Titles and descriptions of drawings.
    default: try reader.skipElement()
    }
  }

  private mutating func startText(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) {
    let last = states.count - 1
    switch tag.name.local {
    case "p", "h":
      builder.beginParagraph()
      states[last] = State(
        isInParagraph: true, bold: [styles.isBold(tag["style-name"], family: "paragraph") ?? false])
    case "span":
      let outer = states[last].bold.last ?? false
      states[last].bold.append(styles.isBold(tag["style-name"], family: "text") ?? outer)
    case "s": appendAsIs(String(repeating: " ", count: min(Self.count(tag["c"]), 1000)))
    case "tab": appendAsIs("\t")
    case "line-break":
      appendAsIs("\n")
      states[last].dropsBlank = true
    case "note":
      if tag["note-class"] == "endnote" {
        builder.losses.add(1, "endnote")
      } else {
        builder.losses.add(1, "footnote")
      }
      try reader.skipElement()
    case "tracked-changes":
      try countDeletions(&reader)
    case "hidden-text", "hidden-paragraph":
      builder.losses.add(1, "piece of hidden text", "pieces of hidden text")
      try reader.skipElement()
    case "section" where tag["display"] == "none":
      builder.losses.add(1, "piece of hidden text", "pieces of hidden text")
      try reader.skipElement()
    case "ruby-text", "number", "table-of-content", "alphabetical-index", "index-title",
      "variable-decls", "sequence-decls", "user-field-decls", "dde-connection-decls",
      "soft-page-break", "note-ref":
      try reader.skipElement()
    default: break
    }
  }

  private mutating func countDeletions(_ reader: inout XMLReader) throws(XMLError) {
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start(let tag):
        depth += 1
        if tag.name == XMLName("deletion", in: Self.text) {
          builder.losses.add(1, "tracked deletion")
        }
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  private mutating func startTable(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) {
    switch tag.name.local {
    case "table": builder.begin(.table)
    case "table-row": builder.begin(.row)
    case "table-cell", "covered-table-cell":
      builder.begin(.cell)
      widths.append(Self.count(tag["number-columns-repeated"]))
    case "tracked-changes", "shapes", "title", "desc": try reader.skipElement()
    default: break
    }
  }

  private mutating func startDrawing(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) {
    switch tag.name.local {
    case _ where Self.boxes.contains(tag.name.local):
      builder.begin(.box)
      states.append(State())
    case "image":
      builder.losses.add(1, "picture")
      try reader.skipElement()
    case "object", "object-ole", "plugin": try reader.skipElement()
    default: break
    }
  }

  private mutating func end(_ name: XMLName) {
    let last = states.count - 1
    switch (name.namespace, name.local) {
    case (Self.text, "p"), (Self.text, "h"):
      builder.endParagraph()
      states[last].isInParagraph = false
    case (Self.text, "span"): if states[last].bold.count > 1 { states[last].bold.removeLast() }
    case (Self.table, "table"): builder.end(.table)
    case (Self.table, "table-row"): builder.end(.row)
    case (Self.table, "table-cell"), (Self.table, "covered-table-cell"):
      builder.end(.cell)
      builder.addEmptyCells((widths.popLast() ?? 1) - 1)
    case (Self.draw, _) where Self.boxes.contains(name.local):
      builder.end(.box)
      if states.count > 1 { states.removeLast() }
    default: break
    }
  }

  private static func count(_ value: String?) -> Int {
    max(1, value.flatMap { Int($0) } ?? 1)
  }

  private mutating func appendAsIs(_ words: String) {
    let last = states.count - 1
    guard states[last].isInParagraph else { return }
    states[last].dropsBlank = false
    builder.append(words, isBold: states[last].bold.last ?? false)
  }

  /// Adds characters of the file, in which blanks, tabs and line ends in a row are one blank.
  private mutating func append(_ words: String) {
    let last = states.count - 1
    var kept = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        if !states[last].dropsBlank { kept.append(" ") }
        states[last].dropsBlank = true
      } else {
        kept.append(scalar)
        states[last].dropsBlank = false
      }
    }
    builder.append(String(kept), isBold: states[last].bold.last ?? false)
  }
}
