/// Reads tables as text, with commas, semicolons or tabs: a row for each utterance.
enum TableReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    if text.hasError { return Read(nil, text.diagnostics) }
    let table = SeparatedRows(text.bytes.span)
    if let quote = table.openQuote {
      let place = position(in: text.bytes.span, of: quote)
      let fault = Diagnostic(
        .error, path: source.path, at: place, "this quote is never closed",
        fix: "close it, or write two quotes where a quote belongs to the words")
      return Read(nil, text.diagnostics + [fault])
    }
    let read = RowTurns.read(table.rows, lines: table.lines, of: source)
    return Read(read.value, text.diagnostics + read.diagnostics)
  }
}
