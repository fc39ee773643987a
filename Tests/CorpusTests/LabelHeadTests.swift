import Testing

@testable import Corpus

@Suite struct `The head of a line` {
  /// Label, milliseconds and words; nil when the line begins with no label.
  private func head(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    guard let head = LabelHead(bytes.span, line: 0, end: bytes.count) else { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (head.isMarked ? "*" : "") + text(head.label) + (head.time.map { " \($0)" } ?? "") + "|"
      + text(head.textStart..<bytes.count)
  }

  @Test(arguments: [
    ("LK1: ja", "LK1|ja"), ("LK1:ja", "LK1|ja"), ("LK1:", "LK1|"), ("LK1:   ", "LK1|"),
    ("LK1  : ja", "LK1|ja"), ("LK1\u{A0}\t:\u{A0}ja", "LK1|ja"),
    ("Anne-Fleur de Groot: ja", "Anne-Fleur de Groot|ja"), ("Zoë: ja", "Zoë|ja"),
    ("中文: ja", "中文|ja"), ("👩‍👩‍👧: ja", "👩‍👩‍👧|ja"), ("Bos (IB'er): ja", "Bos (IB'er)|ja"),
    ("#LK1: ja", "*LK1|ja"), ("@anna: ja", "*anna|ja"), ("*PAR0: ja", "*PAR0|ja"),
    ("[00:01:12] LK1: ja", "LK1 72000|ja"), ("(1:12)LK1: ja", "LK1 72000|ja"),
    ("LK1 [00:01:12]: ja", "LK1 72000|ja"), ("LK1(1:12) : ja", "LK1 72000|ja"),
    ("LK1: [00:01:12] ja", "LK1 72000|ja"), ("LK1:[1:12.5]ja", "LK1 72500|ja"),
    ("[0:01] LK1 [0:02]: [0:03] ja", "LK1 1000|ja"),
    ("LK1: [0:01] [0:02] ja", "LK1 1000|[0:02] ja"),
    ("LK1 [naam]: ja", "LK1 [naam]|ja"), ("LK1: 17:30", "LK1|17:30"),
    ("LK1:2 kinderen", "LK1|2 kinderen"),
    ("A: b: c", "A|b: c"), ("12: ja", "12|ja"), ("[99:59:59] A: ja", "A 359999000|ja"),
  ])
  func `holds a label, perhaps with a time stamp`(line: String, expected: String) {
    #expect(head(line) == expected)
  }

  @Test(arguments: [
    "", "ja", ": ja", "  : ja", "17:30 uur", "1:12", "Om 17:30 zijn we klaar", "#: ja", "# Kop: ja",
    "## Kop: ja", "@@a: ja", " LK1: ja", "\tLK1: ja", "\u{A0}LK1: ja", "[0:12] : ja", "[0:12]",
    "LK1 [0:12] ja: nee", "https://a.nl", "Zie https://a.nl", "[0:12] [0:13] LK1: ja",
  ])
  func `that holds none`(line: String) {
    #expect(head(line) == nil)
  }

  @Test(arguments: ["a", "é", "中", "👩"])
  func `counts code points up to 63`(sign: String) {
    let longest = String(repeating: sign, count: 63)
    #expect(head(longest + ": ja") == longest + "|ja")
    #expect(head(longest + "   \u{A0} [0:01] : ja") == longest + " 1000|ja")
    #expect(head("[0:01] #" + longest + ": ja") == "*" + longest + " 1000|ja")
    #expect(head(longest + sign + ": ja") == nil)
    #expect(head(longest + "  " + sign + ": ja") == nil)
  }

  @Test(arguments: [
    ("[1:12]", 72_000), ("(01:12)", 72_000), ("[00:01:12]", 72_000), ("[1:00:00]", 3_600_000),
    ("[100:12]", 6_012_000), ("[1:12.5]", 72_500), ("[1:12,345]", 72_345),
    ("[1:12.345678]", 72_345),
  ])
  func `reads time stamps`(stamp: String, milliseconds: Int) {
    let bytes = Array(stamp.utf8)
    let read = TimeStamp(bytes.span, at: 0, end: bytes.count)
    #expect(read?.milliseconds == milliseconds)
    #expect(read?.end == bytes.count)
  }

  @Test(arguments: [
    "[1:2]", "[1:60]", "[1:60:00]", "[1:12:60]", "[112]", "[1:12", "[1:12)", "[1:12.]", "[1:12 ]",
    "[1000:00]", "[1:2:3:04]", "[:12]", "[]", "1:12", "[1:123]", "[-1:12]",
  ])
  func `and what is none`(stamp: String) {
    let bytes = Array(stamp.utf8)
    #expect(TimeStamp(bytes.span, at: 0, end: bytes.count) == nil)
  }
}
