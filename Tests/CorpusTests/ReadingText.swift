import Testing

@testable import Corpus

/// Reads a transcript from text.
func read(_ text: String) -> Read<Transcript> {
  TranscriptReader.read(Array(text.utf8), id: "FG99", path: "FG99.md")
}

/// Reads a transcript from text, which must be usable.
func transcript(
  _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Transcript {
  let read = read(text)
  return try #require(read.value, "\(dump(read.diagnostics))", sourceLocation: sourceLocation)
}

/// One line for each diagnostic: `3:1 warning: message; fix`.
func dump(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    let place = diagnostic.position.map { "\($0.line):\($0.column) " } ?? ""
    let fix = diagnostic.fix.map { "; \($0)" } ?? ""
    return "\(place)\(diagnostic.severity): \(diagnostic.message)\(fix)"
  }
}

/// One line for each turn: `LK1|words`, with the seconds of a time stamp after the label.
func dump(_ transcript: Transcript) -> [String] {
  transcript.turns.map { turn in
    let time = turn.time.map { " \(Double($0) / 1000)" } ?? ""
    return "\(transcript.speakers[turn.speaker].label)\(time)|\(transcript.string(turn.text))"
  }
}

/// The turns of a text, whatever is reported.
func turns(_ text: String) -> [String] {
  read(text).value.map(dump) ?? []
}

/// A turn's text cut, as one line: words in a row, `[…]` as `[]`, `|` after each sentence.
func cut(_ text: String, bracketsAreWords: Bool = false) -> String {
  let bytes = Array(text.utf8)
  var row = Row()
  row.cut(bytes.span, 0..<bytes.count, bracketsAreWords: bracketsAreWords)
  var parts: [String] = []
  for (index, place) in row.places.enumerated() {
    let word = String(decoding: bytes[Int(place.start)..<Int(place.end)], as: UTF8.self)
    parts.append(place.isTranscribers ? "[]" : word)
    if row.sentences.contains(where: { $0.row.upperBound == index + 1 }) { parts.append("|") }
  }
  return parts.joined(separator: " ")
}

/// The sentences of a turn as they stand.
func sentences(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  var row = Row()
  row.cut(bytes.span, 0..<bytes.count)
  return row.sentences.map { String(decoding: bytes[$0.text], as: UTF8.self) }
}
