import Testing

@testable import Corpus

@Suite struct `Decoding a file` {
  private func read(_ bytes: [UInt8]) -> Read<Transcript> {
    TranscriptReader.read(bytes, id: "x", path: "x.md")
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC3, 0x28], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80],
      [0xE9],
    ] as [[UInt8]])
  func `points at bytes that are no UTF-8`(bytes: [UInt8]) {
    for end in ["", " nee"] {
      let read = read(Array("A: é\nA: 中".utf8) + bytes + Array(end.utf8))
      #expect(read.value == nil)
      #expect(read.diagnostics.count == 1)
      #expect(read.diagnostics.first?.position == FilePosition(line: 2, column: 5))
      #expect(read.diagnostics.first?.message.hasPrefix("this is not UTF-8") == true)
    }
  }

  @Test(
    arguments: [[0xEF, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF], [0xED, 0x9F, 0xBF], [0xC2, 0x80]]
      as [[UInt8]])
  func `takes every scalar there is`(bytes: [UInt8]) {
    #expect(read(Array("A: ja ".utf8) + bytes + Array("\nA: nee".utf8)).value?.turns.count == 2)
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x41, 0], [0xFE, 0xFF, 0, 0x41], [0xFF, 0xFE], [0xFF, 0xFE, 0, 0]]
      as [[UInt8]])
  func `names UTF-16`(bytes: [UInt8]) {
    #expect(
      dump(read(bytes).diagnostics) == [
        "1:1 error: this is UTF-16, and transcripts are UTF-8; bring it in with draad import x.md"
      ])
  }

  @Test func `points at NUL bytes and counts them`() {
    let bytes = Array("A: j\0a\0\r\nA: \0nee".utf8)
    #expect(
      read(bytes).diagnostics.map(\.message)
        == ["a NUL byte: this is no text file, here and in 2 more places"])
    #expect(read(bytes).diagnostics.first?.position == FilePosition(line: 1, column: 5))
  }

  @Test(arguments: ["", "\n", " \t\r\n", "\u{FEFF}", "\u{FEFF}\n\u{A0}"])
  func `calls a file without a sign empty`(text: String) {
    #expect(
      dump(read(Array(text.utf8)).diagnostics)
        == [
          "1:1 error: the file is empty; put the transcript back, or take the file out of Corpus/"
        ])
  }

  @Test func `refuses a line of 50 MB`() {
    let bytes = Array("A: ja\nA: ".utf8) + [UInt8](repeating: 0x61, count: 50 << 20)
    let read = read(bytes)
    #expect(read.value == nil)
    #expect(read.diagnostics.first?.position == FilePosition(line: 2, column: 1))
    #expect(read.diagnostics.first?.message.hasPrefix("a line of over 16 MB") == true)
  }

  @Test(arguments: [
    "A: ja\nBea: nee\nA: wel", "---\ntitle: é\n---\nA: ja\n\nA: 中\n", "\n\nA: ja\nA: nee\n\n",
    "A: 👩‍👩‍👧 ĳ\n \nA: nee",
  ])
  func `makes all line ends LF and drops the BOM`(text: String) throws {
    let plain = read(Array(text.utf8))
    let turns = try #require(plain.value).turns
    for end in ["\n", "\r\n", "\r"] {
      for mark in ["", "\u{FEFF}"] {
        let bytes = Array((mark + text).utf8).flatMap { $0 == 10 ? Array(end.utf8) : [$0] }
        let other = read(bytes)
        #expect(other.value?.text == plain.value?.text)
        #expect(other.value?.turns == turns)
        #expect(other.diagnostics == plain.diagnostics)
      }
    }
  }

  @Test func `takes mixed line ends for what they are`() throws {
    let transcript = try #require(read(Array("A: a\r\r\nA: b\n\rA: c\r".utf8)).value)
    #expect(transcript.text == Array("A: a\n\nA: b\n\nA: c\n".utf8))
  }
}
