import Testing

@testable import CodingEngine
@testable import Corpus

@Suite struct `The vocabulary` {
  private static let rules = EngineCase(
    turns: [],
    codes: [
      EngineCase.PlainCode(matches: [
        .init(rule: .phrase(Phrase(words: [.glob("w*1")], isExact: false)), level: nil),
        .init(rule: .phrase(Phrase(words: [.glob("W2*")], isExact: true)), level: nil),
      ])
    ]
  ).codebook

  @Test func `knows each spelling again, however many there are`() {
    var vocabulary = Vocabulary(RuleProgram(Self.rules))
    for _ in 0..<2 {
      for value in 0..<6_000 {
        let bytes = Array("w-long-enough-\(value)".utf8)
        // The same hash for all of a hundred words, so that spellings decide.
        let place = Row.Place(
          start: 0, end: UInt32(bytes.count), key: UInt64(value / 100) | 0xFF << 56)
        let number = vocabulary.number(bytes.span, place)
        #expect(vocabulary.meets(number, 0) == (value % 10 == 1))
      }
    }
  }

  @Test(arguments: [("w31", [0]), ("W31", [0]), ("W2x1", [0, 1]), ("w2", []), ("x-w1", [0])])
  func `knows which globs a word meets`(word: String, globs: [Int32]) {
    var vocabulary = Vocabulary(RuleProgram(Self.rules))
    let bytes = Array(word.utf8)
    let place = Row.Place(start: 0, end: UInt32(bytes.count), key: 7)
    let number = vocabulary.number(bytes.span, place)
    #expect(vocabulary.number(bytes.span, place) == number)
    #expect([0, 1].filter { vocabulary.meets(number, $0) } == globs)
    let anchored = vocabulary.anchored(number).map { vocabulary.sequence($0).phrase }
    #expect(anchored == globs)
  }
}
