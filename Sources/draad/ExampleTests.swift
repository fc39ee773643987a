import CodingEngine
import Corpus
import Export
import FileSystem

/// What came of a codebook's examples, as `draad codebook test` prints it.
struct ExampleTests {
  private let codebook: Codebook
  private let tests: [ExampleTest]
  private let untested: Int

  init(_ codebook: Codebook, _ codes: [Int]) {
    self.codebook = codebook
    tests = ExampleTest.run(codebook, codes: codes)
    untested = codes.count { codebook.codes[$0].matches.isEmpty }
  }

  /// Writes them as text or JSON, and says whether one failed.
  func write(_ options: Options, on output: inout Output) throws -> ExitStatus {
    let failed = tests.filter { $0.verdict != .passed }
    if options.contains(.json) {
      try output.write(json())
    } else {
      for test in failed { try output.write(Messages.text(of: diagnostic(test), on: .output)) }
      let examples = tests.count { !$0.isCounterexample }
      try output.write(
        "\(codebook.id) \(codebook.version): \(tests.count - failed.count) passed, "
          + "\(failed.count) failed (\(examples) examples, \(tests.count - examples)"
          + " counterexamples; \(untested) codes without rules not tested)\n")
    }
    return failed.isEmpty ? .done : .found
  }

  private func diagnostic(_ test: ExampleTest) -> Diagnostic {
    let code = codebook.codes[test.code].id
    let (message, fix): (String, String) =
      switch test.verdict {
      case .passed: ("passed", "")
      case .notFound:
        ("no rule of \(code) finds this example", "add a rule for it, or mend the example")
      case .otherLevel(let levels):
        (
          "the rules of \(code) give this example the level \(levels.joined(separator: ", "))",
          "mend the rules of the two levels, or the arrow of the example"
        )
      case .foundBy(let lines):
        (
          "a rule of \(code) finds this counterexample",
          "narrow the rule on line \(lines.map { String($0.line) }.joined(separator: ", ")), or add"
            + " an except"
        )
      }
    return Diagnostic(
      .error, path: codebook.path, at: test.example.position, "\(message): \(test.example.text)",
      fix: fix)
  }

  private func json() -> String {
    var writer = JSONWriter()
    writer.object(tall: true) { writer in
      writer.header(shape: "codebook-test")
      writer.key("rows")
      writer.array(tall: true) { writer in
        for test in tests {
          writer.object { writer in
            writer.key("code")
            writer.value(codebook.codes[test.code].id.description)
            writer.key("line")
            writer.value(test.example.position.line)
            writer.key("counterexample")
            writer.value(test.isCounterexample)
            writer.key("text")
            writer.value(test.example.text)
            writer.key("passed")
            writer.value(test.verdict == .passed)
          }
        }
      }
    }
    return writer.text
  }
}
