/// Reads VTT: not yet.
enum VTTReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "VTT files cannot be read yet")])
  }
}
