import CodingEngine
import Corpus
import Testing

@Suite struct `The outline of a codebook` {
  @Test func `shows what a coder needs`() throws {
    let book = try codebook(
      """
      # lijnen: Lijnen
      Over lijnen.

      Nog *iets*.
      - speakers: all
      ## korte: Korte lijnen
      - match: `"korte lijnen" → laag`
      - except: `x, y`
      - scale: laag < hoog "heel hoog"
      - counterexample: Nee.
      - example: Ja. → hoog
      - not when: Nooit.
      - when: Altijd.
      - was: kort
      - within: turn
      """)
    #expect(
      book.outlineLines == [
        "b 1: b",
        "",
        "lijnen: Lijnen",
        "  Over lijnen.",
        "",
        "  Nog *iets*.",
        "  speakers: all",
        "",
        "lijnen/korte: Korte lijnen",
        "  when: Altijd.",
        "  not when: Nooit.",
        "  example: Ja. → hoog",
        "  counterexample: Nee.",
        "  scale: laag < hoog \"heel hoog\"",
        "  match: \"korte lijnen\" → laag",
        "  except: x, y",
        "  within: turn",
        "  speakers: all",
        "  was: kort",
      ])
  }

  @Test func `can be had of a part`() throws {
    let book = try codebook("# a: A\n## b: B\n\u{1B}[31mrood\n# c: C")
    let entries = book.outline(of: try book.resolve("a/*"))
    #expect(entries.map(\.path) == ["a/b"])
    #expect(entries.flatMap(\.lines) == ["a/b: B", "  \u{1B}[31mrood"])
  }
}
