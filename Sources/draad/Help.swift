/// Help texts, made from the table of commands; no line is longer than 80 columns.
enum Help {
  private static let width = 80

  /// What the tool can do, in short.
  static func overview() -> String {
    var text = "draad: a workbench for coding interviews\n\nUsage: draad COMMAND [options]\n\n"
    text += "Commands:\n" + commands(CommandTable.commands)
    text += rows([("help [COMMAND]", "Explain a command, with examples")], column: commandColumn)
    text += "\nOptions of every command:\n" + options(Option.everyCommand)
    text += "\nRun inside a study: a folder with Corpus/ (transcripts) and Codebooks/.\n"
    text += "\nA first look, in this order:\n"
    text += rows(firstSteps, column: optionColumn)
    return text
  }

  /// The help for the words after `draad help`.
  static func topic(_ words: [String]) throws(Failure) -> String {
    guard let first = words.first, first != "help" else { return overview() }
    let family = CommandTable.family(first)
    let isCommand = CommandTable.commands.contains { $0.name == first }
    if words.count == 1, !family.isEmpty, !isCommand {
      return "Commands:\n" + commands(family) + "\nSee draad help \(family[0].name), and so on.\n"
    }
    let second = words.dropFirst().first
    return page(
      of: try CommandTable.command(first, next: { second }) { () throws(Failure) in second })
  }

  /// Everything about one command.
  static func page(of command: Command) -> String {
    var text = wrapped("Usage: " + command.usage, indent: 0)
    text += "\n" + wrapped(command.summary + ".", indent: 0)
    for paragraph in command.details { text += "\n" + wrapped(paragraph, indent: 0) }
    if !command.ownOptions.isEmpty { text += "\nOptions:\n" + options(command.ownOptions) }
    text += "\nOptions of every command:\n" + options(Option.everyCommand)
    text += "\nExamples:\n"
    for example in command.examples {
      text += "  \(example.line)\n" + wrapped(example.meaning, indent: 6)
    }
    return text
  }

  /// The way through a study, for who comes to it for the first time.
  private static let firstSteps = [
    ("draad check", "Is every transcript and codebook read as it should be?"),
    ("draad codebook show", "What are the codes?"),
    ("draad frequencies", "How often does each occur?"),
    ("draad quotes --codes CODE", "Who said what?"),
    ("draad apply --explain", "Why does the tool think so?"),
    ("draad report", "All of it in Reports/, with a page to read in a browser."),
  ]

  private static let commandColumn = 24
  private static let optionColumn = 28

  private static func commands(_ commands: [Command]) -> String {
    rows(commands.map { ($0.name, $0.summary) }, column: commandColumn)
  }

  private static func options(_ options: [Option]) -> String {
    rows(
      options.map { option in
        let isLong = option.short == nil
        let repeated = option.isRepeatable ? " (can be repeated)" : ""
        return ((isLong ? "    " : "") + option.usage, option.summary + repeated)
      }, column: optionColumn)
  }

  /// Two columns; a left part that is too long gets a line of its own.
  private static func rows(_ rows: [(String, String)], column: Int) -> String {
    rows.map { left, right in
      let body = wrapped(right, indent: column)
      let head = "  " + left
      if head.count + 2 > column { return head + "\n" + body }
      return head + String(body.dropFirst(head.count))
    }.joined()
  }

  /// Fills lines with words, each line indented.
  private static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines = ""
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines += margin + line + "\n"
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + margin + line + "\n"
  }
}
