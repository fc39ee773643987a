/// Reads a file of captions, from bytes to turns.
enum CueFile {
  static func read(_ source: ImportSource, isVTT: Bool) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    var diagnostics = text.diagnostics
    if text.hasError { return Read(nil, diagnostics) }
    var scanner = CueScanner(isVTT: isVTT)
    scanner.scan(text.bytes.span)
    if let first = scanner.faultyTimes.first {
      diagnostics.append(
        Diagnostic(
          .warning, path: source.path, at: position(in: text.bytes.span, of: first),
          "\(counted(scanner.faultyTimes.count, "cue")) without times that can be read",
          fix: "write them as 00:01:12.480 --> 00:01:14.000"))
    }
    var words = CueWords(text.bytes, cues: scanner.cues)
    var transcript = ImportedTranscript()
    transcript.losses = scanner.losses
    transcript.losses.add(
      words.removeRepeats(cues: scanner.cues), "repeated line of rolling captions",
      "repeated lines of rolling captions")
    let turns = CueTurns(words, cues: scanner.cues)
    transcript.turns = turns.turns
    transcript.language = scanner.language
    diagnostics += turns.doubtful.prefix(10).map { label in
      Diagnostic(
        .note, path: source.path, "\"\(label):\" begins a cue once, and is read as its words",
        fix: "if it is a speaker, give it a turn of its own in what is written")
    }
    return Read([transcript], diagnostics)
  }
}
