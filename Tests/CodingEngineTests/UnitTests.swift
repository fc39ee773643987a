import CodingEngine
import Testing

@Suite struct Units {
  @Test func `a sentence is coded from its first to its last sign`() throws {
    #expect(try Applied("a").spans("X! – \"A ja?\" (lacht) Nee!") == ["– \"A ja?\""])
  }

  @Test func `sentences that touch are one proposal`() throws {
    let rule = try Applied("a")
    #expect(rule.spans("A x! A y! B! A!") == ["A x! A y!", "A!"])
    #expect(rule.spans("A! (lacht) A!") == ["A! (lacht) A!"])
    #expect(rule.spans("A!\n\n(stilte)\n\nA!") == ["A!\n\n(stilte)\n\nA!"])
  }

  @Test func `what the transcriber says on its own keeps sentences apart`() throws {
    #expect(try Applied("a").spans("A! [stilte]! A!") == ["A!", "A!"])
    #expect(try Applied("a").spans("A! [naam] a!") == ["A! [naam] a!"])
  }

  @Test func `a turn is coded as a whole`() throws {
    let rule = try Applied("a", unit: .turn)
    #expect(rule.spans("(lacht) X! A! [naam]!") == ["(lacht) X! A! [naam]!"])
    #expect(rule.spans("X! B!") == [])
  }

  @Test func `within a turn the sentences from first to last evidence are coded`() throws {
    let rule = try Applied("a AND b", withinTurn: true)
    #expect(rule.spans("X! A x! Y! [naam]! B y! Z!") == ["A x! Y! [naam]! B y!"])
    #expect(rule.spans("X! A b! Z!") == ["A b!"])
  }

  @Test(arguments: ["", "(lacht)", "[naam]", "[naam] (lacht). …", "–", "(1:12) [00:01:12]"])
  func `a turn without words has no proposals`(text: String) throws {
    #expect(try Applied("*a*, a*, naam, lacht", unit: .turn).spans(text) == [])
    #expect(try Applied("naam, lacht", withinTurn: true).spans(text) == [])
  }
}
