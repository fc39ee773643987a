import Testing

@testable import Corpus

@Suite struct `What the front matter says of a transcript` {
  private func read(head: String) -> Read<Transcript> {
    read("---\n\(head)\n---\nA: ja\nA: nee\n")
  }

  private func read(_ text: String) -> Read<Transcript> {
    TranscriptReader.read(Array(text.utf8), id: "x", path: "x.md")
  }

  @Test func `is all there`() throws {
    let transcript = try #require(
      read(
        """
        ---
        title: Focusgroep 7
        date: 2025-03-18
        language: nl
        status: invented, excerpt
        order: 7.5
        brackets: words
        location: KC De Vlieger
        Names: Anna
        municipality: middelgroot
        participants:
          MOD: moderator
          PM1: {role: pedagogisch medewerker, person: P031, ervaring: 12, email: a@b.nl}
          A:
        ---
        A: ja
        """
      ).value)
    #expect(transcript.details.title == "Focusgroep 7")
    #expect(transcript.details.date == "2025-03-18")
    #expect(transcript.details.language == "nl")
    #expect(transcript.details.status == ["invented", "excerpt"])
    #expect(transcript.details.isInvented)
    #expect(transcript.details.order == 7.5)
    #expect(transcript.details.bracketsAreWords)
    #expect(
      transcript.variables == [
        Variable(key: "location", value: "KC De Vlieger", isPrivate: true),
        Variable(key: "Names", value: "Anna", isPrivate: true),
        Variable(key: "municipality", value: "middelgroot", isPrivate: false),
      ])
    #expect(
      transcript.speakers == [
        Speaker(
          label: "MOD", role: "moderator", person: nil, variables: [], isModerator: true,
          isDeclared: true),
        Speaker(
          label: "PM1", role: "pedagogisch medewerker", person: "P031",
          variables: [
            Variable(key: "ervaring", value: "12", isPrivate: false),
            Variable(key: "email", value: "a@b.nl", isPrivate: true),
          ], isModerator: false, isDeclared: true),
        Speaker(
          label: "A", role: nil, person: nil, variables: [], isModerator: false, isDeclared: true),
      ])
    #expect(transcript.firstLine == 16)
    #expect(transcript.string(0..<transcript.text.count) == "A: ja")
  }

  @Test func `keeps private what the file says`() throws {
    let transcript = try #require(read(head: "private: [School, b]\nschool: x\nlocation: y").value)
    #expect(transcript.variables.map(\.isPrivate) == [true, false])
  }

  @Test(arguments: ["2024-02-29", "2025-12-31", ""])
  func `takes dates`(date: String) {
    #expect(read(head: "date: \(date)").diagnostics == [])
  }

  @Test(arguments: [
    "18-03-2025", "2025-3-18", "2025-02-29", "2025-13-01", "2025-00-10", "maart", "٢٠٢٥-03-18",
  ])
  func `warns of what is no date`(date: String) {
    let read = read(head: "date: \(date)")
    #expect(read.value?.details.date == date)
    #expect(
      dump(read.diagnostics)
        == ["2:7 warning: \"\(date)\" is no date; write it as year-month-day"])
  }

  @Test(arguments: [
    ("order: x", "2:8 error: \"x\" is no number; write for example order: 7"),
    ("order: 1e999", "2:8 error: \"1e999\" is no number; write for example order: 7"),
    ("order: nan", "2:8 error: \"nan\" is no number; write for example order: 7"),
    (
      "brackets: nee",
      "2:11 error: brackets cannot be \"nee\"; write brackets: words when what stands in [ ] is speech, or leave it out"
    ),
    ("title: [a]", "2:8 error: title must be one text; put it in double quotes"),
    ("thema: [a]", "2:8 error: thema must be one text; put it in double quotes"),
    ("status: {a: b}", "2:9 error: status must be a list of texts; write it as [a, b]"),
    ("moderators: [[a]]", "2:13 error: moderators must be a list of texts; write it as [a, b]"),
    (
      "participants: A",
      "2:15 error: participants must be a map of labels; write one line for each, indented by two blanks, such as LK1: leerkracht"
    ),
    (
      "participants: {A: [b]}",
      "2:19 error: a participant is a role or a map; write for example A: {role: leerkracht, person: P031}"
    ),
    (
      "participants: {A: {role: [b]}}", "2:26 error: role must be one text; put it in double quotes"
    ),
    (
      "participants: {A: b, \"C:D\": b}",
      "2:22 error: a label has at most 63 characters and no colon; shorten it, here and in the transcript"
    ),
    (
      "participants: {A: b, \" C\": b}",
      "2:22 error: a label cannot begin or end with a blank; take out the blank"
    ),
    (
      "Participants: {A: b}",
      "2:1 error: \"Participants\" is not read as participants; write participants, in small letters"
    ),
    ("TITLE: a", "2:1 error: \"TITLE\" is not read as title; write title, in small letters"),
  ])
  func `must be usable`(head: String, expected: String) {
    let read = read(head: head)
    #expect(read.value == nil)
    #expect(dump(read.diagnostics) == [expected])
  }

  @Test(arguments: [63, 64])
  func `declares labels of at most 63 characters`(count: Int) {
    let label = String(repeating: "é", count: count)
    let read = read("---\nparticipants: {\(label): b}\n---\n\(label): ja")
    #expect((read.value?.turns.count == 1) == (count == 63))
  }

  @Test(arguments: ["---\ntitle: x\nA: ja\nA: nee", "---", "---\n", "--- \n----\n"])
  func `must end`(text: String) {
    #expect(
      dump(read(text).diagnostics)
        == [
          "1:1 error: the front matter that begins here never ends; close it with a line --- after it"
        ])
  }

  @Test(arguments: [
    "---\n---\nA: ja\nA: nee", "---  \ntitle: x\n---\t\nA: ja\nA: nee", "----\nA: ja\nA: nee",
    " ---\nA: ja\nA: nee",
  ])
  func `may be missing or empty`(text: String) {
    #expect(read(text).value?.turns.count == 2)
  }

  @Test func `begins on the first line`() {
    #expect(
      dump(read("\n \n---\ntitle: x\n---\nA: ja\nA: nee").diagnostics)
        == [
          "3:1 error: front matter begins on the first line of a file; take out the blank lines before it"
        ])
    #expect(read("\n---\nA: ja\nA: nee").diagnostics == [])
  }
}
