import Testing

@Suite struct `Brackets and phrases` {
  @Test(arguments: [
    "zorg (lacht) lijn", "zorg ((telefoon)) lijn", "zorg (.) lijn", "zorg (2.3) lijn",
    "zorg (Lacht…) lijn", "zorg (door elkaar, hard) lijn", "zorg [00:01:12] lijn",
    "zorg (1:12) lijn",
    "zorg (onverstaanbaar) lijn", "zorg ) lijn", "zorg ( lijn", "zorg [ lijn", "zorg ] lijn",
  ])
  func `take no place where they are no speech`(text: String) throws {
    #expect(try Applied("\"zorg lijn\"").evidence(text) == ["zorg lijn"])
    #expect(try Applied("zorg NEAR/0 lijn").evidence(text) == ["zorg lijn"])
  }

  @Test(arguments: ["zorg [naam] lijn", "zorg[naam]lijn", "zorg [] lijn", "zorg [a [b] c] lijn"])
  func `take one place where the transcriber speaks`(text: String) throws {
    #expect(try Applied("\"zorg lijn\"").evidence(text) == [])
    #expect(try Applied("\"zorg * lijn\"").evidence(text) == [])
    #expect(try Applied("zorg NEAR/0 lijn").evidence(text) == [])
    #expect(try Applied("zorg NEAR/1 lijn").evidence(text) == ["zorg lijn"])
    #expect(try Applied("naam, a, b, c").evidence(text) == [])
  }

  @Test func `are speech where they hold something else`() throws {
    #expect(try Applied("\"zorg of lijn\"").evidence("zorg (of) lijn") == ["zorg of lijn"])
    #expect(try Applied("lachende").evidence("een (lachende) man") == ["lachende"])
  }

  @Test func `are speech in square brackets when the transcript says so`() throws {
    let rule = try Applied("\"zorg naam lijn\"")
    #expect(rule.evidence("zorg [naam] lijn", bracketsAreWords: true) == ["zorg naam lijn"])
    #expect(rule.evidence("zorg [naam] [1:12] lijn", bracketsAreWords: true) == ["zorg naam lijn"])
    #expect(rule.evidence("zorg [naam] lijn") == [])
  }
}
