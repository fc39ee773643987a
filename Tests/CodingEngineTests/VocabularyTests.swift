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

  @Test func `gives each spelling one number, however many there are`() {
    var vocabulary = Vocabulary(RuleProgram(Self.rules))
    var numbers: [String: Int] = [:]
    for round in 0..<2 {
      for value in 0..<6_000 {
        let spelling = (value % 2 == 0 ? "w" : "W") + String(value)
        let bytes = Array(spelling.utf8)
        // The same hash for all of a hundred words, so that spellings decide.
        let place = Row.Place(
          start: 0, end: UInt32(bytes.count), hash: UInt32(value / 100) &* 0x9E37_79B9 | 1)
        let number = vocabulary.number(bytes.span, place)
        if round == 0 {
          #expect(!numbers.values.contains(number) || value >= 50)
          numbers[spelling] = number
        } else {
          #expect(numbers[spelling] == number)
        }
      }
    }
    #expect(Set(numbers.values).count == 6_000)
  }

  @Test(arguments: [("w31", [0]), ("W31", [0]), ("W2x1", [0, 1]), ("w2", []), ("x-w1", [0])])
  func `knows which globs a word meets`(word: String, globs: [Int32]) {
    var vocabulary = Vocabulary(RuleProgram(Self.rules))
    let bytes = Array(word.utf8)
    let number = vocabulary.number(bytes.span, .init(start: 0, end: UInt32(bytes.count), hash: 7))
    #expect([0, 1].filter { vocabulary.meets(number, $0) } == globs)
    let anchored = vocabulary.anchored(number).map { vocabulary.sequence($0) }
    #expect(anchored == globs.map(Int.init))
  }
}
