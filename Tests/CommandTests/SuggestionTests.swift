import Testing

@testable import draad

@Suite struct `Suggesting a word` {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("ca", "abc", 3), ("kitten", "sitting", 3), ("quotse", "quotes", 1),
  ])
  func `counts the slips`(word: String, other: String, slips: Int) {
    #expect(Suggestion.slips(from: Array(word.utf8), to: Array(other.utf8)) == slips)
  }

  @Test func `prefers words that begin so`() {
    #expect(Suggestion.nearest(to: "rep", in: ["per", "report"]) == ["report"])
    #expect(Suggestion.nearest(to: "aplpy", in: ["apply", "check"]) == ["apply"])
    #expect(Suggestion.nearest(to: "zzz", in: ["apply", "check"]).isEmpty)
  }
}
