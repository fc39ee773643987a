import Corpus

/// Turns UTF-8 offsets into a transcript's text into code points.
struct CodePoints {
  private let text: [UInt8]
  /// Bytes and code points before each turn's text.
  private let turnStarts: [(bytes: Int, codePoints: Int)]

  init(of transcript: Transcript) {
    text = transcript.text
    var starts: [(bytes: Int, codePoints: Int)] = []
    var last = (bytes: 0, codePoints: 0)
    for turn in transcript.turns {
      let bytes = turn.text.lowerBound
      last = (bytes, last.codePoints + CodePoints.count(transcript.text[last.bytes..<bytes]))
      starts.append(last)
    }
    turnStarts = starts
  }

  /// A range of bytes of the text as code points of a turn that holds it.
  func inTurn(_ range: Range<Int>, turn: Int) -> Range<Int> {
    let start = CodePoints.count(text[turnStarts[turn].bytes..<range.lowerBound])
    return start..<(start + CodePoints.count(text[range]))
  }

  /// A range of bytes of the text as code points of the text, given the turn that holds it.
  func inText(_ range: Range<Int>, turn: Int) -> Range<Int> {
    let range = inTurn(range, turn: turn)
    let start = turnStarts[turn].codePoints
    return (start + range.lowerBound)..<(start + range.upperBound)
  }

  /// Every byte but a continuation byte begins a code point.
  private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
