/// Reads CHAT: not yet.
enum CHATReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "CHAT files cannot be read yet")])
  }
}
