import CodingEngine
import Testing

@Suite struct Phrases {
  @Test(arguments: [
    ("Wij hebben korte lijnen.", "korte lijnen"), ("Wij hebben korte, lijnen.", "korte lijnen"),
    ("korte – (lacht) lijnen", "korte lijnen"), ("korte\nlijnen", "korte lijnen"),
    ("(korte) \"lijnen\"", "korte lijnen"), ("korte… lijnen", "korte lijnen"),
  ])
  func `ignore punctuation`(text: String, evidence: String) throws {
    #expect(try Applied("\"korte lijnen\"").evidence(text) == [evidence])
  }

  @Test(arguments: [
    "Ze zijn korte. Lijnen ook.", "korte? lijnen", "korte\n\nlijnen", "lijnen korte",
    "korte en lijnen",
    "korte [naam] lijnen",
  ])
  func `never cross the end of a sentence`(text: String) throws {
    #expect(try Applied("\"korte lijnen\"").evidence(text) == [])
    #expect(try Applied("\"korte lijnen\"", unit: .turn).evidence(text) == [])
    #expect(try Applied("\"korte lijnen\"", withinTurn: true).evidence(text) == [])
  }

  @Test func `take any one word for a lone star`() throws {
    let phrase = try Applied("\"met * samen\"")
    #expect(phrase.evidence("Wij werken met ouders samen.") == ["met ouders samen"])
    #expect(phrase.evidence("Wij werken met pm-ers samen.") == ["met pm-ers samen"])
    #expect(phrase.evidence("Wij werken met samen.") == [])
    #expect(phrase.evidence("Wij werken met alle ouders samen.") == [])
    #expect(phrase.evidence("Wij werken met [naam] samen.") == [])
  }

  @Test func `need a word for a lone star at an end too`() throws {
    #expect(try Applied("\"* samen\"").evidence("Ja. Samen met ons.") == [])
    #expect(try Applied("\"samen *\"").evidence("Wij samen. Ja.") == [])
    #expect(try Applied("\"samen * *\"").evidence("Wij samen met ons.") == ["samen met ons"])
  }

  @Test func `are exact as a whole`() throws {
    let phrase = try Applied("=\"Korte lijnen\"")
    #expect(phrase.isFound(in: "Korte lijnen"))
    #expect(phrase.isFound(in: "Korte-lijnen"))
    #expect(!phrase.isFound(in: "korte lijnen"))
  }

  @Test func `report each word once where stretches overlap`() throws {
    #expect(try Applied("\"a b\", \"b c\", b").evidence("a b c") == ["a b c"])
    #expect(try Applied("\"a a\"").evidence("a a a") == ["a a a"])
  }
}
