/// Reads tables as text, with commas, semicolons or tabs: a row for each utterance.
enum TableReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    if text.hasError { return Read(nil, text.diagnostics) }
    let table = SeparatedText.read(bytes: text.bytes, path: source.path, quotes: .lenient)
    guard let rows = table.value?.rows.filter({ $0.contains { !$0.text.isEmpty } }) else {
      return Read(nil, text.diagnostics + table.diagnostics)
    }
    let read = RowTurns.read(
      rows.map { $0.map(\.text) }, lines: rows.map { $0[0].position.line }, of: source)
    return Read(read.value, text.diagnostics + read.diagnostics)
  }
}
