import Testing

@testable import draad

@Suite struct `Wrong usage` {
  struct Case: CustomTestStringConvertible {
    let line: String
    let errors: String
    var testDescription: String { line.isEmpty ? "nothing" : line }

    init(_ line: String, _ message: String, fix: String) {
      self.line = line
      errors = "draad: error: \(message)\n  fix: \(fix)\n"
    }
  }

  @Test(arguments: [
    Case("frequencis", "unknown command \"frequencis\"", fix: "did you mean \"frequencies\"?"),
    Case("freq", "unknown command \"freq\"", fix: "did you mean \"frequencies\"?"),
    Case("xyzzy", "unknown command \"xyzzy\"", fix: "see draad help"),
    Case("help frequencis", "unknown command \"frequencis\"", fix: "did you mean \"frequencies\"?"),
    Case(
      "codebook", "codebook needs one more word",
      fix: "write draad codebook and one of check, show, test, rename, move, merge, split, delete,"
        + " add, adopt, diff"),
    Case(
      "codebook chek", "unknown command \"codebook chek\"",
      fix: "did you mean \"codebook check\"?"),
    Case("frequencies --bye role", "unknown option --bye", fix: "did you mean \"--by\"?"),
    Case("frequencies -json", "unknown option -j", fix: "did you mean \"--json\"?"),
    Case("--nope check", "unknown option --nope", fix: "see draad help"),
    Case(
      "frequencies --measure lift", "frequencies takes no --measure",
      fix: "see draad help frequencies"),
    Case("frequencies --by", "--by needs a value", fix: "write --by GROUP"),
    Case("frequencies --by --json", "--by needs a value", fix: "write --by GROUP"),
    Case(
      "quotes --context x", "--context cannot be \"x\"",
      fix: "give a whole number from 0 to 99"),
    Case("frequencies --count turn", "--count cannot be \"turn\"", fix: "did you mean \"turns\"?"),
    Case(
      "frequencies --share x", "--share cannot be \"x\"", fix: "choose from row, column"),
    Case("quotes --where form", "--where cannot be \"form\"", fix: "write --where KEY=VALUE"),
    Case(
      "quotes --study a --study b check", "--study is given twice, as \"a\" and \"b\"",
      fix: "keep one of them"),
    Case(
      "check extra", "check cannot do anything with \"extra\"", fix: "write draad check [options]"),
    Case("check -- -h", "check cannot do anything with \"-h\"", fix: "write draad check [options]"),
    Case("--quiet", "there is no command beside --quiet", fix: "see draad help"),
  ])
  func `is answered with what to do`(example: Case) throws {
    let arguments = example.line.split(separator: " ").map(String.init)
    #expect(try Tool.run(arguments) == Tool.Result(errors: example.errors, status: 2))
  }

  @Test func `names two formats that exclude each other`() throws {
    let folder = try Self.study()
    let result = try Tool.run(["frequencies", "--csv", "--format=json"], in: folder.path)
    #expect(
      result.errors == """
        draad: error: --format json and --csv exclude each other
          fix: keep one of them

        """)
  }

  @Test func `makes no control character live`() throws {
    let result = try Tool.run(["\u{1B}[31mcheck\u{9B}\n"])
    #expect(
      result.errors == """
        draad: error: unknown command "\\u{1B}[31mcheck\\u{9B} "
          fix: see draad help

        """)
  }

  static func study() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["Corpus/deeper/still", "Codebooks"] { try folder.makeFolder(name) }
    return folder
  }
}

@Suite struct `Finding the study` {
  @Test func `says that there is none`() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(["check"], in: folder.path)
    #expect(result.errors.hasPrefix("draad: error: there is no study here"))
    #expect(result.status == 2)
  }

  @Test(arguments: ["", "Corpus", "Corpus/deeper/still"])
  func `goes up to the nearest one`(start: String) throws {
    let folder = try `Wrong usage`.study()
    let result = try Tool.run(["check"], in: folder(start))
    #expect(!result.errors.contains("study"))
  }

  @Test func `names the folder that is missing`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("S/Corpus")
    let result = try Tool.run(["--study=S", "check"], in: folder.path)
    #expect(result.errors.hasPrefix("S/Codebooks: error: no such folder\n  fix: a study is"))
  }

  @Test func `never writes over a file`() throws {
    let folder = try `Wrong usage`.study()
    try folder.write("mine", to: "table.csv")
    let result = try Tool.run(["frequencies", "-o", "table.csv"], in: folder.path)
    #expect(
      result.errors == """
        table.csv: error: exists already
          fix: add --force to replace it

        """)
    #expect(result.status == 2)
    #expect(try folder.read("table.csv") == "mine")
  }
}
