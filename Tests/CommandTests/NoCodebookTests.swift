import Foundation
import Testing

/// Somebody who begins with transcripts, and has no codebook yet.
@Suite struct `A study without a codebook` {
  private func study() throws -> CodingStudy {
    let study = try CodingStudy()
    try FileManager.default.removeItem(atPath: study.folder("Codebooks/boek.md"))
    return study
  }

  @Test(arguments: [
    ("transcripts --csv", "A1,,\"MOD, PM1, LK1\""), ("transcripts --labels", "MOD"),
    ("speakers --csv", "A1,PM1,pedagogisch medewerker"), ("speakers --by role", "leerkracht"),
    ("speakers --follows", "leerkracht"), ("read A1:3", "Ja, de lijnen zijn café kort."),
    ("memo A1 Rommelig", "noted on A1"), ("memos", "Memos"), ("figure timeline", ">PM1</text>"),
    ("log", "Log"),
    ("erase A1:LK1 --why x", "erased"),
  ])
  func `answers what needs no codes`(line: String, words: String) throws {
    let result = try study().run(line)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(words), "\(result.output)")
    #expect(!result.errors.contains("codebook") && !result.output.contains("proposed"))
  }

  @Test(arguments: [
    "frequencies", "quotes", "apply", "report", "read A1 --codings", "code A1:2 --new Iets",
    "transcripts --codebook boek", "codebook show", "status",
  ])
  func `refuses what needs them, and says what to do`(line: String) throws {
    let result = try study().run(line)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("Codebooks: error: this study has no codebook\n  fix: "))
  }

  @Test func `is told that it has none, which is no fault`() throws {
    let study = try study()
    for line in ["check", "codebook check"] {
      let checked = try study.run(line)
      #expect(checked.status == 0)
      #expect(checked.output.hasPrefix("Codebooks: note: there is no codebook yet\n  fix: "))
    }
    #expect(try study.run("check --quiet").output == "")
    try study.folder.write("# x", to: "Codebooks/boek.md")
    #expect(try !study.run("check").output.contains("no codebook"))
  }

  @Test func `keeps notes, also once a codebook is there, and takes them back`() throws {
    let study = try study()
    try study.run("memo A1 Rommelig")
    #expect(try study.run("undo").output.hasPrefix("took back: memo A1"))
    #expect(try study.run("redo").output.hasPrefix("put back: memo A1"))
    try study.folder.write(CodingStudy.codebook, to: "Codebooks/boek.md")
    #expect(try study.run("memos").output.contains("Rommelig"))
    #expect(try study.run("log check").status == 0)
    #expect(try study.run("status").errors == "")
  }
}
