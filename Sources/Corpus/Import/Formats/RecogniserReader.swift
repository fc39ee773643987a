internal import JSON

/// Reads what speech recognisers make: Whisper, WhisperX, AWS Transcribe and Call Analytics,
/// AssemblyAI, Deepgram, Kaldi; and oTranscribe's own files.
enum RecogniserReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    if text.hasError { return Read(nil, text.diagnostics) }
    let value: JSONValue
    do {
      value = try JSONValue(text.bytes)
    } catch {
      let place = FilePosition(line: error.line, column: error.column)
      let fault = Diagnostic(
        .error, path: source.path, at: place, error.message,
        fix: "this is no JSON as it stands: export it again, or mend it here")
      return Read(nil, text.diagnostics + [fault])
    }
    if let page = value["text"]?.string, value["media"] != nil, page.contains("<") {
      var options = source.options
      options.encoding = .utf8
      let read = HTMLReader.read(
        ImportSource(Array(page.utf8), path: source.path, options: options))
      return Read(read.value, text.diagnostics + read.diagnostics)
    }
    guard let recognised = Recognised(value) else {
      let fault = Diagnostic(
        .error, path: source.path, "no words with times are found in this JSON",
        fix: "Draad reads that of Whisper, WhisperX, AWS Transcribe, AssemblyAI, Deepgram and Kaldi"
      )
      return Read(nil, text.diagnostics + [fault])
    }
    var transcript = ImportedTranscript()
    var joiner = TurnJoiner()
    for piece in recognised.pieces {
      joiner.append(piece.label, piece.text, start: piece.start, end: piece.end)
    }
    transcript.turns = joiner.finish()
    transcript.language = recognised.language
    transcript.losses.add(recognised.words, "time of a word", "times of words")
    return Read([transcript], text.diagnostics)
  }
}
