/// Reads TRS: not yet.
enum TRSReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "TRS files cannot be read yet")])
  }
}
