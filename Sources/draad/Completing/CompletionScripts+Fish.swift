extension CompletionScripts {
  static func fish() -> String {
    var text = "# Completions of draad for fish.\n"
    for first in firstWords {
      let summary = CommandTable.commands.first { $0.name == first }?.summary
      let about = summary.map { " -d \(fishQuoted($0))" } ?? ""
      text += "complete -c draad -f -n __fish_use_subcommand -a \(first)\(about)\n"
      if CommandTable.isFamily(first) {
        let seconds = words(secondWords(after: first))
        text += "complete -c draad -f -n '__fish_seen_subcommand_from \(first); and not"
        text += " __fish_seen_subcommand_from \(seconds)' -a '\(seconds)'\n"
      }
    }
    text += "complete -c draad -f -n '__fish_seen_subcommand_from completions' -a 'bash zsh fish'\n"
    for command in CommandTable.commands {
      let test = command.name.split(separator: " ").map { "__fish_seen_subcommand_from \($0)" }
        .joined(separator: "; and ")
      for option in command.options { text += fish(option, when: test) }
      for names in command.names {
        text += "complete -c draad -f -n '\(test)' -a '(\(asking(names)))'\n"
      }
    }
    return text
  }

  private static func fish(_ option: Option, when test: String) -> String {
    let value =
      switch option.value {
      case .flag: ""
      case .choice(let choices): " -x -a '\(words(choices))'"
      case .file, .folder: " -r -F"
      case .list:
        " -x"
          + (option.names.map { " -a '(__fish_complete_list , \"\(asking($0))\")'" } ?? "")
      case .text, .pair, .number: " -x" + (option.names.map { " -a '(\(asking($0)))'" } ?? "")
      }
    let short = option.short.map { " -s \($0)" } ?? ""
    return "complete -c draad -n '\(test)' -l \(option.name)\(short)\(value)"
      + " -d \(fishQuoted(option.summary))\n"
  }

  private static func asking(_ names: StudyNames) -> String {
    "draad completions \(names.rawValue) 2> /dev/null"
  }

  private static func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
