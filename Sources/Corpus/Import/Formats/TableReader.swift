/// Reads Table: not yet.
enum TableReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "Table files cannot be read yet")])
  }
}
