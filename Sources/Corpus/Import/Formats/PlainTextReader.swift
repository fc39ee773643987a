/// Reads PlainText: not yet.
enum PlainTextReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "PlainText files cannot be read yet")])
  }
}
