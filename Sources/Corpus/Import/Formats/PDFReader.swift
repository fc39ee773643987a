/// Reads PDF: not yet.
enum PDFReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "PDF files cannot be read yet")])
  }
}
