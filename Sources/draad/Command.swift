import FileSystem

/// Something the tool can do, with all that its parser, help and completions need to know.
struct Command: Sendable {
  /// What can follow a command's name besides options.
  enum Arguments: Sendable {
    case none
    /// One or none, under this name in help.
    case optional(String)
    /// Any number of them.
    case any(String)
  }

  /// A command line to copy, and what it does.
  struct Example: Sendable {
    let line: String
    let meaning: String

    init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// One word, or two for a member of a family: `codebook check`.
  let name: String
  /// What it does, in one line without a full stop.
  let summary: String
  var arguments = Arguments.none
  /// What of the study its arguments name, for shells to complete.
  var names: [StudyNames] = []
  /// Its own options; those of every command are not among them.
  let ownOptions: [Option]
  /// What else a user should know, in paragraphs.
  var details: [String] = []
  let examples: [Example]
  /// Does it: writes to the output, which the caller flushes.
  let run: @Sendable (Options, inout Output) async throws -> ExitStatus

  var options: [Option] { ownOptions + Option.everyCommand }

  /// How to call it.
  var usage: String {
    let rest =
      switch arguments {
      case .none: ""
      case .optional(let name): " [\(name)]"
      case .any(let name): " [\(name)…]"
      }
    return "draad \(name)\(rest) [options]"
  }

  /// Checks how many arguments there are.
  func check(_ arguments: [String]) throws(Failure) {
    let most =
      switch self.arguments {
      case .none: 0
      case .optional: 1
      case .any: Int.max
      }
    if arguments.count > most {
      throw Failure("\(name) cannot do anything with \"\(arguments[most])\"", fix: "write \(usage)")
    }
  }
}

/// All commands, in the order in which help shows them.
enum CommandTable {
  static let commands: [Command] = [
    .importFiles,
    .pseudonymise,
    .check,
    .transcripts,
    .speakers,
    .codebookCheck,
    .codebookShow,
    .codebookTest,
    .codebookRename,
    .codebookMove,
    .codebookMerge,
    .codebookSplit,
    .codebookDelete,
    .codebookAdd,
    .codebookAdopt,
    .codebookDiff,
    .apply,
    .frequencies,
    .cooccurrence,
    .quotes,
    .agreement,
    .adjudicate,
    .figureFrequencies,
    .figureCooccurrence,
    .figureGroups,
    .figureTimeline,
    .figureSaturation,
    .report,
    .read,
    .code,
    .uncode,
    .recode,
    .resize,
    .undo,
    .redo,
    .join,
    .erase,
    .memo,
    .memos,
    .done,
    .status,
    .log,
    .logCheck,
    .logSeal,
    .logAcceptFork,
    .reanchor,
    .audit,
    .auditStart,
    .auditDecide,
    .auditSheet,
    .auditPage,
    .auditImport,
    .auditStatus,
    .auditReport,
    .trail,
    .completions,
  ]

  /// The options of all commands, each once.
  static let options: [Option] = {
    var names: Set<String> = []
    return commands.flatMap(\.options).filter { names.insert($0.name).inserted }
  }()

  /// The commands that begin with a word and have a second one.
  static func family(_ word: String) -> [Command] {
    commands.filter { $0.name.hasPrefix(word + " ") }
  }

  static func isFamily(_ word: String) -> Bool { !family(word).isEmpty }

  /// The command with a name of one word, or of two if there is a second.
  ///
  /// - Parameters:
  ///   - word: The first word.
  ///   - next: Looks at the second.
  ///   - second: Takes the second.
  /// - Returns: The command.
  /// - Throws: `Failure`, with the nearest name, when there is none.
  static func command(
    _ word: String, next: () -> String? = { nil }, second: () throws(Failure) -> String?
  ) throws(Failure) -> Command {
    let family = family(word)
    if let command = commands.first(where: { $0.name == word }) {
      guard let member = next(), let found = family.first(where: { $0.name == "\(word) \(member)" })
      else { return command }
      _ = try second()
      return found
    }
    if family.isEmpty {
      let firstWords = commands.map { String($0.name.prefix { $0 != " " }) } + ["help"]
      var seen: Set<String> = []
      throw unknown(word, among: firstWords.filter { seen.insert($0).inserted })
    }
    guard let member = try second() else {
      throw Failure(
        "\(word) needs one more word",
        fix: "write draad \(word) and one of "
          + family.map { $0.name.dropFirst(word.count + 1) }.joined(separator: ", "))
    }
    let name = "\(word) \(member)"
    if let command = family.first(where: { $0.name == name }) { return command }
    throw unknown(name, among: family.map(\.name))
  }

  private static func unknown(_ name: String, among names: [String]) -> Failure {
    let nearest = Suggestion.nearest(to: name, in: names)
    return Failure(
      "unknown command \"\(name)\"", fix: Suggestion.sentence(nearest) ?? "see draad help")
  }
}
