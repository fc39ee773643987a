/// What an edit changed beside what it was asked for: settings that codes inherit, and examples that
/// the rules find or no longer find.
struct CodebookConsequences {
  private(set) var lines: [String] = []

  init(of old: Codebook, _ new: Codebook) {
    for code in new.codes {
      guard let index = old.index(of: code.id) else { continue }
      for setting in code.settings(unlike: old.codes[index]) {
        lines.append(
          "\(code.id) has \(setting.name): \(setting.own) now, which was \(setting.other)")
      }
    }
    let (before, after) = (Self.failures(of: old), Self.failures(of: new))
    lines += after.filter { !before.contains($0) }.map { "now fails: \($0.words)" }
    lines += before.filter { !after.contains($0) }.map { "fails no longer: \($0.words)" }
    if after.contains(where: { !before.contains($0) }) {
      lines.append("draad codebook test shows them")
    }
  }

  /// An example that the rules do not hold to; whose it is may have changed.
  private struct FailedExample: Hashable {
    let text: String
    let isCounterexample: Bool

    var words: String { "the \(isCounterexample ? "counterexample" : "example") “\(text)”" }
  }

  private static func failures(of book: Codebook) -> [FailedExample] {
    var seen: Set<FailedExample> = []
    return ExampleTest.run(book, codes: Array(book.codes.indices)).filter { $0.verdict != .passed }
      .map { FailedExample(text: $0.example.text, isCounterexample: $0.isCounterexample) }
      .filter { seen.insert($0).inserted }
  }
}

extension Code {
  /// What is coded, where and whose words are looked at, as far as another code has it otherwise.
  func settings(unlike other: Code) -> [(name: String, own: String, other: String)] {
    zip(settings, other.settings).filter { $0.1 != $1.1 }.map { ($0.0, $0.1, $1.1) }
  }

  private var settings: [(String, String)] {
    [
      ("unit", unit.rawValue), ("within", looksThroughTurn ? "turn" : "sentence"),
      ("speakers", speakers.words),
    ]
  }
}

extension Code.Speakers {
  /// As it is written in a codebook.
  var words: String {
    switch self {
    case .participants: "participants"
    case .all: "all"
    case .roles(let roles): roles.joined(separator: ", ")
    }
  }
}
