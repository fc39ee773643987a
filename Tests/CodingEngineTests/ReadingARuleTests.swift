import CodingEngine
import Corpus
import Testing

@Suite struct `Reading a rule` {
  @Test(arguments: [
    ("zorg", "zorg"),
    ("Logopedist*", "Logopedist*"),
    ("g?zin", "g?zin"),
    ("\"korte lijnen\"", "[korte lijnen]"),
    ("“korte lijnen„", "[korte lijnen]"),
    ("« korte lijnen »", "[korte lijnen]"),
    ("\"met * samen\"", "[met · samen]"),
    ("\"24/7, of zo!\"", "[24 7 of zo]"),
    ("\"dat ? is - zo\"", "[dat is zo]"),
    ("=CJG", "=CJG"),
    ("=\"Korte Lijnen\"", "=[Korte Lijnen]"),
    ("=OR, \"or\", or", "any(=OR, or, or)"),
    ("IB’er, zo`n, zo´n", "any(IB'er, zo'n, zo'n)"),
    ("vve\u{2010}lijn, vve\u{2011}lijn, vve\u{AD}lijn", "any(vve-lijn, vve-lijn, vvelijn)"),
    ("zorg-, 's, -lijn'", "any(zorg, s, lijn)"),
    ("\"in de zorg- en 's ochtends\"", "[in de zorg en s ochtends]"),
    ("\"a--b\"", "[a b]"),
    ("caf\u{65}\u{301}, ĳs, 中文", "any(caf\u{65}\u{301}, ĳs, 中文)"),
    ("aa, bb, cc", "any(aa, bb, cc)"),
    ("aa OR bb OR cc", "any(aa, bb, cc)"),
    ("aa, bb OR cc", "any(aa, any(bb, cc))"),
    ("aa OR bb, cc", "any(any(aa, bb), cc)"),
    ("aa AND bb AND cc", "all(aa, bb, cc)"),
    ("aa NOT bb AND cc NOT dd", "all(aa, cc; none: bb, dd)"),
    ("aa NEAR/0 bb", "near0(aa, bb)"),
    ("aa THEN/99 bb", "then99(aa, bb)"),
    (
      "(peuter* OR kleuter*) NEAR/8 (indicatie*, \"op de lijst\")",
      "near8(any(peuter*, kleuter*), any(indicatie*, [op de lijst]))"
    ),
    ("(aa AND (bb, cc)) OR dd", "any(all(aa, any(bb, cc)), dd)"),
    ("((aa))", "aa"),
    ("aa NEAR/3 (bb THEN/2 cc)", "near3(aa, then2(bb, cc))"),
    ("(aa NEAR/3 bb) NOT cc", "all(near3(aa, bb); none: cc)"),
    ("\taa ,\u{A0}bb ", "any(aa, bb)"),
  ])
  func `gives what the words mean`(text: String, expected: String) {
    let read = RuleLine.read(text, path: "rule")
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.map { dump($0.rule) } == expected)
  }

  @Test(arguments: [
    ("zorg, lijn → laag", "zorg, lijn", "laag", 14),
    ("zorg->laag", "zorg", "laag", 7),
    ("zorg-lijn -> heel-laag", "zorg-lijn", "heel-laag", 14),
    ("\"a → b\" → laag", "\"a → b\"", "laag", 11),
  ])
  func `reads a level after an arrow`(text: String, source: String, level: String, column: Int) {
    let read = RuleLine.read(text, path: "rule")
    #expect(read.diagnostics.isEmpty)
    #expect(read.value?.source == source)
    #expect(read.value?.level?.id == level)
    #expect(read.value?.level?.position == FilePosition(line: 1, column: column))
  }

  @Test(arguments: ["a*", "*s", "g?", "a*, bb", "\"* s*\""])
  func `warns of a wildcard with fewer than two letters beside it`(text: String) {
    let read = RuleLine.read(text, path: "rule")
    #expect(read.diagnostics.map(\.severity) == [.warning])
    #expect(read.value != nil)
  }

  @Test func `reads a rule of many words`() throws {
    let text = (0..<1500).map { "woord\($0)" }.joined(separator: ", ")
    let rule = try #require(RuleLine.read(text, path: "rule").value).rule
    guard case .any(let rules) = rule else {
      Issue.record("no list")
      return
    }
    #expect(rules.count == 1500)
  }
}
