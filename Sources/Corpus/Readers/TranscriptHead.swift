/// What the front matter of a transcript says, checked key by key.
struct TranscriptHead {
  private(set) var details = Transcript.Details()
  private(set) var variables: [Variable] = []
  private(set) var participants: [Speaker] = []
  private(set) var moderators: [FrontMatter.Node] = []
  private(set) var diagnostics: [Diagnostic] = []
  let hasFrontMatter: Bool

  private let path: String
  private var privateKeys: Set<String> = ["location", "names", "email", "phone"]

  init(path: String, hasFrontMatter: Bool) {
    self.path = path
    self.hasFrontMatter = hasFrontMatter
  }

  /// Takes over every key; what cannot be used becomes a diagnostic.
  mutating func read(_ frontMatter: FrontMatter) {
    if let entry = frontMatter["private"] { privateKeys = Set(texts(entry)) }
    if let entry = frontMatter["moderators"] { moderators = nodes(entry) }
    for entry in frontMatter.entries {
      switch entry.key {
      case "title": details.title = text(entry)
      case "date": readDate(entry)
      case "language": details.language = text(entry)
      case "status": details.status = texts(entry)
      case "order": readOrder(entry)
      case "brackets": readBrackets(entry)
      case "participants": readParticipants(entry)
      case "private", "moderators": break
      default:
        if let value = text(entry) { variables.append(variable(entry.key, value)) }
      }
    }
  }

  // MARK: Single keys

  private mutating func readDate(_ entry: FrontMatter.Entry) {
    guard let date = text(entry), !date.isEmpty else { return }
    details.date = date
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let isDate =
      parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
      && (1...12).contains(Int(parts[1]) ?? 0) && (1...31).contains(Int(parts[2]) ?? 0)
    if !isDate {
      report(.warning, entry.node, "\"\(date)\" is no date", fix: "write it as year-month-day")
    }
  }

  private mutating func readOrder(_ entry: FrontMatter.Entry) {
    guard let text = text(entry) else { return }
    details.order = Double(text)
    if details.order?.isFinite != true {
      report(.error, entry.node, "\"\(text)\" is no number", fix: "write for example order: 7")
    }
  }

  private mutating func readBrackets(_ entry: FrontMatter.Entry) {
    guard let text = text(entry) else { return }
    details.bracketsAreWords = text == "words"
    if text != "words" {
      report(
        .error, entry.node, "brackets cannot be \"\(text)\"",
        fix: "write brackets: words when what stands in [ ] is speech, or leave it out")
    }
  }

  // MARK: Participants

  private mutating func readParticipants(_ entry: FrontMatter.Entry) {
    guard case .map(let entries) = entry.node.value else {
      report(
        .error, entry.node, "participants must be a map of labels",
        fix: "write one line for each, indented by two blanks, such as LK1: leerkracht")
      return
    }
    for participant in entries {
      if participant.key.unicodeScalars.count > LabelHead.longest || participant.key.contains(":") {
        diagnostics.append(
          Diagnostic(
            .error, path: path, at: participant.position,
            "a label has at most \(LabelHead.longest) characters and no colon",
            fix: "shorten it, here and in the transcript"))
      }
      participants.append(speaker(participant))
    }
  }

  private mutating func speaker(_ entry: FrontMatter.Entry) -> Speaker {
    var role: String?
    var person: String?
    var known: [Variable] = []
    switch entry.node.value {
    case .text(let text): role = text
    case .list:
      report(
        .error, entry.node, "a participant is a role or a map",
        fix: "write for example \(entry.key): {role: leerkracht, person: P031}")
    case .map(let fields):
      for field in fields {
        guard let value = text(field) else { continue }
        switch field.key {
        case "role": role = value
        case "person": person = value
        default: known.append(variable(field.key, value))
        }
      }
    }
    return Speaker(
      label: entry.key, role: role?.isEmpty == true ? nil : role,
      person: person?.isEmpty == true ? nil : person, variables: known,
      isModerator: isModerator(label: entry.key, role: role), isDeclared: true)
  }

  /// Whether a speaker is a moderator by role or by name.
  func isModerator(label: String, role: String?) -> Bool {
    role.map(LabelRules.isModeratorRole) == true || moderators.contains { $0.text == label }
  }

  // MARK: Common

  private func variable(_ key: String, _ value: String) -> Variable {
    Variable(key: key, value: value, isPrivate: privateKeys.contains(key))
  }

  private mutating func text(_ entry: FrontMatter.Entry) -> String? {
    if let text = entry.node.text { return text }
    report(.error, entry.node, "\(entry.key) must be one text", fix: "put it in double quotes")
    return nil
  }

  private mutating func texts(_ entry: FrontMatter.Entry) -> [String] {
    nodes(entry).compactMap(\.text)
  }

  private mutating func nodes(_ entry: FrontMatter.Entry) -> [FrontMatter.Node] {
    if let nodes = entry.node.texts, nodes.allSatisfy({ $0.text != nil }) { return nodes }
    report(.error, entry.node, "\(entry.key) must be a list of texts", fix: "write it as [a, b]")
    return []
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ node: FrontMatter.Node, _ message: String, fix: String
  ) {
    diagnostics.append(Diagnostic(severity, path: path, at: node.position, message, fix: fix))
  }
}
