import Testing

@testable import Corpus

@Suite struct `Large transcripts` {
  @Test(.timeLimit(.minutes(1)))
  func `with thousands of declared and strange labels are read at once`() {
    var text = "---\nmoderators: [M0"
    for number in 1..<3000 { text += ", M\(number)" }
    text += "]\nparticipants:\n"
    for number in 0..<3000 { text += "  Deelnemer nummer \(number): leerkracht\n" }
    text += "---\n"
    for number in 0..<3000 {
      text += "Deelnemer numer \(number): ja\nOuder\(number)x: a\nOuder\(number)x: b\n"
    }
    let read = read(text)
    #expect(read.value?.speakers.count == 6000)
    #expect(read.diagnostics.count == 3 * 21)
  }

  @Test(.timeLimit(.minutes(1)))
  func `with hostile lines are read in one pass`() throws {
    let blanks = String(repeating: " ", count: 200_000)
    let stops = String(repeating: ". ", count: 100_000)
    let text =
      "A: x\(blanks)y\nA: \(stops)\nA: z\(String(repeating: "\n", count: 100_000))z\nA\(blanks): w"
    let transcript = try transcript(text)
    #expect(transcript.turns.count == 4)
    var row = Row()
    for turn in transcript.turns {
      row.cut(transcript.text.span, turn.text)
      #expect(row.sentences.count <= 2)
    }
  }
}
