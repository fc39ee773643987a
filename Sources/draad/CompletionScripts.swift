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

  // MARK: bash

  private static func bash() -> String {
    var text = """
      # Completions of draad for bash.
      _draad() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command=""
        local index
        for ((index = 1; index < COMP_CWORD; index++)); do
          [[ ${COMP_WORDS[index]} == -* ]] || command+="${command:+ }${COMP_WORDS[index]}"
        done
        case "$before" in

      """
    for (names, values, isFile) in valuesOfOptions {
      let words = values.isEmpty ? "" : "-W \(quoted(values.joined(separator: " "))) "
      text += "    \(names.joined(separator: "|"))) "
      text += "COMPREPLY=($(compgen \(words)\(isFile ? "-f " : "")-- \"$word\")); return ;;\n"
    }
    text += "  esac\n  case \"$command\" in\n"
    text += "    \"\") set -- \(words(firstWords)) ;;\n"
    for first in firstWords where CommandTable.isFamily(first) {
      text += "    \(first)) set -- \(words(secondWords(after: first))) ;;\n"
    }
    text += "    help) set -- \(words(firstWords)) ;;\n"
    text += "    completions) set -- \(words(Shell.allCases.map(\.rawValue))) ;;\n"
    for command in CommandTable.commands where command.name != "completions" {
      text += "    \(quoted(command.name))*) set -- "
      text += words(command.options.map { "--\($0.name)" }) + " ;;\n"
    }
    return text + """
        *) set -- ;;
        esac
        COMPREPLY=($(compgen -W "$*" -- "$word"))
        [[ ${#COMPREPLY[@]} -gt 0 || $word == -* ]] || COMPREPLY=($(compgen -f -- "$word"))
      }
      complete -F _draad draad

      """
  }

  private static func words(_ words: [String]) -> String { words.joined(separator: " ") }

  /// The options after which a value of a choice or a file is completed; one name may be both, in two
  /// commands.
  private static var valuesOfOptions: [(names: [String], values: [String], isFile: Bool)] {
    var found: [(names: [String], values: [String], isFile: Bool)] = []
    for option in CommandTable.commands.flatMap(\.options) {
      let (values, isFile): ([String], Bool)
      switch option.value {
      case .choice(let choices): (values, isFile) = (choices, false)
      case .file, .folder: (values, isFile) = ([], true)
      case .flag, .text, .list, .pair, .number: continue
      }
      let names = spellings(of: option)
      if let index = found.firstIndex(where: { $0.names == names }) {
        found[index].values += values.filter { !found[index].values.contains($0) }
        found[index].isFile = found[index].isFile || isFile
      } else {
        found.append((names, values, isFile))
      }
    }
    return found
  }

  // MARK: zsh

  private static func zsh() -> String {
    var text = "#compdef draad\n# Completions of draad for zsh.\n_draad() {\n"
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
          case .text, .list, .pair, .number: ":value:"
          }
        return quoted("\(star)\(spelling)[\(summary)]\(value)")
      }
    }
    let rest = command.name == "completions" ? "':shell:(bash zsh fish)'" : "'*:file:_files'"
    return "shift \(shift) words; ((CURRENT -= \(shift))); _arguments \(words(options + [rest]))"
  }

  // MARK: fish

  private static func fish() -> String {
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
    }
    return text
  }

  private static func fish(_ option: Option, when test: String) -> String {
    let value =
      switch option.value {
      case .flag: ""
      case .choice(let choices): " -x -a '\(words(choices))'"
      case .file, .folder: " -r -F"
      case .text, .list, .pair, .number: " -x"
      }
    let short = option.short.map { " -s \($0)" } ?? ""
    return "complete -c draad -n '\(test)' -l \(option.name)\(short)\(value)"
      + " -d \(fishQuoted(option.summary))\n"
  }

  private static func fishQuoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
