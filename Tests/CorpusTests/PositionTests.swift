import Testing

@testable import Corpus

@Suite struct `Lines and columns` {
  @Test(arguments: [
    ("é", "1:2"), ("中", "1:2"), ("👩‍👩‍👧", "1:6"), ("e\u{301}", "1:3"), ("a\nb", "2:2"), ("\n\n", "3:1"),
    ("", "1:1"),
  ])
  func `count code points`(before: String, expected: String) {
    let text = Array((before + "x").utf8)
    var cursor = PositionCursor(firstLine: 1)
    let position = cursor.position(in: text.span, of: before.utf8.count)
    #expect("\(position.line):\(position.column)" == expected)
  }

  @Test func `are the same in any order`() {
    let text = Array("é\n中x\n\n👩 a\nb".utf8)
    var random = SeededRandom(seed: 1)
    var cursor = PositionCursor(firstLine: 7)
    for _ in 0..<200 {
      let offset = Int.random(in: 0...text.count + 2, using: &random)
      var fresh = PositionCursor(firstLine: 7)
      #expect(
        cursor.position(in: text.span, of: offset) == fresh.position(in: text.span, of: offset))
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `are those of the file, with front matter and BOM`(end: String) {
    let text = "\u{FEFF}---\ntitle: \"é中👩\" x\n---\n\nA: ja\nBé: 👩\nA: nee\n"
    let read = read(
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end))
    #expect(
      read.diagnostics.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
        == ["2:14", "6:1"])
  }

  @Test func `put diagnostics in the order of the file`() {
    let text =
      "---\nmoderators: [X]\nparticipants: {LK1: a}\norder: x\n---\nLK1: ja\nLK2: nee\n LK1: wel"
    let lines = read(text).diagnostics.map { $0.position?.line ?? 0 }
    #expect(lines == [2, 4, 7, 8])
  }
}
