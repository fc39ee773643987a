/// Reads SRT: not yet.
enum SRTReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "SRT files cannot be read yet")])
  }
}
