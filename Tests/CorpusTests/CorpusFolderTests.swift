import FileSystem
import Foundation
import Testing

@testable import Corpus

@Suite struct `The transcripts of a study` {
  /// Ids and faults, with paths in the folder.
  private func list(_ study: StudyFolder) throws -> (ids: [String], faults: [String]) {
    let found = try CorpusFolder.list(study.path)
    let faults = found.diagnostics.map { diagnostic in
      [diagnostic.path, "\(diagnostic.severity)", diagnostic.message, diagnostic.fix ?? ""]
        .joined(separator: ": ").replacingOccurrences(of: study.path + "/", with: "")
    }
    return (found.transcripts.map(\.id), faults)
  }

  @Test func `are its md and txt files in the order of their ids`() throws {
    let study = try StudyFolder([
      "FG10.md", "FG07.txt", "deel/twee/FG08.md", "a.v2.MD", "Zoë-1_a.Txt", "é.md", "README.md",
      "readme-eerst.txt", "deel/README.txt", ".FG01.md", "_FG02.md", ".git/FG03.md", "_oud/FG04.md",
      "Codings/jan/FG05.md", "Codings/x.jsonl",
    ])
    let found = try list(study)
    #expect(found.ids == ["FG07", "FG08", "FG10", "Zoë-1_a", "a.v2", "é"])
    #expect(found.faults == [])
    let withSlash = try CorpusFolder.list(study.path + "/")
    #expect(withSlash.transcripts.map(\.id) == found.ids)
    #expect(withSlash.transcripts.first?.path == study("FG07.txt"))
  }

  @Test func `name files that must be imported`() throws {
    let study = try StudyFolder([
      "FG01.md", "deel/FG02.docx", "FG03", "FG04.vtt", "deel/Codings/a.csv",
    ])
    let found = try list(study)
    #expect(found.ids == ["FG01"])
    #expect(
      found.faults
        == ["FG03", "FG04.vtt", "deel/Codings/a.csv", "deel/FG02.docx"].map {
          "\($0): note: is not read: bring it in with draad import \($0)"
        })
  }

  @Test(arguments: [
    ["FG07.md", "fg07.md"], ["FG07.md", "FG07.txt"], ["FG07.md", "deel/FG07.md"],
    ["Zoë.md", "Zoe.txt"],
    ["Straße.md", "strasse.txt"],
  ])
  func `cannot share an id`(names: [String]) throws {
    let study = try StudyFolder(names + ["FG08.md"])
    let found = try list(study)
    #expect(found.ids == ["FG08"])
    #expect(found.faults.count == 1)
    for name in names { #expect(found.faults.first?.contains(name) == true) }
    #expect(found.faults.first?.contains("error: its id") == true)
  }

  @Test(arguments: [
    ("FG 07.md", "\" \""), ("FG:07.md", "\":\""), ("FG07‐a.md", "\"‐\""),
    ("FG07\u{1B}.md", "a control character"),
    ("👩.md", "\"👩\""), ("zo'n.txt", "\"'\""),
  ])
  func `have ids of letters, digits and a few signs`(name: String, sign: String) throws {
    let found = try list(try StudyFolder([name]))
    #expect(
      found.faults == [
        "\(name): error: \(sign) cannot stand in a transcript's name: "
          + "rename it with letters, digits, - and _ only"
      ])
  }

  @Test func `may lie in a folder that is named as one`() throws {
    let found = try list(try StudyFolder(["FG99.md/FG01.md"]))
    #expect(found.ids == ["FG01"])
    #expect(
      found.faults
        == ["FG99.md: warning: is a folder, and no transcript: give it a name without .md or .txt"])
  }

  @Test func `are found through links, and each folder once`() throws {
    let study = try StudyFolder(["deel/FG01.md"])
    let elsewhere = try StudyFolder(["FG02.md"])
    try study.link("deel/rond", to: "..")
    try study.link("ander", to: elsewhere.path)
    try study.link("FG03.md", to: "deel/FG01.md")
    try study.link("FG04.md", to: "FG04.md")
    try study.link("FG05.md", to: "nergens")
    try study.link("oud", to: "nergens")
    let found = try list(study)
    #expect(found.ids == ["FG01", "FG02", "FG03"])
    #expect(
      found.faults == [
        "FG04.md: error: symbolic links lead in a circle: ",
        "FG05.md: error: no such file or folder: ",
        "deel/rond: warning: leads to a folder that is read already: ",
        "oud: warning: no such file or folder: ",
      ])
  }

  @Test func `need a folder`() throws {
    let study = try StudyFolder(["FG01.md"])
    #expect(throws: FileError(study("weg"), .notFound)) { try CorpusFolder.list(study("weg")) }
    #expect(throws: FileError(study("FG01.md"), .isNotFolder)) {
      try CorpusFolder.list(study("FG01.md"))
    }
    #expect(try list(try StudyFolder()).ids == [])
  }

  @Test func `are read from their files`() throws {
    let study = try StudyFolder(["FG01.md"])
    let file = try #require(try CorpusFolder.list(study.path).transcripts.first)
    let transcript = try #require(file.read().value)
    #expect(transcript.id == "FG01")
    #expect(transcript.path == study("FG01.md"))
    #expect(transcript.turns.count == 2)
    try FileManager.default.removeItem(atPath: file.path)
    let gone = Diagnostic(.error, path: file.path, "no such file or folder")
    #expect(file.read().diagnostics == [gone])
    #expect(file.read().value == nil)
  }

  // The superuser may read any file.
  @Test(.enabled(if: geteuid() != 0))
  func `report a file that may not be read`() throws {
    let study = try StudyFolder(["FG01.md"])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: study("FG01.md"))
    let file = try #require(try CorpusFolder.list(study.path).transcripts.first)
    #expect(file.read().diagnostics == [Diagnostic(.error, path: file.path, "permission denied")])
  }
}
