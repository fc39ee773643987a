/// Reads EAF: not yet.
enum EAFReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "EAF files cannot be read yet")])
  }
}
