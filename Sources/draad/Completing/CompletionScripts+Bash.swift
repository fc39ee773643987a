extension CompletionScripts {
  static func bash() -> String {
    var text = """
      # Completions of draad for bash.
      _draad_names() {
        local first="" kind ids
        [[ $word != -* ]] || return 0
        [[ $word != *,* ]] || first="${word%,*},"
        for kind; do
          ids=$(draad completions "$kind" 2> /dev/null)
          COMPREPLY+=($(compgen -P "$first" -W "$ids" -- "${word##*,}"))
        done
        [[ ${COMPREPLY[0]-} != *: ]] || compopt -o nospace 2> /dev/null
      }
      _draad() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command=""
        local index
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          [[ ${COMP_WORDS[index]} == -* ]] || command+="${command:+ }${COMP_WORDS[index]}"
        done
        case "$before" in
          :) return ;;

      """
    for names in [StudyNames.transcripts, .codes] {
      let options = CommandTable.options.filter { $0.names == names }.flatMap(spellings)
      text += "    \(options.joined(separator: "|"))) _draad_names \(names.rawValue); return ;;\n"
    }
    for (names, values, isFile) in valuesOfOptions {
      let words = values.isEmpty ? "" : "-W \(quoted(values.joined(separator: " "))) "
      text += "    \(names.joined(separator: "|"))) "
      text += "COMPREPLY=($(compgen \(words)\(isFile ? "-f " : "")-- \"$word\")); return ;;\n"
    }
    text += "  esac\n  case \"$command\" in\n"
    text += "    \"\") set -- \(words(firstWords)) ;;\n"
    for first in firstWords where CommandTable.isFamily(first) {
      let own = CommandTable.commands.first { $0.name == first }?.options ?? []
      let all = secondWords(after: first) + own.map { "--\($0.name)" }
      text += "    \(first)) set -- \(words(all)) ;;\n"
    }
    text += "    help) set -- \(words(firstWords)) ;;\n"
    text += "    completions) set -- \(words(Shell.allCases.map(\.rawValue))) ;;\n"
    // What is matched first is to be no beginning of another.
    let commands = CommandTable.commands.sorted { $0.name.count > $1.name.count }
    for command in commands where command.name != "completions" {
      text += "    \(quoted(command.name))*) set -- "
      text += words(command.options.map { "--\($0.name)" })
      let names = command.names.map(\.rawValue)
      text += (names.isEmpty ? "" : "; _draad_names \(words(names))") + " ;;\n"
    }
    return text + """
        *) set -- ;;
        esac
        [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -W "$*" -- "$word"))
        [[ ${#COMPREPLY[@]} -gt 0 || $word == -* ]] || COMPREPLY=($(compgen -f -- "$word"))
      }
      complete -F _draad draad

      """
  }

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
}
