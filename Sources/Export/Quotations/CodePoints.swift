import Corpus

/// Turns UTF-8 offsets into a transcript's text into code points.
struct CodePoints {
  private let text: [UInt8]
  /// Bytes and code points before each turn's text, and at the end of the last.
  private let turnStarts: [(bytes: Int, codePoints: Int)]

  init(of transcript: Transcript) {
    text = transcript.text
    let text = transcript.text.span
    var starts: [(bytes: Int, codePoints: Int)] = []
    var last = (bytes: 0, codePoints: 0)
    for bytes in transcript.turns.lazy.map(\.text.lowerBound) + [text.count] {
      let between = text.extracting(last.bytes..<bytes)
      last = (bytes, last.codePoints + CodePoints.count(between))
      starts.append(last)
    }
    turnStarts = starts
  }

  /// A range of bytes of the text as code points of a turn that holds it.
  func inTurn(_ range: Range<Int>, turn: Int) -> Range<Int> {
    let (begin, end) = (turnStarts[turn], turnStarts[turn + 1])
    if end.bytes - begin.bytes == end.codePoints - begin.codePoints {
      // Nothing in it takes more than a byte.
      return (range.lowerBound - begin.bytes)..<(range.upperBound - begin.bytes)
    }
    let text = text.span
    let start = CodePoints.count(text.extracting(begin.bytes..<range.lowerBound))
    return start..<(start + CodePoints.count(text.extracting(range)))
  }

  /// A range of code points of a turn as code points of the text.
  func inText(_ range: Range<Int>, turn: Int) -> Range<Int> {
    let start = turnStarts[turn].codePoints
    return (start + range.lowerBound)..<(start + range.upperBound)
  }

  /// Every byte but a continuation byte begins a code point.
  private static func count(_ bytes: borrowing Span<UInt8>) -> Int {
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    if all < 0x80 { return bytes.count }
    var continuations = 0
    for index in bytes.indices { continuations &+= bytes[index] & 0xC0 == 0x80 ? 1 : 0 }
    return bytes.count - continuations
  }
}
