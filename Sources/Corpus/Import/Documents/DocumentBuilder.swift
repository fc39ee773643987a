/// Gathers the paragraphs and tables of a document while its reader goes through the file.
///
/// The same for all document formats. Nothing here recurses, so that no file is too deep.
struct DocumentBuilder {
  /// What can hold paragraphs, or what those are in.
  enum Part {
    case table
    case row
    case cell
    /// A frame with text of its own beside the paragraph that it is anchored to.
    case box
  }

  /// What the format cannot carry over, as far as the reader has come.
  var losses: [ImportLoss] = []

  private static let deepest = 200

  private var scopes: [Scope] = [Scope(part: nil)]

  private struct Scope {
    let part: Part?
    var blocks: [DocumentBlock] = []
    /// Of boxes, that come after the paragraph they are anchored to.
    var waiting: [DocumentBlock] = []
    var open: OpenParagraph?
    var rows: [[[Paragraph]]] = []
    var cells: [[Paragraph]] = []
  }

  /// Makes a document without a paragraph.
  init() {}

  // MARK: Paragraphs

  /// Begins a paragraph; one that is open ends, unless it was to be joined with this one.
  mutating func beginParagraph() {
    if scopes[scopes.count - 1].open?.joinsNext == true {
      scopes[scopes.count - 1].open?.joinsNext = false
      return
    }
    endParagraph()
    scopes[scopes.count - 1].open = OpenParagraph()
  }

  /// Ends the paragraph that is open, if there is one.
  ///
  /// One that joins the next stays open: its end was deleted.
  mutating func endParagraph(joiningNext: Bool = false) {
    let last = scopes.count - 1
    if joiningNext {
      scopes[last].open?.joinsNext = true
      return
    }
    if let paragraph = scopes[last].open?.finished() {
      scopes[last].blocks.append(.paragraph(paragraph))
    }
    scopes[last].open = nil
    scopes[last].blocks += scopes[last].waiting
    scopes[last].waiting = []
  }

  /// Adds words to the paragraph that is open; begins one if there is none.
  mutating func append(_ text: String, isBold: Bool = false) {
    if scopes[scopes.count - 1].open == nil { beginParagraph() }
    scopes[scopes.count - 1].open?.append(text, isBold: isBold)
  }

  /// The words of the paragraph that is open; nil if none is.
  var openText: String? { scopes.last?.open?.text }

  // MARK: Parts

  /// Begins a part; those that it needs around it and that are missing begin too.
  ///
  /// Parts deeper in each other than people make them are taken as one.
  mutating func begin(_ part: Part) {
    guard scopes.count < Self.deepest else { return endParagraph() }
    switch part {
    case .table:
      endParagraph()
    case .row:
      endOpenParts(inside: .table)
      if scopes.last?.part != .table { begin(.table) }
    case .cell:
      endOpenParts(inside: .row)
      if scopes.last?.part != .row { begin(.row) }
    case .box: break
    }
    scopes.append(Scope(part: part))
  }

  /// Ends a part, and those in it that are still open; nothing if it is not open.
  mutating func end(_ part: Part) {
    guard let place = scopes.lastIndex(where: { $0.part == part }) else { return }
    while scopes.count > place { endLast() }
  }

  /// Whether a part is open.
  func isInside(_ part: Part) -> Bool {
    scopes.contains { $0.part == part }
  }

  /// Adds cells without text to the row that is open.
  mutating func addEmptyCells(_ count: Int) {
    guard count > 0, scopes.last?.part == .row else { return }
    // A table that claims more columns is no table of a conversation.
    scopes[scopes.count - 1].cells += Array(repeating: [], count: min(count, 64))
  }

  /// Leaves out the last row that ended, such as one that was deleted.
  mutating func dropLastRow() {
    guard scopes.last?.part == .table else { return }
    _ = scopes[scopes.count - 1].rows.popLast()
  }

  /// All that was gathered.
  consuming func finish() -> Document {
    while scopes.count > 1 { endLast() }
    endParagraph()
    return Document(blocks: scopes[0].blocks, losses: losses)
  }

  /// Ends what is open inside the innermost `part`, as HTML leaves it to be understood.
  private mutating func endOpenParts(inside part: Part) {
    guard let place = scopes.lastIndex(where: { $0.part == part }),
      !scopes[place...].contains(where: { $0.part == .box || $0.part == .table && part == .row })
    else { return }
    while scopes.count > place + 1 { endLast() }
  }

  private mutating func endLast() {
    guard scopes.count > 1 else { return }
    endParagraph()
    let ended = scopes.removeLast()
    let last = scopes.count - 1
    switch ended.part {
    case .cell: scopes[last].cells.append(ended.blocks.paragraphs)
    case .row: scopes[last].rows.append(ended.cells)
    case .table:
      let isEmpty = ended.rows.allSatisfy { $0.allSatisfy(\.isEmpty) }
      if !isEmpty { scopes[last].blocks.append(.table(ended.rows)) }
    case .box: scopes[last].waiting += ended.blocks
    case nil: break
    }
  }
}

extension [DocumentBlock] {
  /// All paragraphs, also those in tables, in the order of the document.
  var paragraphs: [Paragraph] {
    var all: [Paragraph] = []
    for block in self {
      switch block {
      case .paragraph(let paragraph): all.append(paragraph)
      case .table(let rows): for row in rows { for cell in row { all += cell } }
      }
    }
    return all
  }
}
