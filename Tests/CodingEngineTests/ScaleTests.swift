import CodingEngine
import Testing

@Suite struct Scales {
  @Test(arguments: [
    ("a", ["laag"]), ("a c", ["laag"]), ("a b", ["mixed"]), ("x", ["none"]), ("a x", ["laag"]),
    ("A! C!", ["laag"]), ("A! B!", ["laag", "hoog"]), ("A! X! C!", ["laag", "none", "laag"]),
    ("A b! B a! A!", ["mixed", "laag"]),
  ])
  func `give the level on which all lines with an arrow agree`(text: String, levels: [String])
    throws
  {
    #expect(try Applied("a → laag", "b → hoog", "c -> laag", "x").levels(text) == levels)
  }

  @Test func `join sentences within one level only`() throws {
    let scale = try Applied("a → laag", "b → hoog")
    #expect(scale.spans("A x! A y! B z! A q!") == ["A x! A y!", "B z!", "A q!"])
  }

  @Test func `take a turn as one unit`() throws {
    #expect(try Applied("a → laag", "b → hoog", unit: .turn).levels("A! B!") == ["mixed"])
    #expect(try Applied("a → laag", "b → hoog", withinTurn: true).levels("A. X. B.") == ["mixed"])
  }
}
