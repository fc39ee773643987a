/// Reads SubRip: numbered captions with a comma in their times.
enum SRTReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    CueFile.read(source, isVTT: false)
  }
}
