import Foundation
import Testing

/// A study of two short transcripts, and a coder with a state folder of their own.
final class CodingStudy {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["Corpus", "Codebooks", "state"] { try folder.makeFolder(name) }
    try folder.write(Self.transcript, to: "Corpus/A1.md")
    try folder.write(Self.transcript.replacing("kort", with: "lang"), to: "Corpus/A2.md")
    try folder.write(Self.codebook, to: "Codebooks/boek.md")
  }

  static let transcript = """
    ---
    participants:
      MOD: moderator
      PM1: pedagogisch medewerker
      LK1: leerkracht
    ---
    MOD: Hoe gaat het?

    PM1: De lijnen zijn kort. Dat werkt. De lijnen zijn goed.

    LK1: Ja, de lijnen zijn café kort.

    """

  static let codebook = """
    ---
    id: boek
    title: Boek
    version: 1.0.0
    language: en
    ---

    # lijnen: Lijnen

    - match: `lijnen`

    # tijd: Tijd

    ## wachten: Wachten

    """

  @discardableResult
  func run(
    _ line: String, as coder: String = "Anna", machine: String = "state", input: String = ""
  ) throws -> Tool.Result {
    let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
    return try Tool.run(
      words, in: folder.path,
      environment: ["DRAAD_CODER": coder, "XDG_STATE_HOME": folder(machine)], input: input)
  }

  /// What somebody at a terminal sees who types keys, and the status; with `\n` for Enter.
  func ask(_ line: String, keys: String, as coder: String = "Anna") throws -> Tool.Result {
    var result = try Tool.shell(
      "printf '\(keys)' | timeout 20 script -qec \"$DRAAD \(line)\" /dev/null", in: folder.path,
      environment: ["DRAAD_CODER": coder, "XDG_STATE_HOME": folder("state"), "TERM": "dumb"])
    result.output = result.output.replacing("\r\n", with: "\n")
    return result
  }

  /// The files of the log, by their paths.
  func logFiles() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder("Corpus/Codings"))
      .filter { $0.hasSuffix(".jsonl") }.sorted()
  }
}

@Suite struct `Coding by hand` {
  @Test func `says what it did, to what words`() throws {
    let study = try CodingStudy()
    let first = try study.run("code A1:2 tijd")
    #expect(
      first.output
        == "coded A1:2 tijd: PM1: “De lijnen zijn kort. Dat werkt. De lijnen zijn goed.”\n")
    #expect(first.errors == "coding as Anna, from DRAAD_CODER: Corpus/Codings/anna\n")
    #expect(
      try study.run("code A1 wachten --quote CAFE_kort").output
        == "coded A1:3.19-28 wachten: LK1: “café kort”\n")
    #expect(
      try study.run("code A1:3.5-8 lijnen").output == "coded A1:3.4-13 lijnen: LK1: “de lijnen”\n")
    #expect(
      try study.run("code A1:2-3 wachten").output.hasPrefix("coded A1:2-3 wachten: PM1: “De lijnen")
    )
    #expect(try study.run("code A1:2 tijd").output.hasPrefix("A1:2 has tijd from you already"))
    let quotes = try study.run("quotes --origin hand")
    #expect(quotes.output.contains("“Ja, de lijnen zijn café kort.”\n  LK1, leerkracht, A1:3"))
    #expect(
      quotes.output.contains(
        "6 places proposed by rules (boek 1.0.0): 0 accepted, 0 rejected, 6 not reviewed; 4 by hand"
      ))
    #expect(try study.run("log check").status == 0)
  }

  @Test(arguments: [
    ("code A1:2 tijd --quote de_lijnen_zijn", "stands there 2 times: A1:2.0-14, A1:2.32-46"),
    ("code A1:2 tijd --quote onzin", "does not stand in A1:2"),
    ("code A1:9 tijd", "A1 has 3 turns"),
    ("code A1:2.0-999 tijd", "turn 2 has 52 code points"), ("code A1:2.9-3 tijd", "code points"),
    ("code A1 tijd", "a turn is needed"), ("code A3:1 tijd", "there is no transcript"),
    ("code A1:2 tijdd", "did you mean tijd?"), ("code A1:2", "code needs a code"),
    ("code A1:2 tijd --level hoog", "has no level"), ("code A1:0 tijd", "is no place"),
    ("code A1:2-1 tijd", "is no place"), ("code ../A1:1 tijd", "there is no transcript"),
    ("code A1:2 tijd wachtn", "did you mean tijd/wachten?"),
    ("uncode A1:2 tijd", "has no tijd from you"),
    ("code A1:2 tijd --coder engine", "is reserved"), ("undo", "nothing of yours"),
  ])
  func `that cannot be done writes nothing`(line: String, words: String) throws {
    let study = try CodingStudy()
    let result = try study.run(line)
    #expect(result.status == 2)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect((try? study.logFiles()) ?? [] == [])
  }

  @Test func `is taken back and put back as a whole`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd wachten --new Iets_nieuws")
    try study.run("code A1:3 tijd")
    func count() throws -> Int {
      let status = try study.run("status --csv").output.split(separator: "\n")
      return status.count > 1 ? Int(status[1].split(separator: ",")[1]) ?? -1 : 0
    }
    #expect(try count() == 4)
    #expect(try study.run("undo").output.contains("code A1:3 tijd"))
    #expect(try study.run("undo").output.contains("code A1:2 tijd wachten"))
    #expect(try count() == 0)
    #expect(try study.run("undo").status == 2)
    #expect(try study.run("redo").output.contains("code A1:2 tijd wachten"))
    #expect(try count() == 3)
    try study.run("uncode A1:2 wachten")
    #expect(try count() == 2)
    #expect(try study.run("redo").status == 2)
    #expect(try study.run("undo").status == 0)
    #expect(try count() == 3)
    #expect(try study.run("log check").status == 0)
  }

  @Test func `from a file is all or nothing, with faults by line`() throws {
    let study = try CodingStudy()
    let bad = "position,code,quote\nA1:2,tijd,\nA1:9,tijd,\n\nA1,wachten,\"onzin, ja\"\nA1:2,nix,\n"
    let result = try study.run("code --from -", input: bad)
    #expect(result.status == 2)
    for line in [3, 5, 6] { #expect(result.errors.contains("standard input:\(line):1: error:")) }
    #expect(try study.run("status --csv").output.split(separator: "\n").count == 1)
    let good = "\u{FEFF}position;code;memo\r\nA1:2;tijd;\"een \"\"memo\"\"\"\r\nA1:3;wachten;\r\n"
    #expect(try study.run("code --from -", input: good).output.split(separator: "\n").count == 2)
    #expect(try study.run("memos --csv").output.contains("een \"\"memo\"\""))
  }

  @Test func `uses codes made while reading at once, and lists them`() throws {
    let study = try CodingStudy()
    let made = try study.run("code A1:3 --in-vivo café_kort")
    #expect(
      made.output.hasPrefix("made a new code cafe-kort: café kort\ncoded A1:3.19-28 cafe-kort"))
    #expect(try study.run("code A2:2 cafe-kort").status == 0)
    let table = try study.run("frequencies --csv").output
    #expect(table.contains("new-codes,New codes") && table.contains("cafe-kort,café kort"))
  }

  @Test func `with a code that is gone is shown, and read through was`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd wachten")
    try study.folder.write(
      CodingStudy.codebook.replacing("# tijd: Tijd", with: "# uren: Uren\n\n- was: tijd").replacing(
        "## wachten: Wachten", with: ""),
      to: "Codebooks/boek.md")
    let table = try study.run("frequencies --csv").output
    #expect(table.contains("uren,Uren,uren,1,1"))
    #expect(
      table.contains("gone-codes,No longer in the codebook") && table.contains("wachten,wachten"))
  }

  @Test func `follows its words when the transcript changes, or says that it cannot`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd --quote dat_werkt")
    try study.run("code A1:3 wachten --quote café")
    try study.folder.write(
      CodingStudy.transcript.replacing("MOD: Hoe", with: "PM1: Eerst dit.\n\nMOD: Hoe")
        .replacing("De lijnen zijn kort.", with: "Nou, de lijnen zijn kort.").replacing(
          "café ", with: ""),
      to: "Corpus/A1.md")
    let quotes = try study.run("quotes --origin hand")
    #expect(quotes.output.contains("“Dat werkt”\n  PM1, pedagogisch medewerker, A1:3"))
    #expect(
      quotes.errors == "A1 changed: 1 coding found again, 0 uncertain, 1 gone: see draad reanchor\n"
    )
    #expect(
      quotes.output.contains(
        "Not counted, since their transcripts changed: 0 uncertain, 1 detached"))
    let list = try study.run("reanchor")
    #expect(list.status == 1)
    #expect(list.output.contains("before: café"))
    let id = String(list.output.prefix { $0 != " " })
    #expect(
      try study.run("reanchor \(id) A1:4").output.hasPrefix("wachten stands at A1:4 now: LK1"))
    #expect(try study.run("reanchor").status == 0)
  }

  @Test func `by two names with one folder is refused`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd", as: "Zoe")
    let other = try study.run("code A1:3 tijd", as: "Zoë")
    #expect(other.status == 2)
    #expect(other.errors.contains("this folder is Zoe's, and Zoë would have the same one"))
  }

  @Test func `takes decisions about lost words from a file, all or none`() throws {
    let study = try CodingStudy()
    for place in ["A1:2", "A1:3", "A2:3"] { try study.run("code \(place) tijd") }
    #expect(try study.run("reanchor").status == 0)
    for name in ["A1", "A2"] {
      try study.folder.write(
        CodingStudy.transcript.replacing("café kort", with: "dun").replacing(
          "Dat werkt. ", with: ""),
        to: "Corpus/\(name).md")
    }
    let list = try study.run("reanchor --csv")
    #expect(list.status == 1)
    var lines = list.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4, "\(lines)")
    // Uncertain, detached, detached: filled in as in a spreadsheet, the last one left for later.
    lines[1] += "here"
    let wrong = try study.run(
      "reanchor --from -", input: (lines + [lines[2] + "A1:9"]).joined(separator: "\n"))
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("standard input:5:1: error: there is no turn 9"))
    #expect(try study.run("reanchor --csv").output == list.output)
    lines[2] += "gone"
    let taken = try study.run("reanchor --from -", input: lines.joined(separator: "\n"))
    #expect(taken.output.split(separator: "\n").count == 2, "\(taken)")
    #expect(try study.run("reanchor --csv").output.split(separator: "\n").count == 2)
    #expect(try study.run("undo").output.hasPrefix("took back: reanchor --from"))
    #expect(try study.run("reanchor --csv").output == list.output)
  }

  @Test func `takes a note from the editor, and none when it is empty or the editor fails`() throws
  {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd")
    func memo(_ target: String, _ editor: String) throws -> Tool.Result {
      try Tool.run(
        ["memo", target], in: study.folder.path,
        environment: [
          "DRAAD_CODER": "Anna", "XDG_STATE_HOME": study.folder("state"), "EDITOR": editor,
          "TMPDIR": study.folder("state"),
        ])
    }
    #expect(
      try memo("A1:2", "sh -c 'echo ironisch >> $0'").output.hasPrefix(
        "noted on A1:2 tijd: PM1: “De"))
    #expect(try memo("tijd", "sh -c 'echo code > $0'").output == "noted on tijd\n")
    #expect(try memo("A1", "true").errors.contains("the note is empty"))
    #expect(try memo("A1", "false").errors.contains("the editor failed"))
    #expect(try memo("A1", "").errors.contains("set EDITOR"))
    #expect(try memo("A9", "touch").status == 2)
    #expect(try study.folder.names(in: "state") == ["draad"])
    #expect(try study.run("memos --on A1 --csv").output.hasSuffix(",A1:2 boek:tijd,ironisch\n"))
    #expect(try study.run("memos --on tijd --csv").output.split(separator: "\n").count == 3)
    #expect(try study.run("memos --on A1:3 --csv").output.split(separator: "\n").count == 1)
  }
}
