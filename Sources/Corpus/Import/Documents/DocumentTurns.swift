/// Finds the turns of a document: in its paragraphs, or in the rows of its tables.
enum DocumentTurns {
  /// Finds the turns.
  static func read(_ document: Document, of source: ImportSource) -> Read<[ImportedTranscript]> {
    var diagnostics = document.diagnostics
    if let rows = transcriptRows(of: document) {
      let read = RowTurns.read(rows, of: source)
      if var transcripts = read.value, transcripts.contains(where: \.hasSpeakers) {
        transcripts[0].losses += document.losses
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
  /// the document's words stand in them.
  private static func transcriptRows(of document: Document) -> [[String]]? {
    var tables: [Int: (rows: [[String]], size: Int)] = [:]
    var total = 0
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): total += paragraph.text.utf8.count
      case .table(let cells):
        let rows = cells.map { row in row.map(text(of:)) }
        let columns = rows.map(\.count).max() ?? 0
        let size = rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8.count } }
        total += size
        guard columns > 1 else { continue }
        let isContinued = rows.first != nil && rows.first == tables[columns]?.rows.first
        tables[columns, default: ([], 0)].rows += rows.dropFirst(isContinued ? 1 : 0)
        tables[columns, default: ([], 0)].size += size
      }
    }
    guard let largest = tables.values.max(by: { $0.size < $1.size }), largest.size * 2 > total
    else {
      return nil
    }
    return largest.rows
  }

  private static func text(of cell: [Paragraph]) -> String {
    cell.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension ImportedTranscript {
  /// Whether the file says of any turn who speaks.
  fileprivate var hasSpeakers: Bool { turns.contains { $0.label != nil } }
}
