import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let codebookCheck = Command(
    name: "codebook check",
    summary: "Show every fault in a codebook",
    arguments: .any("FILE"),
    ownOptions: [.json],
    details: [
      "Reads the files, or without any all codebooks of the study, and prints every error, warning"
        + " and note with its place and what to do about it. Exit status 1 if there is an error."
    ],
    examples: [
      .init("draad codebook check", "Check all codebooks of the study."),
      .init("draad codebook check Codebooks/zorglijn.md", "Check one file."),
    ]
  ) { options, output in
    let files = options.arguments
    let diagnostics =
      files.isEmpty
      ? try StudyFolder(options).codebookFaults()
      : try files.flatMap {
        CodebookReader.read(bytes: try File.read($0), path: $0).diagnostics
      }
    return try Diagnostics(diagnostics).write(options, on: &output)
  }

  static let codebookShow = Command(
    name: "codebook show",
    summary: "Show the tree of codes, or one code with all it says",
    arguments: .optional("CODE"),
    names: [.codes],
    ownOptions: [.codebook, .json, .output, .force],
    details: [
      "A code is named by its id, by its path, or by the end of its path. Codes made while reading"
        + " come last."
    ],
    examples: [
      .init("draad codebook show", "Show the codebook's tree."),
      .init("draad codebook show zorgpeuters", "Show one code with definition and rules."),
      .init("draad codebook show 'lijnen/*' --json", "Write part of it for another program."),
    ]
  ) { options, output in
    let destination = try Destination(options)
    let folder = try StudyFolder(options)
    let codebook = try folder.codebook(options).extended(by: Decided(folder).state)
    let range = try options.arguments.first.map { try codebook.codes(named: [$0]) }
    let text =
      if options.contains(.json) {
        CodebookListing(codebook).json(range ?? Array(codebook.codes.indices))
      } else if let range {
        CodebookListing(codebook).details(range)
      } else {
        CodebookListing(codebook).tree()
      }
    try destination.write(Array(text.utf8), on: &output)
    return .done
  }

  static let codebookTest = Command(
    name: "codebook test",
    summary: "Hold the rules against the codebook's own examples",
    arguments: .any("CODE"),
    names: [.codes],
    ownOptions: [.codebook, .json],
    details: [
      "An example passes when at least one unit of it gets the code, a counterexample when none"
        + " does. Exit status 1 if one fails. Codes without rules are for people, and not tested."
    ],
    examples: [
      .init("draad codebook test", "Test all codes."),
      .init("draad codebook test zorgpeuters", "Test one code and those under it."),
    ]
  ) { options, output in
    let codebook = try StudyFolder(options).codebook(options)
    let named = try codebook.codes(named: options.arguments)
    let codes =
      named.isEmpty
      ? Array(codebook.codes.indices)
      : Set(named.flatMap { [$0] + codebook.descendants(of: $0) }).sorted()
    return try ExampleTests(codebook, codes).write(options, on: &output)
  }
}
