public import Corpus

/// Holds the rules of a codebook against its own examples.
///
/// Each example is read as one turn of a speaker the code is about. An `example` passes when at least
/// one unit of it gets the code (and the level it names), a `counterexample` when none does. Codes
/// without `match` are for people, and are not tested.
public struct ExampleTest: Sendable, Hashable {
  /// What became of one example.
  public enum Verdict: Sendable, Hashable {
    case passed
    /// An example in which the rules do not find the code.
    case notFound
    /// An example in which the rules find the code on other levels, by their ids.
    case otherLevel([String])
    /// A counterexample in which the rules find the code through these lines `match`.
    case foundBy([FilePosition])
  }

  /// An index into the codebook's `codes`.
  public let code: Int
  /// The example or counterexample.
  public let example: Code.Example
  /// Whether the rules must not find the code in it.
  public let isCounterexample: Bool
  /// What came of it.
  public let verdict: Verdict

  /// Tests all examples of some codes.
  ///
  /// - Parameters:
  ///   - codebook: Its rules and examples.
  ///   - codes: Indices into the codebook's `codes`.
  /// - Returns: In the order of the codebook, examples before counterexamples.
  public static func run(_ codebook: Codebook, codes: [Int]) -> [ExampleTest] {
    var engine = Engine(codebook, evidence: true)
    var tests: [ExampleTest] = []
    for index in codes where !codebook.codes[index].matches.isEmpty {
      let code = codebook.codes[index]
      let examples = code.examples.map { ($0, false) } + code.counterexamples.map { ($0, true) }
      for (example, isCounterexample) in examples {
        let coded = engine.apply(to: Transcript(turn: example.text, by: .somebody(in: code)))
        let verdict = verdict(coded, index, code, example, isCounterexample: isCounterexample)
        tests.append(
          ExampleTest(
            code: index, example: example, isCounterexample: isCounterexample, verdict: verdict))
      }
    }
    return tests
  }

  private static func verdict(
    _ coded: CodedTranscript, _ index: Int, _ code: Code, _ example: Code.Example,
    isCounterexample: Bool
  ) -> Verdict {
    let found = coded.proposals.filter { $0.code == index }
    if isCounterexample {
      let lines = Set(found.flatMap { coded.evidence[$0.evidence].map(\.match) })
      return found.isEmpty ? .passed : .foundBy(lines.map { code.matches[$0].position }.sorted())
    }
    guard !found.isEmpty else { return .notFound }
    guard let level = example.level else { return .passed }
    if found.contains(where: { $0.level == .level(level) }) { return .passed }
    return .otherLevel(
      found.map { proposal in
        switch proposal.level {
        case .none: "none"
        case .mixed: "mixed"
        case .level(let level): code.scale[level].id
        }
      })
  }
}

extension Speaker {
  /// A speaker whom the code is about.
  fileprivate static func somebody(in code: Code) -> Speaker {
    let role: String? = if case .roles(let roles) = code.speakers { roles.first } else { nil }
    return Speaker(label: "A", role: role)
  }
}
