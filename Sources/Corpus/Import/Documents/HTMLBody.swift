/// Goes through HTML and gathers its paragraphs and tables.
struct HTMLBody {
  private var tokens: HTMLTokens
  private var builder = DocumentBuilder()
  /// The elements that are open and change how text looks, innermost last.
  private var looks: [(name: String, isBold: Bool)] = []
  private var preformatted = 0
  private var dropsBlank = true
  /// How many columns the cell takes that began last.
  private var columns = 1
  /// The element that is left out with all in it, and how many of its name are open.
  private var leftOut: (name: String, depth: Int)?

  /// Elements that begin and end a paragraph.
  private static let blocks: Set<String> = [
    "p", "div", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "header",
    "footer", "main", "nav", "aside", "blockquote", "pre", "ul", "ol", "dl", "address", "figure",
    "figcaption", "form", "fieldset", "hr", "body", "html", "center", "summary", "details",
    "caption", "legend", "option",
  ]

  private static let bold: Set<String> = ["b", "strong"]
  private static let tableParts: Set<String> = ["table", "tr", "td", "th"]

  /// Elements that hold nothing, and so have no end.
  private static let void: Set<String> = [
    "br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed",
  ]

  /// Elements whose text is nobody's talk.
  private static let hidden: Set<String> = ["head", "del", "noscript", "svg", "rt", "rp", "object"]

  init(_ bytes: [UInt8]) {
    tokens = HTMLTokens(bytes)
  }

  /// Reads all of it.
  mutating func read() -> Document {
    while let token = tokens.next() {
      switch token {
      case .text(let range): if leftOut == nil { append(range) }
      case .start(let name, let attributes, let isClosed):
        // The end of a head may be left to be understood.
        if leftOut?.name == "head", Self.blocks.contains(name) || Self.isOfTable(name) {
          leftOut = nil
        }
        if leftOut != nil {
          if name == leftOut?.name, !isClosed { leftOut?.depth += 1 }
        } else {
          start(name, attributes, isClosed: isClosed)
        }
      case .end(let name):
        if leftOut == nil {
          end(name)
        } else if name == leftOut?.name {
          leftOut?.depth -= 1
          if leftOut?.depth == 0 { leftOut = nil }
        } else if name == "body" || leftOut?.name == "head" && name == "html" {
          leftOut = nil
        }
      }
    }
    return builder.finish()
  }

  private mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)], isClosed: Bool
  ) {
    let style = attributes.first { $0.name == "style" }.map { $0.value.lowercased() } ?? ""
    let plainStyle = style.isEmpty ? "" : style.filter { $0 != " " }
    let isHidden =
      attributes.contains { $0.name == "hidden" }
      || !plainStyle.isEmpty && plainStyle.contains("display:none")
    if isHidden || Self.hidden.contains(name) || isOfNote(attributes, plainStyle) {
      if name == "del" { builder.losses.add(1, "tracked deletion") }
      if isHidden, name != "svg" { builder.losses.add(1, "hidden part") }
      if !isClosed, !Self.isVoid(name) { leftOut = (name, 1) }
      return
    }
    switch name {
    case "br":
      builder.append("\n")
      dropsBlank = true
    case "img": builder.losses.add(1, "picture")
    case "table": builder.begin(.table)
    case "tr": builder.begin(.row)
    case "td", "th":
      builder.begin(.cell)
      let width = attributes.first { $0.name == "colspan" }.flatMap { Int($0.value) } ?? 1
      columns = width
    case "pre": preformatted += 1
    default: break
    }
    if Self.blocks.contains(name) || Self.isOfTable(name) { breakParagraph() }
    if !isClosed, !Self.isVoid(name) { addLook(name, plainStyle) }
  }

  /// Whether an element is a note, or the mark that refers to one, as word processors write them.
  private mutating func isOfNote(
    _ attributes: [(name: String, value: String)], _ style: String
  ) -> Bool {
    for (name, value) in attributes {
      switch name {
      case "class" where Self.noteMarks.contains { value.contains($0) },
        "role" where value == "doc-noteref":
        builder.losses.add(1, "footnote")
        return true
      case "id" where value.hasPrefix("sdfootnote") || value.hasPrefix("sdendnote"),
        "class" where value == "footnotes" || value.hasPrefix("footnotes "),
        "role" where value == "doc-endnotes":
        return true
      default: break
      }
    }
    guard !style.isEmpty else { return false }
    return ["footnote", "endnote", "comment"].contains { style.contains("mso-element:\($0)") }
  }

  private static let noteMarks = [
    "sdfootnoteanc", "sdendnoteanc", "footnote-ref", "MsoFootnoteReference",
    "MsoEndnoteReference",
  ]

  private mutating func addLook(_ name: String, _ style: String) {
    var isBold = looks.last?.isBold ?? false
    if Self.bold.contains(name) { isBold = true }
    if !style.isEmpty,
      let weight = style.firstRange(of: "font-weight:").map({ style[$0.upperBound...] })
    {
      isBold = ["bold", "600", "700", "800", "900"].contains { weight.hasPrefix($0) }
    }
    // Elements deeper than this look as those around them.
    if looks.count < 512 { looks.append((name, isBold)) }
  }

  private mutating func end(_ name: String) {
    if name == "p" || Self.blocks.contains(name) || Self.isOfTable(name) {
      if name == "dt", let label = builder.openText, !label.isEmpty, !label.hasSuffix(":") {
        builder.append(":")
      }
      breakParagraph()
    }
    switch name {
    case "table": builder.end(.table)
    case "tr": if builder.isInside(.row) { builder.end(.row) }
    case "td", "th":
      builder.end(.cell)
      builder.addEmptyCells(columns - 1)
      columns = 1
    case "pre": preformatted = max(0, preformatted - 1)
    default: break
    }
    if let place = looks.lastIndex(where: { $0.name == name }) { looks.removeSubrange(place...) }
  }

  private var isParagraphOpen: Bool { builder.openText != nil }

  private mutating func breakParagraph() {
    builder.endParagraph()
    dropsBlank = true
  }

  private static func isOfTable(_ name: String) -> Bool {
    tableParts.contains(name)
  }

  private static func isVoid(_ name: String) -> Bool {
    void.contains(name)
  }

  /// Adds text, in which blanks and line ends in a row are one blank, unless it is preformatted.
  private mutating func append(_ range: Range<Int>) {
    var decoded: [UInt8] = []
    Entities.append(tokens.bytes.span, range, to: &decoded)
    var kept: [UInt8] = []
    for byte in decoded {
      guard preformatted == 0, byte == 0x20 || byte &- 0x09 < 5 else {
        kept.append(byte)
        dropsBlank = false
        continue
      }
      if !dropsBlank { kept.append(0x20) }
      dropsBlank = true
    }
    if kept.isEmpty || (!isParagraphOpen && kept == [0x20]) { return }
    if !isParagraphOpen { builder.beginParagraph() }
    builder.append(String(decoding: kept, as: UTF8.self), isBold: looks.last?.isBold ?? false)
  }
}
