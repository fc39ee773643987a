import Testing

@Suite struct `Verdicts on what rules no longer propose` {
  private static let book = "Codebooks/boek.md"

  /// A study in which Anna rejected the first proposal for a code, and accepted the others.
  private func study() throws -> AuditStudy {
    let study = try AuditStudy()
    try study.run("audit start all --size 99 --include-uncoded 0")
    var place = 0
    let file = try study.sheet("all") { _ in
      place += 1
      return ["verdict": place == 1 ? "reject" : "accept"]
    }
    try study.run("audit all --from -", input: file)
    return study
  }

  @Test(arguments: ["rule", "codebook delete lijnen", "words"])
  func `are counted under every table, listed, and in force again`(change: String) throws {
    let study = try study()
    let book = try study.study.folder.read(Self.book)
    let words = try study.study.folder.read("Corpus/A3.md")
    #expect(try !study.run("status").output.contains("no longer propose"))
    let before = try study.run("frequencies --status accepted --csv").output
    var count = 11
    switch change {
    case "rule":
      try study.study.folder.write(book.replacing("`lijnen`", with: "`werkt`"), to: Self.book)
    case "words":
      count = 1
      try study.study.folder.write(
        words.replacing("Ja, de lijnen zijn café fijn3.", with: "Ja, alles loopt."),
        to: "Corpus/A3.md")
    default: try study.run(change)
    }
    let note =
      "Not counted: \(count) verdict\(count == 1 ? "" : "s") on what rules no longer propose"
    for table in ["frequencies", "quotes", "status"] {
      let shown = try study.run(table).output
      #expect(shown.contains(note), "\(table): \(shown)")
    }
    let status = try study.run("status").output
    #expect(status.contains("Verdicts on what rules no longer propose: A"), "\(status)")
    #expect(status.contains(":3 lijnen (Anna)"))
    if change != "words" {
      let trail = Sheet(try study.run("trail A3:3 --csv").output).rows
      let row = try #require(trail.first { $0["verdict"] == "accept" })
      #expect(row["status"] == "no longer proposed by rules" && row["judged_by"] == "Anna")
      #expect(row["code"]?.hasSuffix("lijnen") == true && row["made_by"] == "rules")
    }
    #expect(
      try study.run("frequencies --transcript A1").output.contains("Not counted") == (count > 1))
    try study.study.folder.write(book, to: Self.book)
    try study.study.folder.write(words, to: "Corpus/A3.md")
    #expect(try study.run("frequencies --status accepted --csv").output == before)
    #expect(try !study.run("status").output.contains("no longer propose:"))
  }
}
