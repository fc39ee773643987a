/// Reads Recogniser: not yet.
enum RecogniserReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "Recogniser files cannot be read yet")])
  }
}
