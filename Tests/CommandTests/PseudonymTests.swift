import Foundation
import Testing

/// A study with names in it, and a key beside it.
private final class NamedStudy {
  let study: CodingStudy
  let keys: TemporaryFolder

  init() throws {
    study = try CodingStudy()
    keys = try TemporaryFolder()
    try study.folder.write(Self.transcript, to: "Corpus/A1.md")
  }

  static let transcript = """
    ---
    location: Delft
    participants:
      MOD: moderator
      Anne Veld: {role: logopedist, note: "werkt in Delft"}
    ---
    MOD: Wie kent de Vlieger?

    Anne Veld [00:12]: Ik werk bij KC De Vlieger, met René en Rene's zus.

    MOD: Roos zei dat de roos bij Anne
    Veld stond, en Jans fiets in Delft-Zuid.

    """

  static let key = """
    name,replacement,kind
    Anne Veld,LOG1,person
    KC De Vlieger,KC A,organisation
    De Vlieger,KC A,organisation
    Vlieger,KC A,organisation
    Rene,[naam collega],person
    Roos,[naam ouder],person
    Jan,[naam kind],person
    Delft,[plaats],place

    """

  func path(_ text: String = key, mode: Int = 0o600) throws -> String {
    try keys.write(text, to: "key.csv")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: keys("key.csv"))
    return keys("key.csv")
  }

  func text() throws -> String { try study.folder.read("Corpus/A1.md") }
}

@Suite struct `Pseudonymising` {
  @Test func `replaces names in front matter, labels and words, and nothing else`() throws {
    let named = try NamedStudy()
    let result = try named.study.run("pseudonymise --key \(named.path()) --csv")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try named.text() == """
        ---
        location: "[plaats]"
        participants:
          MOD: moderator
          LOG1: {role: logopedist, note: "werkt in [plaats]"}
        ---
        MOD: Wie kent de KC A?

        LOG1 [00:12]: Ik werk bij KC A, met [naam collega] en [naam collega]'s zus.

        MOD: [naam ouder] zei dat de roos bij LOG1 stond, en Jans fiets in [plaats]-Zuid.

        """)
    #expect(
      result.output == """
        transcript,key_line,replacement,count,lines,left
        A1,2,LOG1,3,5 9 11,
        A1,3,KC A,1,9,
        A1,5,KC A,1,7,
        A1,6,[naam collega],2,9 9,
        A1,7,[naam ouder],1,11,11
        A1,8,[naam kind],0,,12
        A1,9,[plaats],3,2 5 12,

        """)
    #expect(result.errors.contains("Corpus/A1.md:11:22: warning: may be the name on line 7"))
    for name in ["Anne", "Renée", "Roos", "Jan"] {
      #expect(!(result.output + result.errors).contains(name), "the report holds \(name)")
    }
    let again = try named.study.run("pseudonymise --key \(named.path()) --csv --quiet")
    #expect(again.output.split(separator: "\n").count == 3)
    #expect(again.output.contains("A1,7,[naam ouder],0,,11"))
  }

  @Test func `writes nothing in a dry run`() throws {
    let named = try NamedStudy()
    let result = try named.study.run("pseudonymise --key \(named.path()) --dry-run")
    #expect(result.status == 0)
    #expect(try named.text() == NamedStudy.transcript)
  }

  @Test(arguments: [
    (NamedStudy.key, 0o640, "others than you can read this key"),
    (NamedStudy.key, 0o604, "others than you can read this key"),
    ("naam,x\nA,b\n", 0o600, "key.csv:1:1: error: the first line does not name"),
    ("name,replacement\nJ,x\n", 0o600, "key.csv:2:1: error: a name has at least two letters"),
    ("name,replacement\nJan,x\nján,y\n", 0o600, "key.csv:3:1: error: this name stands on line 2"),
    ("name,replacement\nJan,\"x\ny\"\n", 0o600, "key.csv:2:5: error: a replacement cannot"),
    ("name,replacement\nJan,Kind Kim\nKim,x\n", 0o600, "holds the name on line 3"),
    ("name,replacement\nAnne Veld,MOD\n", 0o600, "would not read as the same turns"),
    ("name,replacement\nAnne Veld,[x]: y\n", 0o600, "would not read as the same turns"),
    ("name,replacement\n\"Jan,x\n", 0o600, "this quote is never closed"),
  ])
  func `refuses a key that cannot be used, and writes nothing`(
    key: String, mode: Int, words: String
  ) throws {
    let named = try NamedStudy()
    let result = try named.study.run("pseudonymise --key \(named.path(key, mode: mode))")
    #expect(result.status == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try named.text() == NamedStudy.transcript)
  }

  @Test func `refuses a key within the study, also through a link`() throws {
    let named = try NamedStudy()
    try named.study.folder.write(NamedStudy.key, to: "key.csv")
    let path = named.study.folder("key.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: named.keys("link.csv"), withDestinationPath: path)
    for key in ["key.csv", named.keys("link.csv")] {
      let result = try named.study.run("pseudonymise --key \(key)")
      #expect(result.status == 2)
      #expect(result.errors.contains("lies within the study"), "\(result.errors)")
    }
  }

  @Test func `refuses a transcript with codings, and changes no other one either`() throws {
    let named = try NamedStudy()
    try named.study.folder.write("MOD: Jan.\n\nPM1: Ja.\n\nMOD: Nee.\n", to: "Corpus/A2.md")
    try named.study.run("code A1:2 tijd")
    let result = try named.study.run("pseudonymise --key \(named.path())")
    #expect(result.status == 2)
    #expect(result.errors.contains("Corpus/A1.md: error: has codings"))
    #expect(try named.study.folder.read("Corpus/A2.md").hasPrefix("MOD: Jan."))
    #expect(
      try named.study.run("pseudonymise --transcript A2 --key \(named.path())").status == 0)
    #expect(try named.study.folder.read("Corpus/A2.md").hasPrefix("MOD: [naam kind]."))
  }

  @Test func `proposes names in a key that only its owner can read, and adds to it`() throws {
    let named = try NamedStudy()
    let path = named.keys("new.csv")
    let result = try named.study.run("pseudonymise --propose --key \(path)")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try named.keys.read("new.csv") == """
        name,replacement
        Anne Veld,
        Vlieger,
        KC De Vlieger,
        René,
        Anne,
        Jans,
        Delft-Zuid,

        """)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let other = try named.path("kind;name;replacement\n;Vlieger;KC A")
    try named.study.run("pseudonymise --propose --key \(other)")
    #expect(
      try named.keys.read("key.csv").hasPrefix(
        "kind;name;replacement\n;Vlieger;KC A\n;Anne Veld\n;René\n;Anne\n"))
  }
}

@Suite struct `Looking for names that are left` {
  @Test func `finds them in transcripts, codebooks, log, memos, reports and file names`() throws {
    let named = try NamedStudy()
    let key = try named.path()
    try named.study.run("pseudonymise --key \(key)")
    let fine = try named.study.run("check --identifiable --key \(key)")
    #expect(fine.status == 0, "\(fine.output)")
    #expect(fine.output.contains("warning: here may stand the name on line 7 of the key"))
    try named.study.run("code A1:2 tijd --memo Van_Jan\nDelft")
    try named.study.folder.makeFolder("Reports")
    try named.study.folder.makeFolder("Corpus/_originals")
    try named.study.folder.write("{\"a\": \"\\nRen\\u00e9\"}", to: "Reports/a.json")
    try named.study.folder.write("x\nDelft", to: "Corpus/_originals/Jan.txt")
    try Data([0x50, 0x4B, 0xFF]).write(
      to: URL(fileURLWithPath: named.study.folder("Corpus/_originals/b.docx")))
    try named.study.folder.write(
      CodingStudy.codebook + "\n# x: Roos\n", to: "Codebooks/boek.md")
    let result = try named.study.run("check --identifiable --key \(key)")
    #expect(result.status == 1)
    for line in [
      "Codebooks/boek.md:16:6: error: here stands the name on line 7",
      "Corpus/_originals/Jan.txt: error: the file's name holds the name on line 8",
      "Corpus/_originals/Jan.txt:2:1: error: here stands the name on line 9",
      "Corpus/_originals/b.docx: warning: is no text, and was not looked into",
      "Reports/a.json:1:9: error: here stands the name on line 6",
      ".jsonl:1:",
    ] { #expect(result.output.contains(line), "\(line) in \(result.output)") }
    #expect(result.output.contains("error: here stands the name on line 8 of the key"))
    #expect(try named.study.run("check --key \(key)").status == 2)
    #expect(try named.study.run("check --identifiable").status == 2)
  }
}
