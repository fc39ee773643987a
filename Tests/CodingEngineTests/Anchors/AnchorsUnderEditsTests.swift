import Testing

@testable import CodingEngine
@testable import Corpus

@Suite struct `Anchors when transcripts change` {
  /// Among these are those with which few words once moved to twins of theirs.
  private static func seeds(_ part: Int) -> [Int] {
    Array(part * 150..<(part + 1) * 150) + (part == 0 ? [3450, 3950, 5961, 6491] : [])
  }

  @Test(arguments: 0..<8)
  func `end on the same words or are reported`(part: Int) throws {
    var tally = Tally()
    for seed in Self.seeds(part) {
      var random = SeededGenerator(seed: UInt64(seed))
      let old = MarkedTranscript(using: &random)
      var new = old
      for _ in 0..<Int.random(in: 1...5, using: &random) { new.edit(using: &random) }
      let lineEnd = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
      let before = try #require(old.read())
      let after = try #require(new.read(lineEnd: lineEnd, isMarked: Bool.random(using: &random)))
      for _ in 0..<6 { try check(old, before, new, after, &tally, "seed \(seed)", &random) }
    }
    // The edits are mild: most codings must be found, or the rules are too timid to be of use.
    #expect(tally.found * 10 > tally.all * 7, "\(tally)")
    #expect(tally.uncertain > 0 && tally.detached > 0, "\(tally)")
  }

  private struct Tally {
    var (all, found, uncertain, detached) = (0, 0, 0, 0)
  }

  private func check(
    _ old: MarkedTranscript, _ before: Transcript, _ new: MarkedTranscript, _ after: Transcript,
    _ tally: inout Tally, _ seed: String, _ random: inout SeededGenerator
  ) throws {
    let turn = Int.random(in: 0..<old.turns.count, using: &random)
    let count = old.turns[turn].words.count
    let first = Int.random(in: 0..<count, using: &random)
    let last = Int.random(in: first..<count, using: &random)
    let words = WordSequence(of: before)
    let start = words.turnStarts[turn] + 1
    let range =
      Int(
        words.symbols[start + first].text.lowerBound)..<Int(
        words.symbols[start + last].text.upperBound)
    let anchor = Anchor(of: range, in: before, words: words, version: before.version, at: 0)
    let texts = QuotedWords.texts(of: range, in: before, words)
    var finder = AnchorFinder(after, versions: [before.version])
    let result = finder.find(anchor) { texts }
    tally.all += 1
    switch result.finding {
    case .uncertain: tally.uncertain += 1
    case .detached: tally.detached += 1
    case .same, .found:
      tally.found += 1
      let there = WordSequence(of: after)
      let symbols = there.symbols(in: result.text)
      let origins = old.turns[turn].words[first...last].map(\.origin)
      let (place, now) = new.words(at: symbols, in: there)
      let said = origins.indices.map { old.turns[turn].words[first + $0].text.foldedForTests }
      #expect(now.map(\.text.foldedForTests) == said, "\(seed): other words")
      if now.map(\.origin) != origins {
        // The very words must be gone; else the coding has moved away from them.
        let stays = new.turns.contains { $0.words.map(\.origin).contains(sequence: origins) }
        #expect(!stays, "\(seed): from turn \(turn) to a twin in turn \(place)")
      }
    }
  }

  @Test func `stay where they are in a text that did not change`() throws {
    var random = SeededGenerator(seed: 7)
    let old = MarkedTranscript(using: &random)
    let transcript = try #require(old.read())
    var finder = AnchorFinder(transcript, versions: [transcript.version])
    let words = WordSequence(of: transcript)
    for turn in transcript.turns {
      let anchor = Anchor(
        of: turn.text, in: transcript, words: words, version: transcript.version, at: 0)
      #expect(
        finder.find(anchor) { nil } == AnchoredSpan(finding: .same, text: turn.text))
    }
  }

  @Test func `digests of turns are those of the format`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      let transcript = try #require(MarkedTranscript(using: &random).read())
      let digests = transcript.turns.map { turn in
        let label = Array(transcript.speakers[turn.speaker].label.utf8)
        let full = hash(transcript.text[turn.text], seed: hash(label[...], seed: 0))
        return UInt32(truncatingIfNeeded: full ^ full >> 32)
      }
      #expect(transcript.turnDigests() == digests)
    }
  }

  private func hash(_ bytes: ArraySlice<UInt8>, seed: UInt64) -> UInt64 {
    var hash = seed ^ 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }

  @Test func `code points of a turn are counted as one byte after the other is`() throws {
    let said = [
      "een café", "naïef — zo’n dag, 中村 zei 👩‍👩‍👧 niets", "ja", "twaalf gewone woorden na elkaar",
    ]
    let text = said.map { "A: \($0)\n" }.joined()
    let transcript = try #require(
      TranscriptReader.read(Array(text.utf8), id: "T", path: "T.md").value)
    #expect(transcript.turns.count == said.count)
    for (turn, words) in said.enumerated() {
      let start = transcript.turns[turn].text.lowerBound
      let scalars = Array(words.unicodeScalars)
      for count in 0...scalars.count {
        let bytes = scalars[..<count].reduce(0) { $0 + UTF8.width($1) }
        #expect(transcript.offset(of: count, inTurn: turn) == start + bytes)
      }
      #expect(transcript.offset(of: scalars.count + 1, inTurn: turn) == nil)
    }
  }

  @Test(arguments: [
    TurnPositions(firstTurn: 0, start: 0, lastTurn: 1, end: 2),
    TurnPositions(firstTurn: 1, start: 0, lastTurn: 99, end: 2),
    TurnPositions(firstTurn: 1, start: 5, lastTurn: 1, end: 5),
    TurnPositions(firstTurn: 1, start: 9, lastTurn: 1, end: 5),
    TurnPositions(firstTurn: 2, start: 0, lastTurn: 1, end: 5),
    TurnPositions(firstTurn: 1, start: 0, lastTurn: 1, end: 1 << 40),
    TurnPositions(firstTurn: .max, start: .max, lastTurn: .max, end: .max),
  ])
  func `that no text can have are detached`(span: TurnPositions) throws {
    let transcript = try #require(
      TranscriptReader.read(Array("A: een twee\nA: drie\n".utf8), id: "T", path: "T.md").value)
    var finder = AnchorFinder(transcript, versions: [transcript.version])
    let anchor = Anchor(
      transcript: "T", text: transcript.version.key, span: span, speaker: "A", twins: 1, words: 0)
    #expect(finder.find(anchor) { ["zeven", "", ""] } == .detached)
  }
}

extension MarkedTranscript {
  fileprivate func words(
    at symbols: Range<Int>, in sequence: WordSequence
  ) -> (turn: Int, words: [Word]) {
    let turn = Int(sequence.symbols[symbols.lowerBound].turn)
    let first = symbols.lowerBound - sequence.turnStarts[turn] - 1
    return (
      turn, Array(turns[turn].words[first..<min(first + symbols.count, turns[turn].words.count)])
    )
  }
}

extension String {
  fileprivate var foldedForTests: [UInt8] { Folding.fold(utf8) }
}

extension [Int?] {
  fileprivate func contains(sequence: [Int?]) -> Bool {
    indices.contains {
      $0 + sequence.count <= count && Array(self[$0..<$0 + sequence.count]) == sequence
    }
  }
}
