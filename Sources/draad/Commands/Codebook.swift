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
    ],
    run: notAvailable("codebook check"))

  static let codebookShow = Command(
    name: "codebook show",
    summary: "Show the tree of codes, or one code with all it says",
    arguments: .optional("CODE"),
    ownOptions: [.codebook] + Option.writing,
    details: ["A code is named by its id, by its path, or by the end of its path."],
    examples: [
      .init("draad codebook show", "Show the codebook's tree."),
      .init("draad codebook show zorgpeuters", "Show one code with definition and rules."),
      .init("draad codebook show --markdown -o appendix.md", "Write the tree for a paper."),
    ],
    run: notAvailable("codebook show"))

  static let codebookTest = Command(
    name: "codebook test",
    summary: "Hold the rules against the codebook's own examples",
    arguments: .any("CODE"),
    ownOptions: [.codebook, .json],
    details: [
      "An example passes when at least one unit of it gets the code, a counterexample when none"
        + " does. Exit status 1 if one fails. Codes without rules are for people, and not tested."
    ],
    examples: [
      .init("draad codebook test", "Test all codes."),
      .init("draad codebook test zorgpeuters", "Test one code."),
    ],
    run: notAvailable("codebook test"))
}
