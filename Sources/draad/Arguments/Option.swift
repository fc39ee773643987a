/// Something that can be said to a command beside its name: `--by role`, `-o FILE`, `--json`.
struct Option: Sendable {
  /// What follows the option's name.
  enum Value: Sendable {
    case flag
    /// Any text; the placeholder stands for it in help.
    case text(String)
    /// Texts with commas between them.
    case list(String)
    /// `KEY=VALUE`.
    case pair(String)
    case file(String)
    case folder(String)
    case choice([String])
    case number(ClosedRange<Int>)
  }

  /// Without the two dashes.
  let name: String
  let short: Character?
  let value: Value
  /// Whether it can be given more than once, each time with a value of its own.
  let isRepeatable: Bool
  /// What of the study its value names, for shells to complete.
  let names: StudyNames?
  let summary: String

  init(
    _ name: String, short: Character? = nil, _ value: Value, isRepeatable: Bool = false,
    names: StudyNames? = nil, _ summary: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRepeatable = isRepeatable
    self.names = names
    self.summary = summary
  }

  var takesValue: Bool { placeholder != nil }

  /// What stands for the value in help; nil for a flag.
  var placeholder: String? {
    switch value {
    case .flag: nil
    case .text(let name), .list(let name), .pair(let name), .file(let name), .folder(let name):
      name
    case .choice(let choices): choices.joined(separator: "|")
    case .number: "N"
    }
  }

  /// As it is typed, with its value's placeholder: `-o, --output FILE`.
  var usage: String {
    let names = (short.map { "-\($0), " } ?? "") + "--\(name)"
    return placeholder.map { "\(names) \($0)" } ?? names
  }
}
