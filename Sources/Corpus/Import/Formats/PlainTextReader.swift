/// Reads plain text and Markdown, in whatever shape services and researchers write turns.
enum PlainTextReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    if text.hasError { return Read(nil, text.diagnostics) }
    let lines = TextLines(text.bytes.span, mayBeWrapped: true)
    let turns = TextTurns(lines, text.bytes, path: source.path)
    return Read([turns.transcript], text.diagnostics + turns.diagnostics)
  }
}
