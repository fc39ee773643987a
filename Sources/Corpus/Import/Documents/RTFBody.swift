/// Goes through an RTF file and gathers its paragraphs and tables.
struct RTFBody {
  /// The most groups inside each other.
  private static let deepest = 4096

  /// Whether the file ended before its groups did.
  private(set) var isCutOff = false
  /// Whether groups are deeper in each other than any program writes them.
  private(set) var isTooDeep = false

  private var tokens: RTFTokens
  private var builder = DocumentBuilder()
  private var fonts = RTFFonts()
  private var groups: [Group] = []
  private var group = Group()
  private var boxes = 0
  private var waiting = String.UnicodeScalarView()
  /// Characters that are yet to come for programs that do not know Unicode.
  private var toSkip = 0
  private var highSurrogate: UInt32?
  /// The group said that it may be skipped by those who do not know it.
  private var isOptional = false
  private var defaultFont: Int?

  /// What holds in a group until it ends.
  private struct Group {
    enum Place { case text, fonts, leftOut }

    var place = Place.text
    var isBold = false
    var isHidden = false
    var isDeleted = false
    var isInTable = false
    var font: Int?
    var skippedAfterUnicode = 1
    var isBox = false
  }

  init(_ bytes: [UInt8]) {
    tokens = RTFTokens(bytes)
  }

  /// Reads all of it.
  mutating func read() -> Document {
    while let token = tokens.next() {
      switch token {
      case .begin: begin()
      case .end: if !end() { return finish() }
      case .control(let name, let number): take(name, number)
      case .byte(let byte): take(byte)
      }
      if isTooDeep { break }
    }
    isCutOff = !groups.isEmpty
    return finish()
  }

  private mutating func finish() -> Document {
    flush()
    return builder.finish()
  }

  // MARK: Groups

  private mutating func begin() {
    flush()
    toSkip = 0
    isOptional = false
    groups.append(group)
    group.isBox = false
    isTooDeep = groups.count > Self.deepest
  }

  /// Ends a group; false when it was the last.
  private mutating func end() -> Bool {
    flush()
    toSkip = 0
    if group.isBox {
      builder.end(.box)
      boxes -= 1
    }
    group = groups.popLast() ?? Group()
    return !groups.isEmpty
  }

  // MARK: Control words

  private mutating func take(_ name: String, _ number: Int?) {
    if name == "bin" { return tokens.skip(number ?? 0) }
    if name == "*" {
      isOptional = true
      return
    }
    let wasOptional = isOptional
    isOptional = false
    switch group.place {
    case .leftOut: if name == "ud" || name == "nestrow" { takeInLeftOut(name) }
    case .fonts: fonts.take(name, number)
    case .text:
      if takeDestination(name, isOptional: wasOptional) { return }
      if takeLetters(name, number) { return }
      takeBreak(name, number)
    }
  }

  private mutating func takeInLeftOut(_ name: String) {
    // The same text in Unicode, after that for older programs.
    if name == "ud" { group.place = .text } else { endParagraph() }
  }

  /// Takes what begins a part of the file beside the text.
  private mutating func takeDestination(_ name: String, isOptional: Bool) -> Bool {
    switch name {
    case "fonttbl": group.place = .fonts
    case "shptxt", "dptxbxtext":
      // It stands in the paragraph that comes next.
      enterOrLeaveTable()
      if builder.openText == nil { builder.beginParagraph() }
      builder.begin(.box)
      group.isBox = true
      group.isInTable = false
      boxes += 1
    case "shpinst", "shppict": break
    case "footnote", "annotation", "pict":
      let what = ["footnote": "footnote", "annotation": "comment", "pict": "picture"]
      builder.losses.add(1, what[name] ?? name)
      group.place = .leftOut
    case _ where Self.leftOut.contains(name) || isOptional: group.place = .leftOut
    default: return false
    }
    return true
  }

  private static let leftOut: Set<String> = [
    "stylesheet", "colortbl", "info", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "fldinst", "xe", "tc", "tcn", "rxe", "txe", "pntext",
    "listtext", "nonshppict", "shprslt", "sp", "upr", "objclass", "objname", "objdata", "template",
    "filetbl", "listtable", "revtbl", "private", "atnid", "atnauthor", "nonesttables", "bkmkstart",
    "bkmkend", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "background",
  ]

  /// Takes what changes the letters that follow.
  private mutating func takeLetters(_ name: String, _ number: Int?) -> Bool {
    let isOn = number != 0
    switch name {
    case "b", "v", "deleted", "plain", "f", "pard": flush()
    default: break
    }
    switch name {
    case "b": group.isBold = isOn
    case "v": group.isHidden = isOn
    case "deleted":
      if isOn, !group.isDeleted { builder.losses.add(1, "tracked deletion") }
      group.isDeleted = isOn
    case "plain":
      group.isBold = false
      group.isHidden = false
      group.isDeleted = false
      group.font = defaultFont
    case "f": group.font = number
    case "deff":
      defaultFont = number
      group.font = number
    case "ansicpg": if let number, number != 0 { fonts.defaultPage = number }
    case "mac": fonts.defaultPage = 10000
    case "pc": fonts.defaultPage = 437
    case "pca": fonts.defaultPage = 850
    case "uc": group.skippedAfterUnicode = max(0, min(number ?? 1, 16))
    case "u": if let number { takeUnicode(number) }
    default: return false
    }
    return true
  }

  private mutating func takeBreak(_ name: String, _ number: Int?) {
    switch name {
    case "par", "sect", "page", "column": endParagraph()
    case "line", "lbr", "softline": append("\n")
    case "tab": append("\t")
    case "pard": group.isInTable = false
    case "intbl": group.isInTable = true
    case "cell", "nestcell": endCell(isNested: name == "nestcell")
    case "row": endRow()
    case "nestrow": endParagraph()
    case "emdash": append("—")
    case "endash": append("–")
    case "lquote": append("‘")
    case "rquote": append("’")
    case "ldblquote": append("“")
    case "rdblquote": append("”")
    case "bullet": append("•")
    case "emspace": append("\u{2003}")
    case "enspace": append("\u{2002}")
    case "qmspace": append("\u{2005}")
    case "~": append("\u{A0}")
    case "_": append("\u{2011}")
    case "\\", "{", "}": take(name.utf8.first ?? 0)
    default: break
    }
  }

  private mutating func takeUnicode(_ number: Int) {
    toSkip = group.skippedAfterUnicode
    let unit = UInt32(truncatingIfNeeded: number & 0xFFFF)
    if unit & 0xFC00 == 0xD800 {
      highSurrogate = unit
      return
    }
    var value = unit
    if let high = highSurrogate, unit & 0xFC00 == 0xDC00 {
      value = 0x10000 + (high & 0x3FF) << 10 + (unit & 0x3FF)
    }
    highSurrogate = nil
    guard let scalar = Unicode.Scalar(value), let sign = fonts.sign(scalar, font: group.font) else {
      return countUnknown()
    }
    add(sign)
  }

  // MARK: Text

  private mutating func take(_ byte: UInt8) {
    isOptional = false
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    switch group.place {
    case .leftOut: break
    case .fonts: fonts.take(byte)
    case .text:
      guard let sign = fonts.sign(byte, font: group.font) else { return countUnknown() }
      if byte >= 0x20 || byte == 0x09 { add(sign) }
    }
  }

  private mutating func countUnknown() {
    builder.losses.add(
      1, "letter of an unknown code page or font", "letters of unknown code pages or fonts")
    add("\u{FFFD}")
  }

  private mutating func append(_ sign: Unicode.Scalar) {
    toSkip = 0
    add(sign)
  }

  private mutating func add(_ sign: Unicode.Scalar) {
    guard !group.isDeleted else { return }
    guard !group.isHidden else {
      if waiting.isEmpty {
        builder.losses.add(1, "letter of hidden text", "letters of hidden text")
      }
      return
    }
    waiting.append(sign)
  }

  /// Adds the letters that wait to the paragraph, which stands in a table or not.
  private mutating func flush() {
    guard !waiting.isEmpty else { return }
    enterOrLeaveTable()
    builder.append(String(waiting), isBold: group.isBold)
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func enterOrLeaveTable() {
    guard boxes == 0 else { return }
    if group.isInTable {
      if !builder.isInside(.cell) { builder.begin(.cell) }
    } else if builder.isInside(.table) {
      builder.end(.table)
    }
  }

  private mutating func endParagraph() {
    guard group.place != .fonts else { return }
    flush()
    toSkip = 0
    builder.endParagraph(joiningNext: group.isDeleted)
  }

  private mutating func endCell(isNested: Bool) {
    if isNested || boxes > 0 { return endParagraph() }
    flush()
    toSkip = 0
    if !builder.isInside(.cell) { builder.begin(.cell) }
    builder.end(.cell)
  }

  private mutating func endRow() {
    flush()
    if boxes == 0, builder.isInside(.row) { builder.end(.row) }
  }
}
