import CodingEngine
import Corpus
import Testing

@Suite struct `Reading a codebook` {
  private static let text = """
    ---
    id: zorglijn
    title: Zorg- en ondersteuningslijn
    version: 1.2.0
    language: nl
    default: true
    ---

    # lijnen: Samenwerkingslijnen: met wie en hoe
    Eerste regel,
      ingesprongen.

    * een lijst
    * in de tekst

    1. nog een


    <!-- Een opmerking
    over - meer regels. -->

    Slot.

    - speakers: leerkracht, intern begeleider
    - within: turn

    ## zorgpeuters: Zorgpeuters
    - when: Iemand noemt peuters
      over wie zorgen zijn.
    - when: Nog iets.
    - not when: Het gaat over kleuters.
    - color: #0B6E4F
    - example: Zij komt
      elke maand kijken. → vaak
    - example: Soms niet.
    - counterexample: De dierenarts -> nee hoor.
    <!-- tussen velden -->
    - match: `consultatiebureau*, "integrale vroeghulp"`
    - match: vroeghulp -> vaak
    - match:
      - `(peuter* OR kleuter*) NEAR/8
        wachtlijst* → zelden`
      - `zorg*` → vaak
    - except: `"consultatiebureau voor dieren"`
    - was: peuters, kleintjes
    - scale: zelden < vaak "heel vaak"
    - guid: 0F8FAD5B-D9CB-469F-A165-70867728950E

    ### diep: Diep
    - unit: turn

    ## sleutel: Sleutel
    - speakers: all
    - within: sentence
    # factoren: Factoren
    """

  private func book() throws -> Codebook {
    let read = CodebookReader.read(bytes: Array(Self.text.utf8), path: "zorg.md")
    #expect(read.diagnostics.isEmpty)
    return try #require(read.value)
  }

  @Test func `gives what the front matter says`() throws {
    let book = try book()
    #expect(book.id == "zorglijn")
    #expect(book.title == "Zorg- en ondersteuningslijn")
    #expect(book.version == "1.2.0")
    #expect(book.language == "nl")
    #expect(book.isDefault)
    #expect(book.path == "zorg.md")
    #expect(book.digest.count == 64)
  }

  @Test func `gives the tree`() throws {
    let codes = try book().codes
    #expect(
      codes.map(\.id.description) == ["lijnen", "zorgpeuters", "diep", "sleutel", "factoren"])
    #expect(codes.map(\.parent) == [nil, 0, 1, 0, nil])
    #expect(codes.map(\.depth) == [1, 2, 3, 2, 1])
    #expect(codes[0].title == "Samenwerkingslijnen: met wie en hoe")
    #expect(codes[0].position == FilePosition(line: 9, column: 1))
  }

  @Test func `keeps prose as written`() throws {
    let lines = [
      "Eerste regel,", "  ingesprongen.", "", "* een lijst", "* in de tekst", "", "1. nog een", "",
      "Slot.",
    ]
    #expect(try book().codes[0].definition == lines.joined(separator: "\n"))
  }

  @Test func `joins the lines of a field`() throws {
    let code = try book().codes[1]
    #expect(code.when == ["Iemand noemt peuters over wie zorgen zijn.", "Nog iets."])
    #expect(code.notWhen == ["Het gaat over kleuters."])
    #expect(code.color == "#0B6E4F")
    #expect(code.was == [CodeID("peuters"), CodeID("kleintjes")])
    #expect(code.guid == "0F8FAD5B-D9CB-469F-A165-70867728950E")
  }

  @Test func `reads examples with their levels`() throws {
    let code = try book().codes[1]
    #expect(code.examples.map(\.text) == ["Zij komt elke maand kijken.", "Soms niet."])
    #expect(code.examples.map(\.level) == [1, nil])
    #expect(code.examples[0].position == FilePosition(line: 33, column: 12))
  }

  @Test func `reads rules on the line and in a list`() throws {
    let code = try book().codes[1]
    #expect(
      code.matches.map { dump($0.rule) } == [
        "any(consultatiebureau*, [integrale vroeghulp])", "vroeghulp",
        "near8(any(peuter*, kleuter*), wachtlijst*)", "zorg*",
      ])
    #expect(code.matches.map(\.level) == [nil, 1, 0, 1])
    #expect(code.matches[2].source == "(peuter* OR kleuter*) NEAR/8 wachtlijst*")
    #expect(code.matches.map(\.position.line) == [38, 39, 41, 43])
    #expect(code.matches.map(\.position.column) == [11, 10, 6, 6])
    #expect(code.exceptions.map { dump($0.rule) } == ["[consultatiebureau voor dieren]"])
    #expect(code.scale.map(\.id) == ["zelden", "vaak"])
    #expect(code.scale.map(\.title) == ["zelden", "heel vaak"])
  }

  @Test func `hands down unit, within and speakers`() throws {
    let codes = try book().codes
    let roles = Code.Speakers.roles(["leerkracht", "intern begeleider"])
    #expect(codes.map(\.speakers) == [roles, roles, roles, .all, .participants])
    #expect(codes.map(\.unit) == [.sentence, .sentence, .turn, .sentence, .sentence])
    #expect(codes.map(\.looksThroughTurn) == [true, true, false, false, false])
    #expect(codes.map(\.scale.isEmpty) == [true, false, true, true, true])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `reads any script, with or without BOM, whatever the line ends`(end: String) throws {
    let lines = [
      "\u{FEFF}---", "id: b", "title: Café 中 👩‍👩‍👧", "version: 1", "---", "# a: Ĳs en é",
      "Prozá 中文 👩‍👩‍👧.", "", "- example: Ĳ 中 é 👍🏽 zegt ze.", "- match: `ĳs*, caf\u{65}\u{301}, 中文`",
      "- match: `👍 zorg`",
    ]
    let bytes = Array(lines.joined(separator: end).utf8)
    let read = CodebookReader.read(bytes: bytes, path: "b.md")
    #expect(read.diagnostics.map(\.position) == [FilePosition(line: 11, column: 11)])
    let sound = Array(lines.dropLast().joined(separator: end).utf8)
    let book = try #require(CodebookReader.read(bytes: sound, path: "b.md").value)
    #expect(book.title == "Café 中 👩‍👩‍👧")
    #expect(book.codes[0].title == "Ĳs en é")
    #expect(book.codes[0].definition == "Prozá 中文 👩‍👩‍👧.")
    #expect(book.codes[0].examples.map(\.text) == ["Ĳ 中 é 👍🏽 zegt ze."])
    #expect(book.codes[0].matches.map { dump($0.rule) } == ["any(ĳs*, caf\u{65}\u{301}, 中文)"])
  }

  @Test func `points at bytes that are no text`() {
    let bytes = Array("---\nid: b\nversion: 1\n---\n# a: ".utf8) + [0xE9, 0x0A, 0x63, 0x00, 0xFF]
    let read = CodebookReader.read(bytes: bytes, path: "b.md")
    #expect(
      read.diagnostics.map(\.message) == [
        "this is not UTF-8, here and in 1 more places", "a NUL byte: this is no text file",
      ])
    #expect(
      read.diagnostics.map(\.position) == [
        FilePosition(line: 5, column: 6), FilePosition(line: 6, column: 2),
      ])
    #expect(read.value == nil)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `survives anything`(seed: UInt64) {
    let pieces = [
      "# a: A", "## b-1: B", "###", "#", "- when:", "- match: ", "- scale: ", "- example: ",
      "- was: ",
      "- speakers: ", "- except:", "  - ", "\t", "  ", "`", "zorg*", "laag < hoog", "< hoog \"H\"",
      " → laag", "->", "\n", "\n", "\n", "\n\n", "\r", "<!--", "-->", "---", "a", "b, c", "=",
      "\u{301}",
      "NEAR/3", "OR", "(", ")", "“", "\0", "👩‍👩‍👧", ":", ": ", "-",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 0..<60, using: &generator)
      let body = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      var bytes = Array((codebookHead + "# zorg: Zorg\n" + body).utf8)
      if Bool.random(using: &generator) { bytes.append(0xE2) }
      let read = CodebookReader.read(bytes: bytes, path: "b.md")
      let hasError = read.diagnostics.contains { $0.severity == .error }
      #expect((read.value == nil) == hasError, "\(body)")
    }
  }
}
