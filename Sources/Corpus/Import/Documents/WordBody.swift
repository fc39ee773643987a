import XML

/// Goes through the body of a Word file and gathers its paragraphs and tables.
struct WordBody {
  private let styles: WordStyles
  private var builder = DocumentBuilder()
  private var states: [State] = [State()]
  private var fields: [Field] = []
  private var rowIsDeleted = false
  /// Of the cells that are open: how many columns each takes.
  private var widths: [Int] = []

  /// What holds for the paragraph and run that are being read; text boxes begin anew.
  private struct State {
    var paragraph = WordStyles.Letters()
    var style = WordStyles.Letters()
    var run = WordStyles.Letters()
    var isInRun = false
    /// Whether the mark at the paragraph's end was deleted, so that the next goes on with it.
    var joinsNext = false
  }

  private enum Field {
    case instruction, result
  }

  init(styles: WordStyles) {
    self.styles = styles
  }

  /// Reads the file from after its root's start to its end.
  mutating func read(_ reader: inout XMLReader) throws(XMLError) -> Document {
    while let event = try reader.next() {
      switch event {
      case .start(let tag): try start(tag, &reader)
      case .end(let name): if WordName.isWord(name) { end(name.local) }
      case .text: break
      }
    }
    return builder.finish()
  }

  private mutating func start(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) {
    guard WordName.isWord(tag.name) else {
      switch tag.name.local {
      // What stands here is in mc:Choice too, for newer programs.
      case "Fallback": try reader.skipElement()
      case "t" where tag.name.namespace.hasSuffix("/math"): append(try reader.readText())
      case "pic", "imagedata": builder.losses.add(1, "picture")
      default: break
      }
      return
    }
    if Self.leftOut.contains(tag.name.local) {
      if tag.name.local == "del" { builder.losses.add(1, "tracked deletion") }
      return try reader.skipElement()
    }
    if states[states.count - 1].isInRun {
      try startInRun(tag, &reader)
    } else {
      try startAroundRuns(tag, &reader)
    }
  }

  /// What is no text of the conversation, or was taken out of it.
  private static let leftOut: Set<String> = [
    "del", "moveFrom", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "sectPr", "rt", "rubyPr",
    "instrText", "delText", "delInstrText", "smartTagPr", "customXmlPr", "background",
  ]

  private mutating func startAroundRuns(
    _ tag: XMLTag, _ reader: inout XMLReader
  ) throws(XMLError) {
    let last = states.count - 1
    switch tag.name.local {
    case "p":
      builder.beginParagraph()
      states[last].paragraph = styles.letters(ofParagraph: nil)
      states[last].joinsNext = false
    case "pPr": try readParagraphProperties(&reader)
    case "r":
      states[last].isInRun = true
      states[last].run = WordStyles.Letters()
      states[last].style = WordStyles.Letters()
    case "fldSimple", "hyperlink": break
    case "tbl": builder.begin(.table)
    case "tr":
      builder.begin(.row)
      rowIsDeleted = false
    case "trPr": try readRowProperties(&reader)
    case "tc":
      builder.begin(.cell)
      widths.append(1)
    case "tcPr": try readCellProperties(&reader)
    default: break
    }
  }

  private mutating func startInRun(_ tag: XMLTag, _ reader: inout XMLReader) throws(XMLError) {
    switch tag.name.local {
    case "rPr": try readRunProperties(&reader)
    case "t": append(Self.words(try reader.readText(), keepsBlanks: tag["space"] == "preserve"))
    case "tab", "ptab": append("\t")
    case "br", "cr": append("\n")
    case "noBreakHyphen": append("\u{2011}")
    case "sym":
      if let sign = WordSymbol.sign(font: tag["font"], code: tag["char"]) {
        append(sign)
      } else {
        builder.losses.add(1, "symbol of an unknown font", "symbols of unknown fonts")
      }
    case "fldChar": changeField(tag["fldCharType"])
    case "footnoteReference": builder.losses.add(1, "footnote")
    case "endnoteReference": builder.losses.add(1, "endnote")
    case "commentReference": builder.losses.add(1, "comment")
    case "txbxContent":
      builder.begin(.box)
      states.append(State())
    default: break
    }
  }

  private mutating func end(_ name: String) {
    let last = states.count - 1
    switch name {
    case "p": builder.endParagraph(joiningNext: states[last].joinsNext)
    case "r": states[last].isInRun = false
    case "tbl": builder.end(.table)
    case "tr":
      builder.end(.row)
      if rowIsDeleted { builder.dropLastRow() }
      rowIsDeleted = false
    case "tc":
      builder.end(.cell)
      builder.addEmptyCells((widths.popLast() ?? 1) - 1)
    case "txbxContent":
      if states.count > 1 { states.removeLast() }
      builder.end(.box)
    default: break
    }
  }

  /// The text of a `w:t`: blanks at its edges count only where the file says so.
  private static func words(_ text: String, keepsBlanks: Bool) -> String {
    let text = text.utf8.contains(0x0A) ? text.replacing("\n", with: " ") : text
    if keepsBlanks { return text }
    let scalars = text.unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private mutating func append(_ words: String) {
    if fields.contains(.instruction) { return }
    let state = states[states.count - 1]
    if state.run.isHidden ?? state.style.isHidden ?? state.paragraph.isHidden ?? false {
      builder.losses.add(1, "piece of hidden text", "pieces of hidden text")
      return
    }
    // Styles of letters switch what the paragraph's style says (ECMA-376, 17.7.3).
    let isBoldByStyle = (state.style.isBold ?? false) != (state.paragraph.isBold ?? false)
    builder.append(words, isBold: state.run.isBold ?? isBoldByStyle)
  }

  /// Fields hold an instruction, which is not shown, and its result, which is.
  private mutating func changeField(_ type: String?) {
    switch type {
    case "begin": fields.append(.instruction)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = .result }
    case "end": _ = fields.popLast()
    default: break
    }
  }
}

extension WordBody {
  /// Calls `body` for each tag inside the element whose start was the last event.
  private mutating func forEachTag(
    _ reader: inout XMLReader, _ body: (inout WordBody, XMLTag) -> Void
  ) throws(XMLError) {
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start(let tag):
        depth += 1
        if WordName.isWord(tag.name) { body(&self, tag) }
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  private mutating func readParagraphProperties(_ reader: inout XMLReader) throws(XMLError) {
    var isInOldProperties = false
    try forEachTag(&reader) { word, tag in
      let last = word.states.count - 1
      switch tag.name.local {
      case "pPrChange", "sectPr": isInOldProperties = true
      case "pStyle" where !isInOldProperties:
        word.states[last].paragraph = word.styles.letters(ofParagraph: tag["val"])
      case "del" where !isInOldProperties, "moveFrom" where !isInOldProperties:
        word.states[last].joinsNext = true
      default: break
      }
    }
  }

  private mutating func readRunProperties(_ reader: inout XMLReader) throws(XMLError) {
    var isInOldProperties = false
    try forEachTag(&reader) { word, tag in
      let last = word.states.count - 1
      if tag.name.local == "rPrChange" { isInOldProperties = true }
      if isInOldProperties { return }
      switch tag.name.local {
      case "rStyle": word.states[last].style = word.styles.letters(of: tag["val"])
      case "b": word.states[last].run.isBold = WordName.isOn(tag)
      case "vanish": word.states[last].run.isHidden = WordName.isOn(tag)
      default: break
      }
    }
  }

  private mutating func readRowProperties(_ reader: inout XMLReader) throws(XMLError) {
    try forEachTag(&reader) { word, tag in
      switch tag.name.local {
      case "gridBefore": word.builder.addEmptyCells(tag["val"].flatMap { Int($0) } ?? 0)
      case "del": word.rowIsDeleted = true
      default: break
      }
    }
  }

  private mutating func readCellProperties(_ reader: inout XMLReader) throws(XMLError) {
    try forEachTag(&reader) { word, tag in
      guard tag.name.local == "gridSpan", !word.widths.isEmpty else { return }
      word.widths[word.widths.count - 1] = tag["val"].flatMap { Int($0) } ?? 1
    }
  }
}
