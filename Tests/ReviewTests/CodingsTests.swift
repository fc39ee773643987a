import Corpus
import Testing

@testable import Review

@Suite struct `Agreement from codings` {
  /// Turn 0 of T1 has the sentences of 2 and 3 words, turn 1 is a moderator's, turn 2 has one of 2
  /// words, turn 3 says nothing; T2 has a turn of 1 and 1.
  private let transcripts = [
    ParallelCodings.Transcript(
      id: "T1", turns: [size(5, 2), nil, size(2, 1), size(0, 0)]),
    ParallelCodings.Transcript(id: "T2", turns: [size(2, 2)]),
  ]

  private static func size(_ words: Int, _ sentences: Int) -> TurnSize {
    TurnSize(words: words, sentences: sentences)
  }

  private func coding(
    _ code: Int, _ transcript: Int, _ turn: Int, _ words: Range<Int>, _ sentences: Range<Int>,
    level: Int? = nil
  ) -> ParallelCodings.Coding {
    ParallelCodings.Coding(
      transcript: transcript, turn: turn, code: code, level: level,
      span: TurnSpan(text: words, row: words, words: words, sentences: sentences))
  }

  private var parallel: ParallelCodings {
    ParallelCodings(
      transcripts: transcripts,
      coders: [
        .init(
          name: "een", transcripts: [0, 1],
          codings: [
            coding(1, 0, 0, 1..<3, 0..<2, level: 0), coding(1, 0, 0, 3..<5, 1..<2, level: 1),
            coding(2, 0, 2, 0..<2, 0..<1), coding(1, 0, 1, 0..<9, 0..<1),
            coding(2, 1, 0, 1..<2, 1..<2),
          ]),
        .init(
          name: "twee", transcripts: [0],
          codings: [
            coding(1, 0, 0, 0..<2, 0..<1, level: 0), coding(3, 0, 2, 1..<2, 0..<1),
            coding(3, 1, 0, 0..<1, 0..<1), coding(2, 0, 2, 1..<1, 0..<0),
          ]),
      ])
  }

  @Test(arguments: [
    (Unit.word, ["0 1", "1 1", "1 0", "1 0", "1 0", "0 0", "0 0", "0 -", "0 -"]),
    (.sentence, ["1 1", "1 0", "0 0", "0 -", "0 -"]), (.turn, ["1 1", "0 0", "0 -"]),
    (.transcript, ["1 1", "0 -"]),
  ])
  func `rates each unit that has a word`(unit: Unit, expected: [String]) {
    let ratings = parallel.units(unit).ratings(of: [1])
    let drawn = ratings.units.map { $0.map { $0.map(String.init) ?? "-" }.joined(separator: " ") }
    #expect(drawn == expected)
    #expect(ratings.transcripts.last == 1)
  }

  @Test func `counts a code with those under it as one`() {
    let units = parallel.units(.turn)
    #expect(units.ratings(of: [2, 3]).units == [[0, 0], [1, 1], [1, nil]])
    #expect(units.codedCount(of: [2]) == 2)
    #expect(units.codedCount(of: [2, 3]) == 2)
  }

  @Test func `lists what coders differ on`() {
    let units = parallel.units(.turn)
    #expect(
      units.disagreements(on: [1, 2, 3]) == [
        Disagreement(unit: 0, code: 1, given: [0, 1], withheld: []),
        Disagreement(unit: 1, code: 2, given: [0], withheld: [1]),
        Disagreement(unit: 1, code: 3, given: [1], withheld: [0]),
      ])
    #expect(units.places[1] == UnitPlace(transcript: 0, turn: 2, index: nil))
    #expect(units.levels(of: 0, by: 0, code: 1) == [0, 1])
    #expect(parallel.units(.word).disagreements(on: [9]).isEmpty)
  }

  @Test func `puts what coders settle on where they put it`() {
    func unit(_ turn: Int, _ text: Range<Int>) -> ParallelCodings.PlacedUnit {
      .init(UnitPlace(transcript: 0, turn: turn, index: nil), text)
    }
    let (first, third) = (unit(0, 0..<5), unit(2, 0..<2))
    #expect(
      parallel.settlements(as: 0, on: first, codes: [1, 2]) == [
        Settlement(code: 1, level: 0, words: [1..<3]),
        Settlement(code: 1, level: 1, words: [3..<5]),
      ])
    #expect(
      parallel.settlements(ofAllOn: first, codes: [1]) == [
        Settlement(code: 1, level: 0, words: [0..<3]),
        Settlement(code: 1, level: 1, words: [3..<5]),
      ])
    #expect(
      parallel.settlements(ofAllOn: third, codes: [3]) == [
        Settlement(code: 3, level: nil, words: [1..<2])
      ])
    #expect(parallel.settlements(as: 1, on: third, codes: [2]) == [])
    // A level that nobody gave stands where the code does; a code that nobody gave, everywhere.
    #expect(parallel.settlement(of: 1, level: 2, on: first).words == [0..<5])
    #expect(parallel.settlement(of: 9, level: nil, on: third).words == [0..<2])
    #expect(parallel.settlement(of: 1, level: 0, on: unit(0, 2..<5)).words == [2..<3])
  }

  @Test func `sets codes against each other`() {
    let matrix = ConfusionMatrix(of: parallel.units(.sentence), codes: [1, 2, 3], one: 0, other: 1)
    var cells: [String] = []
    for row in 0...3 {
      cells.append((0...3).map { String(matrix[row, $0]) }.joined(separator: " "))
    }
    #expect(cells == ["1 0 0 1", "0 0 1 0", "0 0 0 0", "0 0 0 0"])
  }

  @Test func `rates levels where there is one`() {
    let ratings = parallel.levels(of: 1, named: ["laag", "hoog"], by: .sentence)
    #expect(ratings.units == [[0, 0], [nil, nil], [nil, nil], [nil, nil], [nil, nil]])
    #expect(parallel.levels(of: 1, named: ["laag", "hoog"], by: .word).units[3] == [1, nil])
  }

  @Test func `gathers sets for graded distances`() {
    let sets = parallel.units(.turn).codeSets(of: [1, 2, 3]) { "c\($0)" }
    #expect(sets.ratings.categories.map(\.name) == ["c1", "c2", "c3"])
    #expect(sets.ratings.units == [[0, 0], [1, 2], [1, nil]])
  }

  @Test func `makes segments of codings that touch, in transcripts that all went through`() throws {
    let text = try parallel.unitization(of: [[1], [2, 3]])
    #expect(text.length == 7)
    #expect(
      text.segments == [
        [.init(1..<5, code: 0), .init(5..<7, code: 1)],
        [.init(0..<2, code: 0), .init(6..<7, code: 1)],
      ])
    let double = ParallelCodings(
      transcripts: transcripts,
      coders: [
        .init(
          name: "een", transcripts: [0],
          codings: [coding(1, 0, 0, 0..<2, 0..<1), coding(2, 0, 0, 1..<3, 0..<2)])
      ])
    #expect(throws: Undefined.overlappingSegments) { try double.unitization(of: [[1], [2]]) }
    #expect(try double.unitization(of: [[1, 2]]).segments == [[.init(0..<3, code: 0)]])
  }
}
