import Foundation
import Testing

/// The codebook edited by a coder who has coded with it.
@Suite struct `Editing the codebook of a study` {
  private static let book = "Codebooks/boek.md"

  /// Three codings by two coders, one on a transcript that has changed under it.
  private func study() throws -> CodingStudy {
    let study = try CodingStudy()
    try study.run("code A1:2 tijd wachten")
    try study.run("code A1:3 wachten", as: "Bert")
    try study.run("code A2:2.3-9 wachten")
    return study
  }

  /// Codings by hand, as `quotes` shows them: how many of each code.
  private func codings(_ study: CodingStudy) throws -> [String: Int] {
    let rows = try study.run("quotes --origin hand --csv --speakers all").output.split(
      separator: "\n"
    ).dropFirst()
    return Dictionary(grouping: rows.map { String($0.split(separator: ",")[1]) }) { $0 }
      .mapValues(\.count)
  }

  @Test func `keeps codings by hand across rename, move and merge`() throws {
    let study = try study()
    #expect(try codings(study) == ["tijd": 1, "wachten": 3])
    let result = try study.run("codebook rename wachten wachtlijst --title Lange_wachtlijst")
    #expect(
      result.output == """
        renamed wachten to wachtlijst “Lange wachtlijst”; its codings come along
        it has 3 codings by hand

        """)
    #expect(try codings(study) == ["tijd": 1, "wachtlijst": 3])
    try study.run("codebook move wachtlijst --under lijnen")
    try study.run("codebook rename wachtlijst wl", as: "Bert")
    #expect(try codings(study) == ["tijd": 1, "wl": 3])
    #expect(try study.folder.read(Self.book).contains("## wl: Lange wachtlijst"))
    try study.run("codebook merge tijd --into wl")
    // Anna's two codings on one turn are one place now.
    #expect(try codings(study) == ["wl": 3])
    #expect(try study.run("status --csv").output.contains("Anna,3,2,"))
    #expect(try study.run("codebook check").status == 0)
    #expect(try study.run("log check").status == 0)
  }

  @Test(arguments: [
    "rename wachten x", "move wachten --top", "merge wachten --into tijd", "add x --title X",
    "split wachten --into p,q --to p", "delete wachten --to tijd", "delete wachten",
  ])
  func `is taken back and put back as a whole`(line: String) throws {
    let study = try study()
    let before = try study.folder.read(Self.book)
    let coded = try codings(study)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o666], ofItemAtPath: study.folder(Self.book))
    #expect(try study.run("codebook \(line)").status == 0)
    let after = try study.folder.read(Self.book)
    let recoded = try codings(study)
    #expect(after != before)
    #expect(try study.run("undo").status == 0)
    #expect(try study.folder.read(Self.book) == before)
    #expect(try codings(study) == coded)
    #expect(try study.run("redo").status == 0)
    #expect(try study.folder.read(Self.book) == after)
    #expect(try codings(study) == recoded)
    try study.folder.write(after + "\n- color: #000000\n", to: Self.book)
    let refused = try study.run("undo")
    #expect(refused.status == 2 && refused.errors.contains("has been edited since"))
    #expect(try study.folder.read(Self.book).hasSuffix("#000000\n"))
    try study.folder.write(before, to: Self.book)
    #expect(try study.run("undo").status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: study.folder(Self.book))
    #expect(mode[.posixPermissions] as? Int == 0o666)
    #expect(try study.folder.names(in: "Codebooks") == ["boek.md"])
  }

  @Test func `never loses a coding when a code is split or deleted`() throws {
    let study = try study()
    let list = try study.run("codebook split wachten --into p,q --list --csv").output
    #expect(
      list == """
        position,coder,level,quote,code
        A1:2,Anna,,De lijnen zijn kort. Dat werkt. De lijnen zijn goed.,
        A1:3,Bert,,"Ja, de lijnen zijn café kort.",
        A2:2.3-9,Anna,,lijnen,

        """)
    let lines = list.split(separator: "\n", omittingEmptySubsequences: false)
    let filled: [String] = [
      String(lines[0]), lines[1] + "p", String(lines[2]), lines[3] + "q", "",
    ]
    try study.folder.write(filled.joined(separator: "\n"), to: "fates.csv")
    let split = try study.run("codebook split wachten --into p,q --from fates.csv")
    #expect(split.output.contains("A1:3 by Bert “Ja, de lijnen zijn café kort.” stays, on a code"))
    #expect(split.output.hasSuffix("3 codings by hand: 2 with another code, 1 as they were\n"))
    #expect(try codings(study) == ["tijd": 1, "p": 1, "q": 1, "wachten": 1])
    try study.run("codebook delete p q")
    #expect(try codings(study) == ["tijd": 1, "p": 1, "q": 1, "wachten": 1])
    // What is gone comes back with its code.
    try study.run("codebook add wachten --under tijd")
    let table = try study.run("frequencies --origin hand --csv").output
    #expect(table.contains("\nwachten,Wachten,") && table.contains("gone-codes"))
    try study.run("codebook delete lijnen --to tijd --give A1:2=wachten")
    #expect(try study.run("log check").status == 0)
  }

  @Test(arguments: [
    ("split wachten --into p,q --give A1:9=p", "no coding of it stands at \"A1:9\""),
    ("split wachten --into p,q --give A1:2=r", "there is no code \"r\""),
    ("split wachten --into p", "split into two or more"),
    ("split tijd --into p,q", "stands under it"), ("delete tijd", "left without"),
    ("delete wachten --to wachten", "there is no code"), ("rename wachten", "needs a code"),
    ("rename wachten Wacht!", "is no id"), ("rename wachten tijd", "is a code already"),
    ("move wachten", "not said where"), ("move wachten --under wachten", "that is itself"),
    ("move wachten --top --under lijnen", "exclude each other"),
    ("merge wachten", "one to put them into"), ("adopt x", "nobody made a code"),
    ("add wachten", "is a code already"), ("add x --title _", "needs a title"),
  ])
  func `that cannot be done changes nothing`(line: String, words: String) throws {
    let study = try study()
    let before = try (study.folder.read(Self.book), study.run("log").output)
    let result = try study.run("codebook \(line)")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try (study.folder.read(Self.book), study.run("log").output) == before)
  }

  @Test func `shows the difference in a dry run, and writes nothing`() throws {
    let study = try CodingStudy()
    let before = try study.folder.read(Self.book)
    let result = try study.run("codebook rename wachten x --dry-run")
    #expect(
      result.output == """
        --- Codebooks/boek.md
        +++ Codebooks/boek.md
        @@ -12 +12 @@
         # tijd: Tijd
         
        -## wachten: Wachten
        +## x: Wachten
        +
        +- was: wachten
         

        """)
    #expect(result.errors.hasPrefix("would: renamed wachten to x"))
    #expect(try study.folder.read(Self.book) == before)
    #expect(try study.folder.names(in: "Corpus") == ["A1.md", "A2.md"])
  }

  @Test func `adopts codes that were made while reading`() throws {
    let study = try CodingStudy()
    try study.run("code A1:2 --new Korte_lijntjes --new Twee")
    try study.run("code A2:2 korte-lijntjes", as: "Bert")
    let result = try study.run("codebook adopt korte-lijntjes twee --before tijd")
    #expect(result.output.hasSuffix("with 3 codings by hand\n"))
    let text = try study.folder.read(Self.book)
    #expect(text.contains("\n\n# korte-lijntjes: Korte lijntjes\n\n# twee: Twee\n\n# tijd: Tijd"))
    #expect(try codings(study) == ["korte-lijntjes": 2, "twee": 1])
    #expect(try !study.run("frequencies --csv").output.contains("new-codes"))
    try study.run("undo")
    #expect(try study.run("frequencies --csv").output.contains("new-codes"))
  }

  @Test func `compares versions, in files and in git`() throws {
    let study = try study()
    let environment = ["GIT_CONFIG_NOSYSTEM": "1", "HOME": study.folder.path]
    _ = try Tool.shell(
      "git init -q && git add Codebooks && git -c user.name=A -c user.email=a@b commit -qm x",
      in: study.folder.path, environment: environment)
    #expect(try study.run("codebook diff HEAD").status == 0)
    try study.folder.write(
      try study.folder.read(Self.book).replacing("`lijnen`", with: "`kort, lang`"), to: Self.book)
    try study.run("codebook rename wachten wl")
    let table = try study.run("codebook diff HEAD:Codebooks/boek.md Codebooks/boek.md --csv")
    #expect(table.status == 1)
    #expect(
      table.output == """
        change,code,what,speaker,before,after
        changed,lijnen,match,,lijnen,"kort, lang"
        renamed,wl,id,,wachten,wl
        lost,lijnen,A1:2.32-52,PM1,De lijnen zijn goed.,
        lost,lijnen,A2:2.32-52,PM1,De lijnen zijn goed.,

        """)
    let text = try study.run("codebook diff HEAD").output
    #expect(text.contains("lijnen: lost\n  A1:2.32-52 PM1\n    - De lijnen zijn goed.\n"))
    #expect(text.contains("the rules win 0 passages and lose 2"))
    let json = try study.run("codebook diff HEAD --json")
    #expect(json.status == 1 && json.output.contains("\"shape\": \"codebook-diff\""))
    for name in ["HEAD:nix", "nix", "nix.md", "HEAD~9"] {
      #expect(try study.run("codebook diff \(name)").status == 2)
    }
    #expect(try study.run("codebook diff -- --help").status == 2)
  }
}
