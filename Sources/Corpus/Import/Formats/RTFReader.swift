/// Reads RTF: not yet.
enum RTFReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "RTF files cannot be read yet")])
  }
}
