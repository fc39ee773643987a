import Testing

@Suite struct `Asking how far coders agree` {
  /// Krippendorff (2011), section C.
  private let table = """
    unit,A,B,C,D
    1,1,1,,1
    2,2,2,3,2
    3,3,3,3,3
    4,3,3,3,3
    5,2,2,2,2
    6,1,2,3,4
    7,4,4,4,4
    8,1,1,2,1
    9,2,2,2,2
    10,,5,5,5
    11,,,1,1
    12,,,3,

    """

  @Test func `shows coefficients with intervals, and why one has none`() throws {
    let result = try Tool.run(["agreement", "--table", "-"], input: table)
    #expect(
      result.output == """
        Agreement

                                             95%
        coefficient                 value   from     to  undefined because
        ──────────────────────────  ─────  ─────  ─────  ───────────────────
        Agreement (share)           0.818  0.625  1.000
        Cohen's κ                       –      –      –  for two coders only
        Krippendorff's α (nominal)  0.743  0.413  1.000
        Gwet's AC1                  0.775  0.535  1.000

        11 of 12 units rated by two or more of 4 coders: A, B, C, D
        5 categories, nominal: 1, 2, 3, 4, 5
        Intervals: bootstrap of units within transcripts, 1000 resamples, seed 1. Units of one \
        transcript are not independent.

        """)
    #expect(result.status == 0)
  }

  @Test func `writes every format, in both languages`() throws {
    let arguments = ["agreement", "--table", "-", "--level", "ratio", "--all"]
    let markdown = try Tool.run(arguments + ["--markdown", "--language", "nl"], input: table)
    #expect(markdown.output.contains("| Krippendorffs α (ratio) | 0,797 | 0,423 | 1,000 |  |\n"))
    let csv = try Tool.run(arguments + ["--csv"], input: table)
    #expect(csv.output.hasPrefix("coefficient,name,weights,level,value,low,high,reason\n"))
    #expect(csv.output.contains("\ncohens_kappa,Cohen's κ,identity,,,,,for two coders only\n"))
    let json = try Tool.run(arguments + ["--json", "--seed", "9"], input: table)
    #expect(json.output.contains(#""shape": "agreement", "version": 1"#))
    #expect(json.output.contains(#""level": "interval", "value": 0.849107"#))
    #expect(try Tool.run(arguments + ["--json", "--seed", "9"], input: table) == json)
  }

  @Test func `points at every fault, and writes nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a;b\nlaag;hoog\nmidden;\n", to: "r.csv")
    let result = try Tool.run(
      [
        "agreement", "--table", "r.csv", "--level", "ordinal", "--scale", "laag,hoger", "-o",
        "x.md",
      ],
      in: folder.path)
    #expect(
      result.errors == """
        r.csv:2:6: error: "hoog" is not on the scale
          fix: add it to --scale, or mend the cell
        r.csv:3:1: error: "midden" is not on the scale
          fix: add it to --scale, or mend the cell

        """)
    #expect(result.output.isEmpty && result.status == 2)
    #expect(try folder.names(in: "") == ["r.csv"])
  }

  @Test(arguments: [
    ([], "agreement needs ratings"), (["--table", "none.csv"], "none.csv"),
    (["--table", "-", "--scale", "a,b,a"], "names a category twice"),
    (["--table", "-", "--scale", "a,b", "--level", "ratio"], "takes numbers"),
    (["--table", "-", "--coders", "A,E"], "-:1:1: error: there is no coder \"E\""),
  ])
  func `refuses what it cannot do`(arguments: [String], error: String) throws {
    let result = try Tool.run(["agreement"] + arguments, input: table)
    #expect(result.errors.contains(error))
    #expect(result.output.isEmpty && result.status == 2)
  }

  @Test func `keeps control characters of a file from the terminal`() throws {
    let result = try Tool.run(
      ["agreement", "--table", "-"], input: "a\u{1B}[31m,b\n\u{1B}]0;x\u{7},2\n")
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("\u{7}"))
    #expect(result.status == 0)
  }
}
