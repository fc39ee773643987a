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
    """

  @Test func `follow the tree`() throws {
    let book = try codebook(body)
    #expect(
      book.codes.indices.map(book.path) == [
        "lijnen", "lijnen/zorgpeuters", "lijnen/zorgpeuters/wachtlijst", "lijnen/paramedisch",
        "factoren",
      ])
    #expect(book.codes.indices.map(book.descendants) == [1..<4, 2..<3, 3..<3, 4..<4, 5..<5])
    #expect(book.codes.indices.map(book.children) == [[1, 3], [2], [], [], []])
    #expect(book.codes.indices.map(book.ancestors) == [[], [0], [0, 1], [0], []])
    #expect(book.codes.indices.map(book.isLeaf) == [false, false, true, true, true])
    #expect(book.roots == [0, 4])
  }

  @Test(arguments: [
    ("zorgpeuters", 1..<2),
    ("lijnen/zorgpeuters", 1..<2),
    ("zorgpeuters/wachtlijst", 2..<3),
    ("lijnen/zorgpeuters/wachtlijst", 2..<3),
    ("lijnen/*", 1..<4),
    ("lijnen/zorgpeuters/*", 2..<3),
    ("*", 0..<5),
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
    ("Factoren", "there is no code \"Factoren\"; did you mean factoren?"),
    ("x:factoren", "there is no code \"x:factoren\"; did you mean factoren?"),
    ("iets heel anders", "there is no code \"iets heel anders\""),
    ("", "there is no code \"\""),
    ("logopedie", "the code \"logopedie\" is now called paramedisch"),
    ("factoren/*", "no codes stand under factoren"),
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
