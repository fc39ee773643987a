import Testing

@testable import Corpus

@Suite struct `Cutting words` {
  @Test(arguments: [
    ("IB'er zo'n vve-indicatie 3-jarigen", "IB'er zo'n vve-indicatie 3-jarigen |"),
    ("zorg- en lo-", "zorg en lo |"),
    ("'s ochtends, 't kind, Jans'", "s ochtends t kind Jans |"),
    ("a--b c-'d e'-f", "a b c d e f |"),
    ("-a- 'b' `c´", "a b c |"),
    ("zorg\u{2010}plan zorg\u{2011}plan", "zorg\u{2010}plan zorg\u{2011}plan |"),
    ("zorg–plan zorg—plan zorg\u{2212}plan", "zorg plan zorg plan zorg plan |"),
    ("zo’n zo‘n zo`n zo´n zoʼn zo′n", "zo’n zo‘n zo`n zo´n zoʼn zo′n |"),
    ("kind\u{AD}centrum kind\u{AD} centrum", "kind\u{AD}centrum kind centrum |"),
    ("kind\u{200D}centrum kind\u{200C}-centrum", "kind\u{200D}centrum kind\u{200C}-centrum |"),
    ("café cafe\u{301} ĳs", "café cafe\u{301} ĳs |"),
    ("\u{301}a -\u{301}b", "a b |"),
    ("m² ½ Ⅷ ٣", "m² ½ Ⅷ ٣ |"),
    ("中文 한국어 العربية", "中文 한국어 العربية |"),
    ("👩‍👩‍👧 ja 🇳🇱", "ja |"),
    ("a_b c@d e.f 2,5 17:30", "a b c d e f 2 5 17 30 |"),
    ("", ""),
    ("… – !", ""),
  ])
  func `takes letters and digits with single hyphens and apostrophes between`(
    text: String, words: String
  ) {
    #expect(cut(text) == words)
  }

  @Test func `gives equal words equal keys and others other keys, wherever they stand`() {
    let words = (1...20).map { String("abcdéfghijklmnopqrstu".prefix($0)) } + ["bcd", "abcdéfgH"]
    let text = Array((words + words.reversed()).joined(separator: " ").utf8)
    var row = Row()
    row.cut(text.span, 0..<text.count)
    let keys = row.places.map(\.key)
    #expect(keys == keys.reversed())
    #expect(Set(keys).count == words.count && !keys.contains(0))
    #expect(row.places.allSatisfy { $0.isSpelledByKey == ($0.end - $0.start <= 8) })
  }

  @Test func `fills a row anew for each turn`() {
    var row = Row()
    let text = Array("Ja [naam] nee. Wel. ((x))".utf8)
    row.cut(text.span, 0..<text.count)
    #expect(row.size == TurnSize(words: 3, sentences: 2))
    row.cut(text.span, 0..<2)
    #expect(row.size == TurnSize(words: 1, sentences: 1))
    #expect(row.transcribers.isEmpty)
    row.cut(text.span, 0..<0)
    #expect(row.size == TurnSize(words: 0, sentences: 0))
  }
}
