import CodingEngine
import Corpus
import Testing

/// A codebook out of its body.
func codebook(_ body: String) throws -> Codebook {
  let bytes = Array((codebookHead + body).utf8)
  return try #require(CodebookReader.read(bytes: bytes, path: "b.md").value)
}

@Suite struct `Names of codes` {
  private let body = """
    # lijnen: Lijnen
    ## zorgpeuters: Zorgpeuters
    ### wachtlijst: Wachtlijst
    ## paramedisch: Paramedisch
    - was: logopedie
    # factoren: Factoren
    ## duur-kort: De lengte
    ## duur-lang: De lengte
    """

  @Test func `follow the tree`() throws {
    let book = try codebook(body)
    #expect(
      book.codes.indices.map(book.path) == [
        "lijnen", "lijnen/zorgpeuters", "lijnen/zorgpeuters/wachtlijst", "lijnen/paramedisch",
        "factoren", "factoren/duur-kort", "factoren/duur-lang",
      ])
    #expect(
      book.codes.indices.map(book.descendants) == [
        1..<4, 2..<3, 3..<3, 4..<4, 5..<7, 6..<6, 7..<7,
      ])
    #expect(book.codes.indices.map(book.children) == [[1, 3], [2], [], [], [5, 6], [], []])
    #expect(book.codes.indices.map(book.ancestors) == [[], [0], [0, 1], [0], [], [4], [4]])
    #expect(book.codes.indices.map(book.isLeaf) == [false, false, true, true, false, true, true])
    #expect(book.roots == [0, 4])
  }

  @Test(arguments: [
    ("zorgpeuters", 1..<2),
    ("lijnen/zorgpeuters", 1..<2),
    ("zorgpeuters/wachtlijst", 2..<3),
    ("lijnen/zorgpeuters/wachtlijst", 2..<3),
    ("lijnen/*", 1..<4),
    ("lijnen/zorgpeuters/*", 2..<3),
    ("*", 0..<7),
    ("Zórgpeuters", 1..<2),
    ("LIJNEN/*", 1..<4),
    ("lijnen/Zorgpeuters", 1..<2),
    ("b:factoren", 4..<5),
    ("b:lijnen/*", 1..<4),
  ])
  func `stand for codes`(name: String, codes: Range<Int>) throws {
    #expect(try codebook(body).resolve(name) == codes)
  }

  @Test(arguments: [
    ("zorgpeuter", "there is no code \"zorgpeuter\"; did you mean lijnen/zorgpeuters?"),
    (
      "factoren/zorgpeuters",
      "there is no code \"factoren/zorgpeuters\"; did you mean lijnen/zorgpeuters?"
    ),
    ("/factoren", "there is no code \"/factoren\"; did you mean factoren?"),
    ("Later bij de peuters", "there is no code \"Later bij de peuters\""),
    ("lijsten", "there is no code \"lijsten\"; did you mean lijnen?"),
    ("wacht", "there is no code \"wacht\"; did you mean lijnen/zorgpeuters/wachtlijst?"),
    (
      "De léngte",
      "there is no code \"De léngte\"; did you mean factoren/duur-kort or factoren/duur-lang?"
    ),
    ("duur", "there is no code \"duur\"; did you mean factoren/duur-kort or factoren/duur-lang?"),
    ("kort", "there is no code \"kort\"; did you mean factoren/duur-kort?"),
    ("x:factoren", "there is no code \"x:factoren\"; did you mean factoren?"),
    ("iets heel anders", "there is no code \"iets heel anders\""),
    ("", "there is no code \"\""),
    ("logopedie", "the code \"logopedie\" is now called paramedisch"),
    ("paramedisch/*", "no codes stand under paramedisch"),
    ("lijne/*", "there is no code \"lijne\"; did you mean lijnen?"),
  ])
  func `that do not exist get a suggestion`(name: String, message: String) throws {
    let book = try codebook(body)
    let error = try #require(throws: CodeNameError.self) { try book.resolve(name) }
    #expect(error.description == message)
  }

  @Test func `can be asked to stand for one code`() throws {
    let book = try codebook(body)
    #expect(try book.code(named: "lijnen/zorgpeuters") == 1)
    #expect(throws: CodeNameError.severalCodes("lijnen/*")) { try book.code(named: "lijnen/*") }
  }
}
