@testable import CodingEngine
@testable import Corpus

/// The same random numbers from the same seed, everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A study of random turns and codings, as a person would write it down.
struct RandomStudy {
  var codebook: Codebook
  var scripts: [Script] = []
  /// One list for each script.
  var codings: [[Coding]] = []

  var corpus: CodedCorpus {
    CodedCorpus(
      codebook: codebook, transcripts: zip(scripts, codings).map { $0.coded($1) }, skipped: [])
  }

  init(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var codes: [(id: String, depth: Int, scale: [String])] = []
    for number in 0..<Int.random(in: 1...8, using: &random) {
      let depth = Int.random(in: 1...min(4, (codes.last?.depth ?? 0) + 1), using: &random)
      let scale = Int.random(in: 0..<3, using: &random) == 0 ? ["laag", "hoog"] : []
      codes.append(("c\(number)", depth, scale))
    }
    codebook = Codebook("boek", codes)
    for number in 1...Int.random(in: 1...4, using: &random) {
      let script = RandomStudy.script(number, using: &random)
      codings.append(RandomStudy.codings(of: script, codebook, using: &random))
      scripts.append(script)
    }
  }

  private static func script(_ number: Int, using random: inout SeededGenerator) -> Script {
    let form = Variable(
      key: "form", value: ["a", "b"].randomElement(using: &random) ?? "a", isPrivate: true)
    return Script(
      id: "T\(number)", variables: number == 2 ? [] : [form],
      speakers: [
        Speaker("M", "moderator", isModerator: true), Speaker("A", "leerkracht", person: "P1"),
        Speaker("B", "ouder"), Speaker("C"),
      ],
      turns: (0..<Int.random(in: 1...8, using: &random)).map { _ in
        let sentences = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          (0..<Int.random(in: 1...5, using: &random))
            .map { _ in Int.random(in: 0..<5, using: &random) == 0 ? "[naam]" : "w" }
            .joined(separator: " ") + "!"
        }
        return (Int.random(in: 0..<4, using: &random), sentences)
      })
  }

  private static func codings(
    of script: Script, _ codebook: Codebook, using random: inout SeededGenerator
  ) -> [Coding] {
    (0..<Int.random(in: 0...20, using: &random)).map { _ in
      let code = Int.random(in: codebook.codes.indices, using: &random)
      let turn = Int.random(in: script.turns.indices, using: &random)
      let count = script.tokens(of: turn).count
      let start = Int.random(in: 0..<count, using: &random)
      let end = Int.random(in: (start + 1)...count, using: &random)
      let levels: [Proposal.Level] =
        codebook.codes[code].scale.isEmpty ? [.none] : [.none, .mixed, .level(0), .level(1)]
      return Coding(
        code: code, turn: turn, level: levels.randomElement(using: &random) ?? .none,
        row: start..<end)
    }
  }
}
