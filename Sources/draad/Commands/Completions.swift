import FileSystem

extension Command {
  static let completions = Command(
    name: "completions",
    summary: "Print what makes a shell complete draad's commands",
    arguments: .optional("SHELL"),
    ownOptions: [],
    details: [
      "SHELL is bash, zsh or fish. Read the output at the start of your shell, or put it where it"
        + " looks for completions. It completes commands and options, and the ids of transcripts and"
        + " codes of the study that you stand in."
    ],
    examples: [
      .init("draad completions bash", "For ~/.local/share/bash-completion/completions/draad."),
      .init("draad completions zsh", "For a file _draad in a folder of your fpath."),
      .init("draad completions fish", "For ~/.config/fish/completions/draad.fish."),
    ]
  ) { options, output in
    if let names = options.arguments.first.flatMap(StudyNames.init(rawValue:)) {
      // What the scripts ask while somebody types.
      for name in names.list() { try output.write(name + "\n") }
      return .done
    }
    guard let name = options.arguments.first, let shell = CompletionScripts.Shell(rawValue: name)
    else {
      let names = CompletionScripts.Shell.allCases.map(\.rawValue)
      let given = options.arguments.first
      throw Failure(
        given.map { "no completions for a shell \"\($0)\"" } ?? "completions needs a shell",
        fix: Suggestion.sentence(given.map { Suggestion.nearest(to: $0, in: names) } ?? [])
          ?? "choose from \(names.joined(separator: ", "))")
    }
    try output.write(CompletionScripts.script(for: shell))
    return .done
  }
}
