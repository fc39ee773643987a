extension CompletionScripts {
  static func zsh() -> String {
    var text = "#compdef draad\n# Completions of draad for zsh.\n"
    for names in StudyNames.allCases {
      let isOpen = names == .passages ? "-S '' " : ""
      text += "\(function(names))() { compadd \"$@\" \(isOpen)-- "
      text += "${(f)\"$(draad completions \(names.rawValue) 2> /dev/null)\"} }\n"
    }
    text += "_draad() {\n"
    text += "  local first=${words[2]} second=${words[3]}\n"
    text += "  if ((CURRENT == 2)); then\n    local -a commands=(\n"
    for first in firstWords {
      let summary =
        CommandTable.commands.first { $0.name == first }?.summary
        ?? (first == "help"
          ? "Explain a command" : secondWords(after: first).joined(separator: ", "))
      text += "      \(quoted("\(first):\(summary)"))\n"
    }
    text += "    )\n    _describe command commands\n    return\n  fi\n  case $first in\n"
    text += "    help) ((CURRENT == 3)) && compadd \(words(firstWords)) ;;\n"
    for first in firstWords where first != "help" {
      let family = CommandTable.family(first)
      let own = CommandTable.commands.first { $0.name == first }.map { arguments(of: $0, shift: 1) }
      text += "    \(first))\n"
      if family.isEmpty {
        text += "      \(own ?? "") ;;\n"
      } else {
        text +=
          "      if ((CURRENT == 3)) && [[ $second != -* ]]; then\n"
          + "        compadd \(words(secondWords(after: first))); return\n      fi\n"
        text += "      case $second in\n"
        for command in family {
          text +=
            "        \(command.name.dropFirst(first.count + 1))) \(arguments(of: command, shift: 2)) ;;\n"
        }
        text += (own.map { "        *) \($0) ;;\n" } ?? "") + "      esac ;;\n"
      }
    }
    return text + "  esac\n}\n_draad \"$@\"\n"
  }

  private static func arguments(of command: Command, shift: Int) -> String {
    let options = command.options.flatMap { option in
      spellings(of: option).map { spelling in
        let star = option.isRepeatable ? "*" : ""
        let summary = option.summary.filter { $0 != "[" && $0 != "]" }
        let value =
          switch option.value {
          case .flag: ""
          case .choice(let choices): ":value:(\(words(choices)))"
          case .file: ":file:_files"
          case .folder: ":folder:_files -/"
          case .list: ":value:" + (option.names.map { "_sequence \(function($0))" } ?? "")
          case .text, .pair, .number: ":value:" + (option.names.map(function) ?? "")
          }
        return quoted("\(star)\(spelling)[\(summary)]\(value)")
      }
    }
    let names = command.names.map(function).joined(separator: "; ")
    let rest =
      command.name == "completions"
      ? "':shell:(bash zsh fish)'"
      : names.isEmpty ? "'*:file:_files'" : quoted("*:argument:{\(names)}")
    return "shift \(shift) words; ((CURRENT -= \(shift))); _arguments \(words(options + [rest]))"
  }

  private static func function(_ names: StudyNames) -> String { "_draad_\(names.rawValue)" }
}
