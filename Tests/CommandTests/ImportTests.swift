import Foundation
import Testing

/// An empty study, with files from elsewhere beside it.
private final class ImportStudy {
  let folder: TemporaryFolder

  init(_ files: [String: String] = ["mijn gesprek (2).vtt": ImportStudy.vtt]) throws {
    folder = try TemporaryFolder()
    for name in ["Corpus", "Codebooks", "state"] { try folder.makeFolder(name) }
    try folder.write(CodingStudy.codebook, to: "Codebooks/boek.md")
    for (name, text) in files { try folder.write(text, to: name) }
  }

  static let vtt = """
    WEBVTT

    STYLE
    ::cue { color: red }

    00:01.000 --> 00:02.000
    Kim: Hoi, zie je Piet Smit?

    00:03.000 --> 00:04.000
    kim: Dag.

    00:05.000 --> 00:06.000
    Spreker 2: Ja.

    """

  /// Runs the tool on a line in which `_` stands for a blank.
  @discardableResult
  func run(_ line: String, input: String = "") throws -> Tool.Result {
    let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
    return try Tool.run(
      words, in: folder.path,
      environment: ["DRAAD_CODER": "Anna", "XDG_STATE_HOME": folder("state")], input: input)
  }

  func corpus() throws -> [String] { try folder.names(in: "Corpus") }
}

@Suite struct `Importing files` {
  @Test func `shows in a dry run what is there and what would come of it, and writes nothing`()
    throws
  {
    let study = try ImportStudy()
    let result = try study.run("import --dry-run mijn_gesprek_(2).vtt")
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        mijn gesprek (2).vtt
          WebVTT: it begins with WEBVTT
          mijn-gesprek-2: 3 turns, would go to Corpus/mijn-gesprek-2.md
            Kim, 1 turn: Hoi, zie je Piet Smit?
            kim, 1 turn: Dag.
            Spreker 2, 1 turn: Ja.
            may identify someone: the labels Kim; in the words Piet Smit (1)
          not carried over: 1 style, 3 times at which turns end

        """), "\(result.output)")
    #expect(result.output.contains("WebVTT  mijn-gesprek-2      3       3  ready"))
    #expect(
      result.errors == """
        mijn gesprek (2).vtt: note: the id becomes mijn-gesprek-2
          fix: give another with --id
        mijn gesprek (2).vtt: warning: "kim" and "Kim" differ in case or blanks only
          fix: make them one with --speaker "kim=Kim"

        """)
    #expect(try study.corpus().isEmpty)
  }

  @Test func `renames labels, gives roles, variables and an id`() throws {
    let study = try ImportStudy()
    let result = try study.run(
      "import mijn_gesprek_(2).vtt --id FG23 --speaker kim=MOD:moderator --speaker Kim=MOD"
        + " --speaker Spreker_2=PM1:pedagogisch_medewerker --set form=gemengd --set status=invented"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try study.folder.read("Corpus/FG23.md") == """
        ---
        form: gemengd
        status: invented
        participants:
          MOD: moderator
          PM1: pedagogisch medewerker
        ---

        MOD [00:00:01]: Hoi, zie je Piet Smit?

        MOD [00:00:03]: Dag.

        PM1 [00:00:05]: Ja.

        """)
    #expect(result.errors.contains("not carried over: 1 style, 3 times at which turns end"))
    let mode = try FileManager.default.attributesOfItem(atPath: study.folder("Corpus/FG23.md"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
  }

  @Test func `renames by a table, with variables, and says whom it did not meet`() throws {
    let study = try ImportStudy()
    try study.folder.write(
      "label;new;role;person;ervaring\nKim;MOD;moderator;;\nkim;MOD;;;\nSpreker 2;PM1;pm;P7;12\n"
        + "Piet;X;;;\n",
      to: "who.csv")
    let result = try study.run("import mijn_gesprek_(2).vtt --id A --speakers who.csv")
    #expect(result.status == 0)
    #expect(result.errors.contains("warning: nobody is called \"Piet\" in these files"))
    let text = try study.folder.read("Corpus/A.md")
    #expect(text.contains("  PM1: {role: pm, person: P7, ervaring: 12}\n"), "\(text)")
    try study.folder.write("new\nx\n", to: "who.csv")
    let wrong = try study.run("import mijn_gesprek_(2).vtt --id B --speakers who.csv")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("who.csv:1:1: error: no column for the labels"))
    #expect(try study.corpus() == ["A.md"])
  }

  @Test(arguments: [
    ("--id ../x", "--id cannot be \"../x\""), ("--id README", "--id cannot be"),
    ("--speaker Kim=", "gives neither a label nor a role"),
    ("--set participants=x", "--set cannot say who speaks"),
    ("--set order=eerst", "gives no number"),
    ("--encoding klingon", "--encoding cannot be"), ("--columns wie=2", "--columns cannot be"),
    ("nix.vtt", "nix.vtt: error: no such file or folder"), ("--as docx", "error:"),
  ])
  func `that cannot be done writes nothing`(line: String, words: String) throws {
    let study = try ImportStudy()
    let result = try study.run("import mijn_gesprek_(2).vtt \(line)")
    #expect(result.status == 2, "\(result.output) \(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try study.corpus().filter { $0 != "mijn-gesprek-2.md" || line != "nix.vtt" }.isEmpty)
  }

  @Test func `overwrites only by force, and never under codings`() throws {
    let study = try ImportStudy()
    try study.run("import mijn_gesprek_(2).vtt --id A")
    let first = try study.folder.read("Corpus/A.md")
    #expect(try study.run("import mijn_gesprek_(2).vtt --id A").output.contains("unchanged"))
    let other = ImportStudy.vtt.replacing("Dag.", with: "Daag.")
    try study.folder.write(other, to: "mijn gesprek (2).vtt")
    for id in ["A", "a"] {
      let refused = try study.run("import mijn_gesprek_(2).vtt --id \(id)")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("Corpus/A.md: error: "), "\(refused.errors)")
      #expect(try study.folder.read("Corpus/A.md") == first)
    }
    #expect(try study.run("import mijn_gesprek_(2).vtt --id A --force").status == 0)
    let second = try study.folder.read("Corpus/A.md")
    #expect(second.contains("Daag."))
    #expect(try study.run("code A:2 tijd").status == 0)
    try study.folder.write(ImportStudy.vtt, to: "mijn gesprek (2).vtt")
    let coded = try study.run("import mijn_gesprek_(2).vtt --id A --force")
    #expect(coded.status == 2)
    #expect(coded.errors.contains("Corpus/A.md: error: has codings"))
    #expect(try study.folder.read("Corpus/A.md") == second)
  }

  @Test func `keeps the original to the byte, and never another one in its place`() throws {
    let study = try ImportStudy()
    try study.run("import mijn_gesprek_(2).vtt --keep-original")
    let kept = "Corpus/_originals/mijn gesprek (2).vtt"
    #expect(try study.folder.read(kept) == ImportStudy.vtt)
    try study.folder.write(ImportStudy.vtt + "\n", to: "mijn gesprek (2).vtt")
    let again = try study.run("import mijn_gesprek_(2).vtt --keep-original --id B")
    #expect(again.status == 2)
    #expect(again.errors.contains("another original with this name is kept already"))
    #expect(try study.folder.read(kept) == ImportStudy.vtt)
    #expect(try study.corpus() == ["_originals", "mijn-gesprek-2.md"])
    #expect(try study.run("check").output == "no faults found\n")
  }

  @Test func `goes through a folder, past bad files, and ends with a table`() throws {
    let study = try ImportStudy([:])
    try study.folder.makeFolder("in/deep")
    try study.folder.write(ImportStudy.vtt, to: "in/deep/B.vtt")
    try study.folder.write("PK\u{3}\u{4} no zip", to: "in/A.docx")
    try study.folder.write("WEBVTT\n", to: "in/C.vtt")
    try study.folder.write("notes", to: "in/README.txt")
    try study.folder.write("OggS\u{0}\u{2}", to: "in/D.ogg")
    try study.folder.write("{\"segments\": [", to: "in/E.json")
    let result = try study.run("import in --csv --language en")
    #expect(result.status == 2)
    #expect(
      result.output == """
        file,format,transcript,turns,labels,outcome
        in/A.docx,Word,,,,failed
        in/C.vtt,WebVTT,,,,empty
        in/D.ogg,,,,,skipped
        in/E.json,JSON of a recogniser,,,,failed
        in/README.txt,,,,,skipped
        in/deep/B.vtt,WebVTT,B,3,3,written

        """)
    #expect(try study.corpus() == ["B.md"])
  }

  @Test func `points out two files with one id, by the name of each`() throws {
    let study = try ImportStudy([
      "A.vtt": ImportStudy.vtt, "a.srt": "1\n00:00:01,000 --> 00:00:02,000\nKim: Hoi.\n",
    ])
    let result = try study.run("import A.vtt a.srt")
    #expect(result.status == 2)
    #expect(result.errors.contains("a.srt: error: would get the id a, as A.vtt did"))
    #expect(try study.corpus() == ["A.md"])
  }

  @Test func `reads standard input under the id that is given`() throws {
    let study = try ImportStudy([:])
    #expect(try study.run("import -", input: ImportStudy.vtt).errors.contains("give one with --id"))
    #expect(try study.run("import - --id A", input: ImportStudy.vtt).status == 0)
    #expect(try study.corpus() == ["A.md"])
  }

  @Test func `makes no control or bidirectional sign of a name live`() throws {
    let evil = "Kim\u{1B}[31m\u{202E}mik"
    let study = try ImportStudy([
      "x\u{1B}[2Jy\u{202E}.txt": (1...3).map { "\(evil): hoi \($0)\u{7}\n\nBo: ja\n" }.joined(
        separator: "\n")
    ])
    for line in ["import --dry-run .", "import .", "transcripts", "speakers"] {
      let result = try study.run(line)
      let said = result.output + result.errors
      #expect(!said.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
    }
    let names = try study.corpus()
    #expect(names.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 31 } })
  }
}

@Suite struct `Importing hostile files` {
  /// What is refused, each with a word of the reason.
  static let files: [(name: String, text: String, reason: String)] = [
    ("a.docx", "geen zip", "no zip archive"),
    ("a.docx", "PK\u{3}\u{4}" + String(repeating: "x", count: 99), "zip"),
    ("a.json", String(repeating: "[", count: 1_000_000), "deep"),
    ("a.json", String(repeating: "{\"a\":", count: 100_000), "deep"),
    (
      "a.eaf",
      "<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;\">]><ANNOTATION_DOCUMENT>&c;", "entities"
    ),
    (
      "a.eaf",
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><ANNOTATION_DOCUMENT>&b;",
      "entities"
    ),
    ("a.rtf", "{\\rtf1 " + String(repeating: "{", count: 100_000), "a.rtf"),
    (
      "a.csv", "speaker,text\n" + (0..<100_000).map { "S\($0),x\n" }.joined(), "different labels"
    ),
    ("a.csv", "speaker,text\nKim,\"" + String(repeating: "ja ", count: 200_000), "never closed"),
    (
      "a.vtt",
      "WEBVTT\n\n00:01.000 --> 00:02.000\nKim: " + String(repeating: "woord ", count: 3 << 20),
      "MB"
    ),
    ("a.pdf", "%PDF-1.4\ncut off", "a.pdf"),
  ]

  @Test(arguments: files.indices)
  func `ends in a reason, with nothing written`(index: Int) throws {
    let file = Self.files[index]
    let study = try ImportStudy([file.name: file.text])
    let result = try study.run("import \(file.name) --keep-original")
    #expect(result.status == 2)
    #expect(result.errors.contains(": error: ") && result.errors.contains(file.reason))
    #expect(result.errors.utf8.count < 4000, "\(result.errors.prefix(1000))")
    #expect(try study.corpus().isEmpty)
  }

  @Test func `cut off in the middle, of every format, writes what reads back or nothing`() throws {
    let study = try ImportStudy([:])
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/import")
    try study.folder.makeFolder("in")
    let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()
    for (number, name) in names.enumerated() {
      let bytes = try Data(contentsOf: fixtures.appendingPathComponent(name))
      let path = study.folder("in/\(number)-\(name)")
      try bytes.prefix(bytes.count * 3 / 5).write(to: URL(fileURLWithPath: path))
    }
    let result = try study.run("import in --csv --language en --quiet")
    #expect(result.status == 2)
    let rows = result.output.split(separator: "\n").dropFirst()
    #expect(rows.count >= names.count)
    for name in names
    where [".docx", ".odt", ".eaf", ".trs", ".json"].contains(where: name.hasSuffix) {
      #expect(rows.contains { $0.contains(name) && $0.hasSuffix("failed") }, "\(name)")
    }
    #expect(try study.run("check --quiet").output.isEmpty)
  }
}
