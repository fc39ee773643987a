/// What the user asks the tool to do.
enum Invocation {
  case version
  case overview
  /// A help text, ready to print.
  case help(String)
  case run(Command, Options)

  /// Reads the arguments that follow the tool's name.
  init(_ arguments: [String]) throws(Failure) {
    let options = arguments.prefix { $0 != "--" }
    if options.contains("--version") {
      self = .version
      return
    }
    var rest = ArgumentList(arguments)
    let wantsHelp = options.contains("--help") || options.contains("-h")
    guard let word = try rest.takeWord() else {
      if let first = arguments.first, !wantsHelp {
        throw Failure("there is no command beside \(first)", fix: "see draad help")
      }
      self = .overview
      return
    }
    if word == "help" {
      var topic: [String] = []
      while let word = try rest.takeWord() { topic.append(word) }
      self = .help(try Help.topic(topic))
    } else if CommandTable.isFamily(word), wantsHelp {
      self = .help(try Help.topic([word] + (try rest.takeWord().map { [$0] } ?? [])))
    } else {
      let command = try CommandTable.command(word, next: { rest.nextWord }) { () throws(Failure) in
        try rest.takeWord()
      }
      if wantsHelp {
        self = .help(Help.page(of: command))
      } else {
        self = .run(command, try rest.options(of: command))
      }
    }
  }
}

/// Arguments on their way to becoming a command, its options and its arguments.
private struct ArgumentList {
  private var arguments: [String]

  init(_ arguments: [String]) {
    self.arguments = arguments
  }

  /// Takes out the first argument that is neither an option nor an option's value.
  mutating func takeWord() throws(Failure) -> String? {
    var index = 0
    while index < arguments.count, arguments[index] != "--" {
      let argument = arguments[index]
      guard argument.hasPrefix("-"), argument != "-" else { return arguments.remove(at: index) }
      let spelled = SpelledOption(argument)
      let option = try spelled.find(in: CommandTable.options, of: "draad")
      index += option.takesValue && spelled.value == nil ? 2 : 1
    }
    return nil
  }

  /// What `takeWord` would take out.
  var nextWord: String? {
    var copy = self
    return try? copy.takeWord()
  }

  /// Reads everything that is left as a command's options and arguments.
  func options(of command: Command) throws(Failure) -> Options {
    var options = Options()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        options.arguments += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        options.arguments.append(argument)
        continue
      }
      let spelled = SpelledOption(argument)
      let option = try spelled.find(in: command.options, of: command.name)
      try options.add(option, try spelled.value(for: option, rest: &rest))
    }
    try command.check(options.arguments)
    return options
  }
}

/// An option as the user spells it: `--by`, `--by=role`, `-o`, `-oFILE`.
private struct SpelledOption {
  /// With its dashes.
  let name: String
  /// What is attached to the name.
  let value: String?
  /// What stands after the dashes and before a `=`, also for `-json`.
  private let bareWord: String

  init(_ argument: String) {
    bareWord = String(argument.drop { $0 == "-" }.prefix { $0 != "=" })
    if argument.hasPrefix("--") {
      let sign = argument.firstIndex(of: "=")
      name = String(argument[..<(sign ?? argument.endIndex)])
      value = sign.map { String(argument[argument.index(after: $0)...]) }
    } else {
      name = String(argument.prefix(2))
      let attached = argument.dropFirst(argument.dropFirst(2).first == "=" ? 3 : 2)
      value = argument.count > 2 ? String(attached) : nil
    }
  }

  func find(in options: [Option], of command: String) throws(Failure) -> Option {
    let found = options.first { option in
      name == "--\(option.name)" || option.short.map { name == "-\($0)" } ?? false
    }
    if let found { return found }
    let nearest = Suggestion.nearest(to: bareWord, in: options.map(\.name)).map { "--" + $0 }
    let isElsewhere = CommandTable.options.contains { name == "--\($0.name)" }
    let help = command == "draad" ? "see draad help" : "see draad help \(command)"
    throw Failure(
      isElsewhere ? "\(command) takes no \(name)" : "unknown option \(name)",
      fix: isElsewhere ? help : Suggestion.sentence(nearest) ?? help)
  }

  func value(for option: Option, rest: inout ArraySlice<String>) throws(Failure) -> String {
    guard let placeholder = option.placeholder else {
      if let value { throw Failure("\(name) takes no value, and is given \"\(value)\"") }
      return ""
    }
    if let value { return try option.checked(value) }
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else {
      throw Failure("\(name) needs a value", fix: "write \(name) \(placeholder)")
    }
    rest.removeFirst()
    return try option.checked(next)
  }
}

extension Option {
  /// The value, if the option can have it.
  fileprivate func checked(_ value: String) throws(Failure) -> String {
    if value.isEmpty { throw Failure("--\(name) needs a value, and is given an empty one") }
    switch self.value {
    case .flag, .text, .list, .file, .folder: break
    case .pair(let placeholder):
      guard let sign = value.firstIndex(of: "="), sign != value.startIndex else {
        throw Failure("--\(name) cannot be \"\(value)\"", fix: "write --\(name) \(placeholder)")
      }
    case .choice(let choices):
      if !choices.contains(value) {
        let nearest = Suggestion.nearest(to: value, in: choices)
        throw Failure(
          "--\(name) cannot be \"\(value)\"",
          fix: Suggestion.sentence(nearest) ?? "choose from \(choices.joined(separator: ", "))")
      }
    case .number(let range):
      guard let number = Int(value), range.contains(number) else {
        throw Failure(
          "--\(name) cannot be \"\(value)\"",
          fix: "give a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
    }
    return value
  }
}
