/// Scripts with which shells complete command lines, made from the table of commands.
enum CompletionScripts {
  /// A shell that there is a script for.
  enum Shell: String, CaseIterable {
    case bash
    case zsh
    case fish
  }

  /// The script to be read by the shell.
  static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash()
    case .zsh: zsh()
    case .fish: fish()
    }
  }

  /// The first words of commands, each once, and `help`.
  static var firstWords: [String] {
    var seen: Set<String> = []
    return (CommandTable.commands.map { firstWord(of: $0) } + ["help"])
      .filter { seen.insert($0).inserted }
  }

  static func firstWord(of command: Command) -> String { String(command.name.prefix { $0 != " " }) }

  /// The second words of a family; none for a command of one word.
  static func secondWords(after first: String) -> [String] {
    CommandTable.family(first).map { String($0.name.dropFirst(first.count + 1)) }
  }

  /// What is typed for an option: `--output`, `-o`.
  static func spellings(of option: Option) -> [String] {
    ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
  }

  /// A text between single quotes, as every one of the shells reads it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  static func words(_ words: [String]) -> String { words.joined(separator: " ") }
}
