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
