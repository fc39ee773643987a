/// Reads DOCX: not yet.
enum DOCXReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "DOCX files cannot be read yet")])
  }
}
