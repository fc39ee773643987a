/// Reads HTML: not yet.
enum HTMLReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "HTML files cannot be read yet")])
  }
}
