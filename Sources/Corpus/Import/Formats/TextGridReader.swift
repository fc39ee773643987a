/// Reads TextGrid: not yet.
enum TextGridReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "TextGrid files cannot be read yet")])
  }
}
