import Corpus
import SHA2

extension Anchor {
  /// The anchor of a stretch of the present text.
  ///
  /// - Parameters:
  ///   - range: UTF-8 byte offsets into the text.
  ///   - transcript: The transcript.
  ///   - words: Its words.
  ///   - version: Of the transcript, as it is.
  ///   - index: Where the anchor's words will be among the words of its line.
  init(
    of range: Range<Int>, in transcript: Transcript, words: WordSequence, version: TextVersion,
    at index: Int
  ) {
    let span = transcript.turnPositions(of: range)
    let speaker = transcript.speakers[transcript.turns[span.firstTurn - 1].speaker].label
    let pattern = words.symbols[words.symbols(in: range)].map(\.id)
    let twins = words.occurrences(of: pattern).count { start in
      let turn = transcript.turns[Int(words.symbols[start].turn)]
      return transcript.speakers[turn.speaker].label == speaker
    }
    self.init(
      transcript: transcript.id, text: version.key, span: span, speaker: speaker,
      twins: max(1, twins), words: index)
  }
}

extension Transcript {
  /// The version of the transcript that its present text is.
  var version: TextVersion {
    TextVersion(transcript: id, sha256: SHA256.hexDigest(of: text), turns: turnDigests())
  }

  /// How many code points of a turn stand before a byte of the text.
  func codePoints(_ offset: Int, inTurn turn: Int) -> Int {
    text[turns[turn].text.lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
