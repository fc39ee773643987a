/// Reads WebVTT (W3C): captions of Zoom, Teams, YouTube and recognisers.
enum VTTReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    CueFile.read(source, isVTT: true)
  }
}
