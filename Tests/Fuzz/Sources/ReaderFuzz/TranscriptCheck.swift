import Corpus

/// Reads bytes as a transcript, cuts every turn, and stops the program where something cannot be.
func checkTranscript(_ bytes: [UInt8]) {
  let read = TranscriptReader.read(bytes, id: "fuzz", path: "fuzz.md")
  let hasError = read.diagnostics.contains { $0.severity == .error }
  precondition((read.value == nil) == hasError, "a transcript exactly when there is no error")
  for diagnostic in read.diagnostics {
    guard let position = diagnostic.position else { continue }
    precondition(position.line > 0 && position.column > 0, "positions begin at 1")
  }
  if let transcript = read.value { check(transcript, bytes) }
}

private func check(_ transcript: Transcript, _ bytes: [UInt8]) {
  let text = transcript.text
  precondition(String(validating: text, as: UTF8.self) != nil, "the text is UTF-8")
  precondition(!text.contains(0x0D), "line ends are LF")
  var end = 0
  var row = Row()
  for turn in transcript.turns {
    precondition(transcript.speakers.indices.contains(turn.speaker), "the speaker is known")
    precondition(turn.start >= end && turn.text.lowerBound > turn.start, "turns are in order")
    precondition(turn.text.upperBound <= text.count, "turns lie in the text")
    end = turn.text.upperBound
    row.cut(text.span, turn.text, bracketsAreWords: transcript.details.bracketsAreWords)
    check(row, turn, text)
  }
}

private func check(_ row: Row, _ turn: Turn, _ text: [UInt8]) {
  var end = turn.text.lowerBound
  for (index, place) in row.places.enumerated() {
    precondition(Int(place.start) >= end && place.end > place.start, "places are in order")
    end = Int(place.end)
    let word = text[Int(place.start)..<end]
    precondition(String(validating: word, as: UTF8.self) != nil, "words are whole")
    precondition(row.transcribers.contains(index) == place.isTranscribers)
    let folded = Folding.fold(word)
    precondition(Folding.fold(folded) == folded, "folding twice changes nothing")
  }
  precondition(end <= turn.text.upperBound, "places lie in the turn")
  var place = 0
  var start = turn.text.lowerBound
  for sentence in row.sentences {
    precondition(sentence.row.lowerBound >= place && !sentence.row.isEmpty, "rows are in order")
    precondition(sentence.text.lowerBound >= start, "sentences are in order")
    precondition(Int(row.places[sentence.row.lowerBound].start) >= sentence.text.lowerBound)
    precondition(Int(row.places[sentence.row.upperBound - 1].end) <= sentence.text.upperBound)
    let words = row.wordIndex(sentence.row.upperBound) - row.wordIndex(sentence.row.lowerBound)
    precondition(words > 0, "a sentence has a word")
    place = sentence.row.upperBound
    start = sentence.text.upperBound
  }
  precondition(start <= turn.text.upperBound, "sentences lie in the turn")
  for index in row.places.indices where !row.places[index].isTranscribers {
    precondition(row.sentenceIndex(index) != nil, "every word has its sentence")
  }
}
