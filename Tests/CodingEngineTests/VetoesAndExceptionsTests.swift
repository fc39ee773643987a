import CodingEngine
import Testing

@Suite struct `Vetoes and exceptions` {
  @Test func `AND asks for all in the unit, and gives the words of all`() throws {
    let rule = try Applied("a AND b AND c")
    #expect(rule.evidence("C x b x a") == ["C b a"])
    #expect(rule.evidence("A b! C") == [])
    #expect(try Applied("a AND b", unit: .turn).evidence("A x! B") == ["A B"])
  }

  @Test func `NOT vetoes the unit`() throws {
    let rule = try Applied("a NOT b")
    #expect(rule.spans("A x! A b! A y!") == ["A x!", "A y!"])
    #expect(try Applied("a NOT b", unit: .turn).spans("A x! A b!") == [])
    #expect(try Applied("a AND c NOT b NOT d").evidence("a c") == ["a c"])
    #expect(try Applied("a AND c NOT b NOT d").evidence("a c d") == [])
  }

  @Test func `an exception hides the words it finds from evidence`() throws {
    let rule = try Applied(
      "consultatiebureau*", except: ["\"consultatiebureau voor dieren\""])
    #expect(rule.evidence("Het consultatiebureau voor dieren.") == [])
    #expect(rule.evidence("Het consultatiebureau.") == ["consultatiebureau"])
    #expect(
      rule.evidence("Consultatiebureau voor dieren, consultatiebureau.") == ["consultatiebureau"])
  }

  @Test func `an exception hides words from NOT`() throws {
    let rule = try Applied("a NOT b", except: ["\"b c\""])
    #expect(rule.evidence("a b") == [])
    #expect(rule.evidence("a b c") == ["a"])
    #expect(rule.evidence("a b c b") == [])
  }

  @Test func `hidden words keep their places`() throws {
    #expect(try Applied("a NEAR/0 b", except: ["x"]).evidence("a x b") == [])
    #expect(try Applied("a NEAR/1 b", except: ["x"]).evidence("a x b") == ["a b"])
    #expect(try Applied("\"a b\"", except: ["x"]).evidence("a x b") == [])
    #expect(try Applied("\"a * b\"", except: ["x"]).evidence("a x b") == [])
  }

  @Test func `an exception hides the pair of NEAR, not what lies between`() throws {
    let rule = try Applied("a, b, c", except: ["a NEAR/1 c"])
    #expect(rule.evidence("a b c") == ["b"])
    #expect(rule.evidence("a b b c") == ["a b b c"])
  }

  @Test func `an exception looks through the unit of its code`() throws {
    #expect(try Applied("a", except: ["a AND b"]).evidence("A x! B!") == ["A"])
    #expect(try Applied("a", except: ["a AND b"], unit: .turn).evidence("A x! B!") == [])
  }

  @Test func `exceptions do not hide from each other`() throws {
    #expect(try Applied("a, b, c", except: ["\"a b\"", "\"b c\""]).evidence("a b c") == [])
  }
}
