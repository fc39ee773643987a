import Corpus
import Testing

@testable import CodingEngine

@Suite struct `A glob and its slow twin` {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `meet the same words`(seed: UInt64) {
    var words = NastyWords(seed: seed)
    for _ in 0..<200 {
      let (parts, isExact, word) = words.globAndWord()
      let glob = Glob(parts: parts, isExact: isExact)
      let compared = isExact ? Folding.canonical(word.utf8) : Folding.fold(word.utf8)
      #expect(
        glob.matches(compared, 0..<compared.count)
          == Self.meets(parts, SlowForm.letters(word.unicodeScalars, isExact: isExact), isExact),
        "seed \(seed): \(parts) \(isExact) on \(word)")
    }
  }

  /// Whether some way to fill in the joints and wildcards gives the word.
  private static func meets(_ parts: [String], _ word: [String], _ isExact: Bool) -> Bool {
    var pattern: [SlowPhrase.Sign] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { pattern.append(.joint) }
      pattern += SlowPhrase.signs(part, isExact: isExact)
    }
    return SlowWord.meets(pattern[...], word, 0)
  }

  @Test func `look at a part of a word only`() {
    let glob = Glob(parts: ["a*", "b"], isExact: false)
    let word = Array("xaab-bx".utf8)
    #expect(glob.matches(word, 1..<6))
    #expect(glob.matches(word, 1..<4))
    #expect(!glob.matches(word, 0..<6))
    #expect(!glob.matches(word, 1..<7))
    #expect(!glob.matches(word, 1..<1))
  }

  @Test func `stay fast where stars repeat`() {
    let glob = Glob(parts: [String(repeating: "*a", count: 20) + "b"], isExact: false)
    let word = [UInt8](repeating: UInt8(ascii: "a"), count: 2_000)
    #expect(!glob.matches(word, 0..<word.count))
  }
}

@Suite struct `An index of globs` {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `finds what trying each glob finds, each once`(seed: UInt64) {
    var words = NastyWords(seed: seed)
    var globs: [Glob] = []
    for _ in 0..<60 {
      let (parts, isExact, _) = words.globAndWord()
      let glob = Glob(parts: parts, isExact: isExact)
      if !globs.contains(glob) { globs.append(glob) }
    }
    for isExact in [false, true] {
      let index = GlobIndex(globs, isExact: isExact)
      #expect(index.isEmpty == !globs.contains { $0.isExact == isExact })
      for _ in 0..<40 {
        let word = words.globAndWord().word
        let compared = isExact ? Folding.canonical(word.utf8) : Folding.fold(word.utf8)
        let range = Int.random(in: 0...1, using: &words.generator)..<max(1, compared.count)
        guard range.upperBound <= compared.count else { continue }
        var found: [Int32] = []
        index.collect(compared, range, into: &found)
        let expected = globs.indices.filter {
          globs[$0].isExact == isExact && globs[$0].matches(compared, range)
        }
        #expect(found.sorted() == expected.map(Int32.init), "seed \(seed): \(word)")
      }
    }
  }
}

@Suite struct `Lists under hashes` {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `are what a dictionary of arrays holds`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var pairs: [HashLists.Pair] = []
    var expected: [UInt64: [Int32]] = [:]
    for value in 0..<Int32.random(in: 0...300, using: &generator) {
      // Few distinct hashes, many of which fall in one slot.
      let hash = UInt64.random(in: 0..<60, using: &generator) << 40
      pairs.append((hash, value))
      expected[hash, default: []].append(value)
    }
    let lists = HashLists(pairs)
    #expect(lists.isEmpty == expected.isEmpty)
    for hash in 0..<UInt64(70) {
      #expect(lists.mayHold(hash << 40) || expected[hash << 40] == nil)
      var values: [Int32] = []
      lists.forEach(under: hash << 40) { values.append($0) }
      #expect(values == expected[hash << 40] ?? [])
    }
  }
}

extension NastyWords {
  /// The parts of a pattern, and a word that it may meet.
  fileprivate mutating func globAndWord() -> (parts: [String], isExact: Bool, word: String) {
    let found = phrase()
    guard case .glob(let glob)? = found.words.first(where: { $0 != .any }) else {
      return (["a"], false, "a")
    }
    var word = spelled()
    for _ in 0..<pick([0, 0, 1, 2], or: 0) { word += (chance(1, of: 2) ? "-" : "") + spelled() }
    return (glob.split(separator: "-").map(String.init), found.isExact, word)
  }
}

extension Glob {
  /// Parts as a person writes them.
  fileprivate init(parts: [String], isExact: Bool) {
    var elements: [UInt8] = []
    for part in parts.map({ Array($0.utf8) }) {
      if !elements.isEmpty { elements.append(Glob.joint) }
      Glob.append(part.span, 0..<part.count, isExact: isExact, to: &elements)
    }
    self.init(elements: elements, isExact: isExact)
  }
}
