import CodingEngine
import Testing

@Suite struct Nearness {
  @Test(arguments: [
    ("a NEAR/0 b", "a b", true), ("a NEAR/0 b", "b a", true), ("a NEAR/0 b", "a x b", false),
    ("a NEAR/2 b", "a x x b", true), ("a NEAR/2 b", "a x x x b", false),
    ("a NEAR/0 b", "a, (lacht) – b", true), ("a NEAR/1 b", "a [naam] b", true),
    ("a NEAR/0 b", "a [naam] b", false), ("a NEAR/1 b", "a vve-indicatie b", true),
    ("a NEAR/5 b", "a! b", false), ("vve NEAR/5 indicatie", "vve-indicatie", false),
    ("a NEAR/3 a", "a", false), ("a NEAR/3 a", "a x a", true),
    ("\"a b\" NEAR/3 \"b c\"", "a b c", false), ("\"a b\" NEAR/0 \"b c\"", "a b b c", true),
    ("a THEN/2 b", "a x b", true), ("a THEN/2 b", "b x a", false), ("a THEN/0 b", "b a b", true),
  ])
  func `counts the words between`(rule: String, text: String, isFound: Bool) throws {
    #expect(try Applied(rule).isFound(in: text) == isFound)
  }

  @Test func `looks past the end of a sentence only in a turn`() throws {
    #expect(try Applied("a NEAR/1 b").evidence("A x! B y!") == [])
    #expect(try Applied("a NEAR/1 b", withinTurn: true).evidence("A x! B y!") == ["A B"])
    #expect(try Applied("a NEAR/1 b", unit: .turn).evidence("A x! B y!") == ["A B"])
  }

  @Test func `gives the words of the pairs that fit, not those between`() throws {
    let rule = try Applied("a NEAR/1 (b OR c)")
    #expect(rule.evidence("a x b x x c") == ["a b"])
    #expect(rule.evidence("a x b x a c a") == ["a b a c a"])
    let lists = try Applied("(peuter* OR kleuter*) NEAR/8 (indicatie* OR wachtlijst*)")
    #expect(
      lists.evidence("De peuters staan nog op de wachtlijst, zonder indicatie.")
        == ["peuters wachtlijst indicatie"])
  }

  @Test func `takes a pair as one stretch when it stands in another`() throws {
    let nested = try Applied("(a THEN/2 b) NEAR/0 c")
    #expect(nested.evidence("a x b c") == ["a b c"])
    #expect(nested.evidence("a c b") == [])
    #expect(nested.evidence("c a b") == ["c a b"])
    #expect(try Applied("(a NEAR/2 b) THEN/0 (b NEAR/2 a)").evidence("a b b x a") == ["a b b a"])
  }
}
