/// Finds the turns of a document: in its paragraphs, or in the rows of its tables.
enum DocumentTurns {
  /// Finds the turns.
  static func read(_ document: Document, of source: ImportSource) -> Read<[ImportedTranscript]> {
    var diagnostics = document.diagnostics
    if let (rows, rest) = transcriptRows(of: document) {
      let read = RowTurns.read(rows, of: source)
      let isGiven = !source.options.columns.isEmpty
      if var transcripts = read.value, transcripts.contains(where: \.hasSpeakers) || isGiven {
        if !transcripts.isEmpty {
          transcripts[0].losses += document.losses
          transcripts[0].preface = text(of: rest)
        }
        return Read(transcripts, diagnostics + read.diagnostics)
      }
    }
    let read = ParagraphTurns.read(document.blocks.paragraphs, path: source.path)
    diagnostics += read.diagnostics
    guard var transcript = read.value else { return Read(nil, diagnostics) }
    transcript.losses += document.losses
    return Read([transcript], diagnostics)
  }

  /// The rows of the document's largest table and of all that have as many columns, when most of
  /// the document's words stand in them; and the paragraphs that stand elsewhere.
  private static func transcriptRows(
    of document: Document
  ) -> (rows: [[String]], rest: [Paragraph])? {
    var sizes: [Int: Int] = [:]
    var total = 0
    for block in document.blocks {
      let size = [block].paragraphs.reduce(0) { $0 + $1.text.utf8.count }
      if block.columns > 1 { sizes[block.columns, default: 0] += size }
      total += size
    }
    guard let largest = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      largest.value * 2 > total
    else { return nil }
    var rows: [[String]] = []
    var rest: [Paragraph] = []
    for block in document.blocks {
      guard case .table(let cells) = block, block.columns == largest.key else {
        rest += [block].paragraphs
        continue
      }
      let more = cells.map { row in row.map(text(of:)) }
      // Tables that go on on another page may say their head again.
      let isContinued = !rows.isEmpty && more.first == rows.first
      rows += more.dropFirst(isContinued ? 1 : 0)
    }
    return (rows, rest)
  }

  private static func text(of paragraphs: [Paragraph]) -> String {
    paragraphs.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension DocumentBlock {
  /// How many columns a table has; 0 for a paragraph.
  fileprivate var columns: Int {
    guard case .table(let rows) = self else { return 0 }
    return rows.map(\.count).max() ?? 0
  }
}

extension ImportedTranscript {
  /// Whether the file says of any turn who speaks.
  fileprivate var hasSpeakers: Bool { turns.contains { $0.label != nil } }
}
