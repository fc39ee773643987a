import Testing

@testable import Corpus

@Suite struct `The cutter and its slow twin` {
  private static let pieces = [
    "ja", "Nee", "nee", "É", "é", "e\u{301}", "\u{301}", "zo'n", "’s", "'s", "-", "--", "‐", "‑",
    "\u{AD}", "\u{200D}", "\u{200C}", "IB'er", "vve-indicatie", "3-jarigen", "4", "²", "中文", "ĳ",
    "👩‍👩‍👧", "1️⃣", ".", ".", ".", "..", "…", "?", "!", "?!", ",", ":", ";", "–", "“", "”", "\"", "'",
    "`", "„", "«", "»", "(", ")", "((", "))", "[", "]", "[naam]", "[00:01:12]", "(1:12)", "(1:75)",
    "(.)", "(2.3)", "(2 sec)", "(2019)", "(…)", "(lacht)", "(LACHT hard)", "(door elkaar)", "()",
    "(lacht…)", "((hoest))", "(pauzes)", "bijv.", "Bijv.", "o.a.", "d.w.z.", "dhr.", "nl.", "NL.",
    "enz.", "etc.", "ETC.", "e.d.", "(e.d.)", "J.", "Dr.", "vs.", "É.", "e\u{301}.", "4.", "x-y.",
    "\n", "\n\n", " \n \n", "\t", "\u{A0}", "\u{2028}", "\u{2003}", "\0", "\u{7F}", "ǅ", "ª", "Ⓐ",
    "\u{FEFF}", "_", "a_b", "@", "#", "٣", "한", "ß", "🇳🇱",
  ]

  @Test(arguments: 0..<8)
  func `agree on random texts`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var row = Row()
    for _ in 0..<2500 {
      var turn = ""
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        turn += random.pick(Self.pieces)
        if Int.random(in: 0..<3, using: &random) > 0 { turn += " " }
      }
      let before = random.pick(["", "LK1: ", "e. ", "E", "(", "…\n"])
      let text = Array((before + turn + random.pick(["", "\nLK2: nee", ")", "a", "."])).utf8)
      let range = before.utf8.count..<before.utf8.count + turn.utf8.count
      let bracketsAreWords = random.next() & 7 == 0
      row.cut(text.span, range, bracketsAreWords: bracketsAreWords)
      let twin = SlowCutter(turn, offset: range.lowerBound, bracketsAreWords: bracketsAreWords)
      guard same(row, twin) else {
        Issue.record("they differ on \(turn.debugDescription)\n\(row.sentences)\n\(twin.sentences)")
        return
      }
    }
  }

  @Test(arguments: 0..<4)
  func `find the span of any bytes, also in a row that was kept`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let turns = (0..<200).map { _ in
      (0..<Int.random(in: 0...14, using: &random)).map { _ in random.pick(Self.pieces) }
        .joined(separator: " ")
    }
    var (row, table) = (Row(), RowTable())
    for turn in turns {
      row.cut(Array(turn.utf8).span, 0..<turn.utf8.count)
      table.append(row)
    }
    for (index, turn) in turns.enumerated() {
      row.cut(Array(turn.utf8).span, 0..<turn.utf8.count)
      var kept = Row()
      table.fill(&kept, turn: index)
      for _ in 0..<9 {
        let start = Int.random(in: 0...turn.utf8.count, using: &random)
        let text = start..<Int.random(in: start...turn.utf8.count, using: &random)
        #expect(row.span(of: text) == slowSpan(of: text, in: row))
        #expect(kept.span(of: text) == row.span(of: text))
      }
    }
  }

  private func slowSpan(of text: Range<Int>, in row: Row) -> TurnSpan {
    let first = row.places.firstIndex { Int($0.end) > text.lowerBound } ?? row.places.count
    let last =
      row.places[first...].firstIndex { Int($0.start) >= text.upperBound } ?? row.places.count
    let carried = row.sentences.indices.filter { sentence in
      let places = row.sentences[sentence].row
      return places.overlaps(first..<last)
        && row.places[places.clamped(to: first..<last)].contains { !$0.isTranscribers }
    }
    return TurnSpan(
      text: text, row: first..<last, words: row.wordIndex(first)..<row.wordIndex(last),
      sentences: (carried.first ?? 0)..<(carried.last.map { $0 + 1 } ?? 0))
  }

  private func same(_ row: Row, _ twin: SlowCutter) -> Bool {
    let places = row.places.map {
      SlowCutter.Place(text: Int($0.start)..<Int($0.end), isTranscribers: $0.isTranscribers)
    }
    let sentences = row.sentences.map { SlowCutter.Sentence(text: $0.text, row: $0.row) }
    guard places == twin.places, sentences == twin.sentences else { return false }
    for index in 0...places.count {
      let words = places[..<index].count { !$0.isTranscribers }
      guard row.wordIndex(index) == words else { return false }
      guard index < places.count else { continue }
      guard row.sentenceIndex(index) == sentences.firstIndex(where: { $0.row.contains(index) })
      else { return false }
    }
    guard row.wordCount == places.count(where: { !$0.isTranscribers }) else { return false }
    guard let first = sentences.first, let last = sentences.last else { return true }
    let span = row.span(ofSentences: 0..<sentences.count)
    return span.text == first.text.lowerBound..<last.text.upperBound
      && span.row == first.row.lowerBound..<last.row.upperBound
      && span.words.upperBound - span.words.lowerBound
        == places[span.row].count { !$0.isTranscribers }
  }
}
