import Testing

@testable import Corpus

@Suite struct `Who moderates` {
  /// The labels of the moderators.
  private func moderators(_ text: String) throws -> [String] {
    try transcript(text).speakers.filter(\.isModerator).map(\.label)
  }

  @Test(arguments: [
    "moderator", "Moderator", "interviewer", "gespreksleider", "facilitator", "onderzoeker",
    "observator", "notulist", "NOTULIST",
  ])
  func `is known by role`(role: String) throws {
    let text =
      "---\nparticipants: {A: \(role), B: {role: \(role), person: P1}, C: ouder}\n---\nA: ja"
    #expect(try moderators(text) == ["A", "B"])
  }

  @Test func `is known by the list`() throws {
    let text = "---\nmoderators: [A]\nparticipants: {A: ouder, MOD: ouder}\n---\nA: ja\nMOD: nee"
    #expect(try moderators(text) == ["A"])
    #expect(read(text).diagnostics == [])
  }

  @Test(arguments: ["moderators: MOD", "moderators: [MOD, INT]", "moderators: MOD, INT"])
  func `begins turns by the list alone`(moderators list: String) throws {
    let text = "---\n\(list)\nparticipants: {A: ouder}\n---\nMOD: wat\nA: ja\nMOD: en"
    let read = read(text)
    #expect(read.value.map(dump) == ["MOD|wat", "A|ja", "MOD|en"])
    #expect(try moderators(text) == ["MOD"])
    #expect(read.value?.speakers.map(\.isDeclared) == [true, false])
    let silent = "moderator \"INT\" does not speak here"
    #expect(read.diagnostics.map(\.message) == (list.contains("INT") ? [silent] : []))
  }

  @Test func `begins turns by the list without participants`() throws {
    let text = "---\nmoderators: [Jan]\n---\nJan: wat\nA: ja\nA: nee\nMod: zo\nMod: zo"
    #expect(turns(text) == ["Jan|wat", "A|ja", "A|nee", "Mod|zo", "Mod|zo"])
    #expect(try moderators(text) == ["Jan"])
    #expect(read(text).diagnostics == [])
  }

  @Test(arguments: [
    "MOD", "Moderator", "INT", "Interviewer", "I", "V", "Q", "Gespreksleider", "Interviewer 2",
    "INT1",
  ])
  func `is known by usual labels where nothing is declared`(label: String) throws {
    for head in ["", "---\ntitle: x\n---\n"] {
      let text = head + "\(label): wat\nA: ja\n\(label): en\nA: nee\n"
      #expect(try moderators(text) == [label])
      #expect(
        dump(read(text).diagnostics) == [
          "\(head.isEmpty ? 1 : 4):1 note: \"\(label)\" is taken for a moderator; "
            + "say who moderates with moderators: [\(label)] in the front matter"
        ])
    }
  }

  @Test func `is not known by usual labels where participants are declared`() throws {
    #expect(try moderators("---\nparticipants: {MOD: ouder}\n---\nMOD: ja") == [])
  }
}
