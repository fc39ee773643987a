/// Reads ODT: not yet.
enum ODTReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "ODT files cannot be read yet")])
  }
}
