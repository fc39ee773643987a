import Testing

@testable import Corpus

@Suite struct `Turns of random transcripts` {
  private static let lines = [
    "LK1: ja", "LK1:", "LK2 : nee", "PM1: é 中", "[0:12] LK1: wel", "LK1 [0:12]: zo", "  LK1: nee",
    "zo maar tekst", "Vraag: wat", "17:30 uur", "", " ", "\u{A0}", "#LK1: x", "---", "MOD: en",
    "👩‍👩‍👧: ja", ":", "[0:12]", "LK1: [0:12]", "A:", "(lacht)", "Een label van vijf woorden: nee",
  ]
  private static let heads = [
    "", "---\nparticipants: {LK1: a, PM1: b}\n---\n", "---\ntitle: x\nmoderators: MOD\n---\n",
  ]

  @Test(arguments: 0..<4)
  func `tile the text with labels and blanks`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<300 {
      let head = random.pick(Self.heads)
      let count = Int.random(in: 0...12, using: &random)
      let body = (0..<count).map { _ in random.pick(Self.lines) }.joined(separator: "\n")
      guard let transcript = read(head + body).value else { continue }
      #expect(transcript.text == Array(body.utf8))
      let text = transcript.text
      var end = 0
      for (index, turn) in transcript.turns.enumerated() {
        let next =
          index + 1 < transcript.turns.count ? transcript.turns[index + 1].start : text.count
        #expect(index == 0 || turn.start >= end)
        #expect(turn.start == 0 || text[turn.start - 1] == 0x0A)
        // Before the words only the head of the line and blanks, after them only blanks.
        let label = transcript.string(turn.start..<turn.text.lowerBound)
        #expect(label.contains(":") && !label.allSatisfy(\.isWhitespace))
        let rest = transcript.string(turn.text.upperBound..<next)
        #expect(!rest.contains { !$0.isWhitespace })
        let words = transcript.string(turn.text)
        #expect(words.first?.isWhitespace != true && words.last?.isWhitespace != true)
        end = next
      }
      #expect(end == text.count)
    }
  }
}
