import Testing

@testable import Corpus

@Suite struct `Finding turns` {
  private static let head =
    "---\nparticipants:\n  LK1: leerkracht\n  PM12: pm\n  Anna: ouder\n---\n"

  @Test(arguments: [
    ("LK1: ja\nPM12: nee\n", ["LK1|ja", "PM12|nee"]),
    ("LK1: ja\nLK1: nee\n", ["LK1|ja", "LK1|nee"]),
    ("Kop\n\nLK1: ja\n", ["LK1|ja"]),
    ("LK1: ja\n\nen  \n wel\n\n \nPM12: nee\n\n", ["LK1|ja\n\nen  \n wel", "PM12|nee"]),
    ("LK1:\n\n  ja\nPM12:\nLK1: \u{A0} nee \u{A0}", ["LK1|ja", "PM12|", "LK1|nee"]),
    ("LK1: om\n17:30 uur\nhttps://a.nl\nHij: nee\n", ["LK1|om\n17:30 uur\nhttps://a.nl\nHij: nee"]),
    ("LK1: ja\n[0:12] PM12 : nee\n", ["LK1|ja", "PM12 12.0|nee"]),
    ("@LK1: ja\n#PM12 : nee", ["LK1|ja", "PM12|nee"]),
    ("LK1: a: b: c", ["LK1|a: b: c"]),
  ])
  func `slices the words after label, time stamp and blanks`(text: String, expected: [String]) {
    #expect(turns(Self.head + text) == expected)
  }

  @Test func `keeps where each line begins`() throws {
    let transcript = try transcript("Kop\n[0:01] A: é\nA: 中")
    #expect(transcript.turns.map(\.start) == [4, 17])
    #expect(transcript.turns.map(\.text) == [14..<16, 20..<23])
    #expect(transcript.speakers.map(\.label) == ["A"])
  }

  // MARK: With declared participants

  @Test(arguments: [
    ("LK2", "LK1"), ("XX9", "LK1"), ("PM99", "PM12"), ("LK", "LK1"), ("LK12", "LK1"),
    ("lk1", "LK1"),
    ("ĹK1", "LK1"), ("K1", "LK1"), ("Ana", "Anna"), ("Annna", "Anna"), ("Ann4", "Anna"),
    ("Kees", "Anna"), ("PM1", "PM12"), ("anna", "Anna"), ("NanA", nil), ("Moderator", nil),
    ("L", nil), ("LKPM", nil), ("Bij", nil), ("L-K1", "LK1"),
  ])
  func `takes what is shaped like a declared label or one edit away`(label: String, like: String?) {
    let read = read(Self.head + "LK1: ja\n\(label): nee\n")
    guard let like else {
      #expect(read.value.map(dump) == ["LK1|ja\n\(label): nee"])
      #expect(read.diagnostics == [])
      return
    }
    #expect(read.value.map(dump) == ["LK1|ja", "\(label)|nee"])
    #expect(
      dump(read.diagnostics) == [
        "8:1 warning: \"\(label)\" speaks in 1 turn, and is not among the participants; "
          + "write \(like) if that is who it is, or add \(label) to participants"
      ])
    #expect(read.value?.speakers.last?.isDeclared == false)
  }

  @Test func `warns of a label that looks like one and stands there twice`() {
    let read = read(Self.head + "LK1: ja\nDe Bruin: nee\nDe Bruin: nee\nVraag: wat\nVraag: wie\n")
    #expect(read.value?.turns.count == 1)
    #expect(
      dump(read.diagnostics) == [
        "8:1 warning: \"De Bruin:\" begins 2 lines, and is read as text of the turn before; "
          + "add De Bruin to participants if it is a speaker"
      ])
  }

  @Test func `takes a declared label from the list of what is none`() {
    #expect(turns("---\nparticipants: {Vraag: moderator}\n---\nVraag: wat") == ["Vraag|wat"])
  }

  @Test func `takes one letter for near to itself only`() {
    let head = "---\nparticipants: {a: x, b: y}\n---\n"
    #expect(turns(head + "a: ja\nB: nee\n4: wel\nab: zo") == ["a|ja", "B|nee\n4: wel\nab: zo"])
  }

  @Test func `warns of a declared label behind blanks`() {
    let read = read(Self.head + "LK1: ja\n  PM12: nee\n\u{A0}LK1: wel\n  Bos: zo\n")
    #expect(read.value?.turns.count == 1)
    #expect(
      dump(read.diagnostics) == [
        "8:1 warning: \"PM12:\" is indented here, and is read as text of the turn before; "
          + "take out the blanks before it if PM12 speaks here",
        "9:1 warning: \"LK1:\" is indented here, and is read as text of the turn before; "
          + "take out the blanks before it if LK1 speaks here",
      ])
  }

  @Test func `knows one label written in two ways`() {
    let head = "---\nparticipants: {Zoë: x}\n---\n"
    #expect(turns(head + "Zoe\u{308}: ja") == ["Zoë|ja"])
    #expect(turns("Zoe\u{308}: ja\nZoë: nee").count == 2)
  }

  @Test func `knows a label that is declared with its mark`() {
    #expect(
      turns("---\nparticipants: {\"@anna\": x}\n---\n@anna: ja\nanna: nee") == [
        "@anna|ja", "@anna|nee",
      ])
  }

  // MARK: Without declarations

  @Test(arguments: [
    "LK1", "Anna", "De heer Van Dam", "Éva", "#12", "@anna", "*PAR0", "# x", "Moderator",
  ])
  func `takes what begins two lines and looks like a label`(label: String) {
    let begins = label != "# x"
    #expect(turns("A: nou\n\(label): ja\nA: wat\n\(label): nee\n").count == (begins ? 4 : 2))
  }

  @Test(arguments: [
    "bijvoorbeeld", "Bijvoorbeeld", "Let op", "Vraag", "Dus", "LET OP", "En", "Maar", "Ik zei",
    "anna", "12", "Een label van vijf woorden", "Een\u{A0}label\tvan vijf woorden", "http", "N.B.",
  ])
  func `takes for text what does not`(label: String) {
    let read = read("A: nou\n\(label): ja\nA: wat\n\(label): nee\n")
    #expect(read.value?.turns.count == 2)
    #expect(read.diagnostics == [])
  }

  @Test func `warns of a label that stands once`() {
    let read = read("A: ja\nBea: nee\nA: wel\n")
    #expect(read.value.map(dump) == ["A|ja\nBea: nee", "A|wel"])
    #expect(
      dump(read.diagnostics) == [
        "2:1 warning: \"Bea:\" stands here only, and is read as text of the turn before; "
          + "declare it under participants if it is a speaker"
      ])
  }

  @Test(arguments: ["Alleen tekst.", "---\ntitle: x\n---\n", "---\ntitle: x\n---", "\u{FEFF}é"])
  func `needs at least one turn`(text: String) {
    let read = read(text)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.message) == ["no turn found"])
  }

  @Test func `reports the first strange labels, and how many more there are`() {
    var text = Self.head + "LK1: ja\n"
    for number in 10..<99 { text += "XX\(number): ja\n" }
    for number in 0..<30 { text += "Vreemde \(number): ja\nVreemde \(number): nee\n" }
    let found = dump(read(text).diagnostics)
    #expect(found.count == 42)
    #expect(
      found.last == "137:1 warning: labels that are read as text: 10 more, here and further on; "
        + "correct those above first")
  }
}
