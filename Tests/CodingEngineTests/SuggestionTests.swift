import CodingEngine
import Testing

@Suite struct `A suggestion` {
  @Test(arguments: [
    ("wehn", "when"), ("When", "when"), ("notwhen", "not when"), ("exampel", "example"),
    ("coutnerexample", "counterexample"), ("colour", "color"), ("kleur", nil), ("", nil),
  ])
  func `is the name that differs least`(name: String, expected: String?) {
    let names = ["when", "not when", "example", "counterexample", "color"]
    #expect(Suggestion.nearest(to: name, among: names) == expected)
  }
}
