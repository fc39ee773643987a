import Foundation
import Testing

@Suite struct `Codings whose words changed` {
  /// A study whose transcripts changed: of six codings, four were found again.
  private func moved() throws -> CodingStudy {
    let study = try CodingStudy()
    for place in ["A1:2", "A1:3", "A2:2", "A2:3"] { try study.run("code \(place) tijd") }
    try study.run("code A1:2 wachten --quote Dat_werkt")
    try study.run("code A1:2 lijnen --quote zijn_kort", as: "Bram")
    let text = CodingStudy.transcript.replacing(
      "De lijnen zijn kort", with: "Nou, de lijnen zijn kort")
    try study.folder.write(text.replacing("café kort", with: "kort"), to: "Corpus/A1.md")
    try study.folder.write(text.replacing("kort", with: "lang"), to: "Corpus/A2.md")
    return study
  }

  @Test func `found again in a changed text is shown, and taken over in one line`() throws {
    let study = try moved()
    let told = "A1 changed: 3 codings found again, 1 uncertain, 0 gone: see draad reanchor\n"
    let other = "A2 changed: 1 coding found again: see draad reanchor\n"
    #expect(try study.run("status").errors == told + other)
    let list = try study.run("reanchor")
    #expect(list.status == 1)
    #expect(
      list.output.hasSuffix("(uncertain)\nA1: 3 codings found again\nA2: 1 coding found again\n"))
    #expect(list.errors.contains("draad reanchor --found") && list.errors.contains("--all"))
    let all = try study.run("reanchor --all").output
    #expect(all.contains("  before: zijn kort\n  now:    A1:2.15-24 PM1: “zijn kort”\n"), "\(all)")
    #expect(all.split(separator: "\n").count == 5 * 3 + 2)
    let rows = Sheet(try study.run("reanchor --all --csv").output).rows
    #expect(rows.map { $0["standing"] } == ["uncertain", "found", "found", "found", "found"])
    // One transcript first; whoever coded it.
    #expect(
      try study.run("reanchor --found a1").output
        == "A1: 3 codings stand where their words are now\n")
    let left = "A1 changed: 0 codings found again, 1 uncertain, 0 gone: see draad reanchor\n"
    #expect(try study.run("status").errors == left + other)
    #expect(try study.run("undo").output.hasPrefix("took back: reanchor --found a1 ("))
    #expect(try study.run("undo").output.hasPrefix("took back: code A1:2."))
    try study.run("redo")
    #expect(try study.run("status").errors == told + other)
    #expect(try study.run("redo").status == 0)
    try study.run("reanchor --found")
    #expect(try study.run("status").errors == left)
    let lost = try study.run("reanchor")
    #expect(lost.status == 1 && lost.errors == "", "\(lost)")
    try study.run("reanchor \(lost.output.prefix { $0 != " " }) here")
    #expect(
      try study.run("reanchor")
        == Tool.Result(errors: "every coding stands on its words\n", status: 0))
    #expect(try study.run("log check").status == 0)
    let quotes = Sheet(try study.run("quotes --origin hand --table --csv").output).rows
    #expect(
      quotes.contains { $0["quotation"] == "zijn kort" && $0["coders"] == "Bram" }, "\(quotes)")
  }

  @Test(arguments: [
    ("reanchor --found A9", "there is no transcript \"A9\""),
    ("reanchor --found --from x.csv", "--found takes no --from"),
    ("reanchor x here", "no coding whose words changed has the id \"x\""),
    ("reanchor A1", "reanchor needs an id and a place"),
  ])
  func `found again is not taken over by a slip`(line: String, words: String) throws {
    let study = try moved()
    let result = try study.run(line)
    #expect(result.status == 2 && result.errors.contains(words), "\(result)")
    #expect(try study.run("status").errors.contains("A1 changed: 3 codings found again"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `found again is asked about at the end, in a terminal`() throws {
    let study = try moved()
    let asked = try study.ask("reanchor", keys: "\\nwhat\\ns\\nb\\n\\ny\\n")
    #expect(asked.status == 1)
    #expect(asked.output.contains("\"what\" does nothing here"))
    #expect(asked.output.contains("  before: zijn kort\n"))
    #expect(asked.output.contains("A2: 1 coding stands where its words are now\n"))
    #expect(try study.run("reanchor --csv").output.split(separator: "\n").count == 2)
    #expect(try study.run("reanchor --all --csv").output.split(separator: "\n").count == 2)
    try study.run("undo")
    #expect(try study.ask("reanchor", keys: "here\\nn\\nq\\n").status == 0)
    #expect(try study.ask("reanchor", keys: "").status == 0)
    #expect(try study.run("reanchor --all --csv").output.split(separator: "\n").count == 5)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func `asks in a terminal where lost words are, and takes another answer`() throws {
    let study = try CodingStudy()
    for place in ["A1:2", "A1:3"] { try study.run("code \(place) tijd") }
    try study.folder.write(
      CodingStudy.transcript.replacing("café kort", with: "dun").replacing("Dat werkt. ", with: ""),
      to: "Corpus/A1.md")
    let left = try study.ask("reanchor", keys: "\\nonzin\\nA1:9\\nb\\n")
    #expect(left.output.components(separatedBy: "1 of 2  ").count == 3, "\(left.output)")
    #expect(left.output.contains("\"onzin\" is no place: say here, gone, or a position"))
    #expect(left.output.contains("there is no turn 9"))
    #expect(left.output.contains("a position (FG07:12)\nEnter next · b back · q stop"))
    #expect(left.status == 1)
    let all = try study.ask("reanchor", keys: "gone\\nb\\nhere\\nA1:3\\n")
    #expect(all.status == 0 && all.output.contains("  you said: gone\n"))
    #expect(try study.run("reanchor").status == 0)
    let quotes = try study.run("quotes --origin hand --table --csv").output
    #expect(quotes.split(separator: "\n").count == 3, "\(quotes)")
  }

  @Test func `said to be gone for good can still be put somewhere`() throws {
    let study = try moved()
    let id = try study.run("reanchor").output.prefix { $0 != " " }
    #expect(
      try study.run("reanchor \(id) gone").output == "A1 tijd is gone for good, as you say\n")
    #expect(try study.run("reanchor").status == 0)
    #expect(
      try study.run("reanchor --all").output.contains("  now:    gone for good, as was said\n"))
    #expect(try study.run("reanchor \(id) A1:3").status == 0)
    #expect(try !study.run("reanchor --all").output.contains("for good"))
  }

  @Test func `uncertain is shown with its own words, and whole`() throws {
    let study = try CodingStudy()
    func write(_ text: String) throws {
      try study.folder.write(
        CodingStudy.transcript.replacing("De lijnen zijn kort. Dat werkt.", with: text),
        to: "Corpus/A1.md")
    }
    try write(
      "Ik daar iets van? Ik vind het goed dat jij bij de peuters zit vandaag, maar het is ver.")
    try study.run("code A1:2 tijd --quote Ik_vind_…_ver")
    try write(
      "Ik daar iets van? Ik vind het goed dat jij bij die peuters zit vandaag, maar het is ver.")
    let now =
      "  now:    A1:2.18-87 PM1: “Ik vind het goed dat jij bij die peuters zit vandaag, maar het is ver” (uncertain)\n"
    let list = try study.run("reanchor").output
    #expect(list.contains(now), "\(list)")
  }
}
