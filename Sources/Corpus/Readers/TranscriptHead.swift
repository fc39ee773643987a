/// What the front matter of a transcript says, checked key by key.
struct TranscriptHead {
  private(set) var details = Transcript.Details()
  private(set) var variables: [Variable] = []
  private(set) var participants: [Speaker] = []
  private(set) var moderators: [FrontMatter.Node] = []
  private(set) var diagnostics: [Diagnostic] = []

  private static let reservedKeys: Set<String> = [
    "title", "date", "language", "status", "order", "participants", "moderators", "private",
    "brackets",
  ]

  private let path: String
  /// Folded, so that nothing becomes public by a capital.
  private var privateKeys = Set(["location", "names", "email", "phone"].map { Self.folded($0) })
  private var moderatorLabels: Set<String> = []

  init(path: String) {
    self.path = path
  }

  /// Takes over every key; what cannot be used becomes a diagnostic.
  mutating func read(_ frontMatter: FrontMatter) {
    if let entry = frontMatter["private"] { privateKeys = Set(texts(entry).map(Self.folded)) }
    if let entry = frontMatter["moderators"] {
      moderators = nodes(entry)
      moderatorLabels = Set(moderators.compactMap(\.text))
    }
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
      default: readVariable(entry)
      }
    }
  }

  private mutating func readVariable(_ entry: FrontMatter.Entry) {
    let folded = Self.folded(entry.key)
    guard Self.reservedKeys.contains(folded) else {
      if let value = text(entry) { variables.append(variable(entry.key, value)) }
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, path: path, at: entry.position,
        "\"\(entry.key)\" is not read as \(folded)", fix: "write \(folded), in small letters"))
  }

  // MARK: Single keys

  private mutating func readDate(_ entry: FrontMatter.Entry) {
    guard let date = text(entry), !date.isEmpty else { return }
    details.date = date
    if !Self.isDate(date) {
      report(.warning, entry.node, "\(quoted(date)) is no date", fix: "write it as year-month-day")
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.joined().allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
      let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
      let day = Int(Substring(parts[2])), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private mutating func readOrder(_ entry: FrontMatter.Entry) {
    guard let text = text(entry) else { return }
    details.order = Double(text)
    if details.order?.isFinite != true {
      report(.error, entry.node, "\(quoted(text)) is no number", fix: "write for example order: 7")
    }
  }

  private mutating func readBrackets(_ entry: FrontMatter.Entry) {
    guard let text = text(entry) else { return }
    details.bracketsAreWords = text == "words"
    if text != "words" {
      report(
        .error, entry.node, "brackets cannot be \(quoted(text))",
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
      checkLabel(participant)
      participants.append(speaker(participant))
    }
  }

  private mutating func checkLabel(_ participant: FrontMatter.Entry) {
    let label = participant.key.unicodeScalars
    func fail(_ message: String, fix: String) {
      diagnostics.append(
        Diagnostic(.error, path: path, at: participant.position, message, fix: fix))
    }
    if label.count > LabelHead.longest || label.contains(":") {
      fail(
        "a label has at most \(LabelHead.longest) characters and no colon",
        fix: "shorten it, here and in the transcript")
    } else if [label.first, label.last].contains(where: { sign in
      sign.map { scalarClass($0.value) == .blank } == true
    }) {
      fail("a label cannot begin or end with a blank", fix: "take out the blank")
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
        fix: "write for example \(clipped(entry.key)): {role: leerkracht, person: P031}")
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
  private func isModerator(label: String, role: String?) -> Bool {
    role.map(LabelRules.isModeratorRole) == true || moderatorLabels.contains(label)
  }

  // MARK: Common

  private static func folded(_ key: String) -> String {
    String(decoding: Folding.fold(key.utf8), as: UTF8.self)
  }

  private func variable(_ key: String, _ value: String) -> Variable {
    Variable(key: key, value: value, isPrivate: privateKeys.contains(Self.folded(key)))
  }

  private mutating func text(_ entry: FrontMatter.Entry) -> String? {
    if let text = entry.node.text { return text }
    report(
      .error, entry.node, "\(clipped(entry.key)) must be one text", fix: "put it in double quotes")
    return nil
  }

  private mutating func texts(_ entry: FrontMatter.Entry) -> [String] {
    nodes(entry).compactMap(\.text)
  }

  private mutating func nodes(_ entry: FrontMatter.Entry) -> [FrontMatter.Node] {
    if let nodes = entry.node.texts, nodes.allSatisfy({ $0.text != nil }) { return nodes }
    report(
      .error, entry.node, "\(clipped(entry.key)) must be a list of texts", fix: "write it as [a, b]"
    )
    return []
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ node: FrontMatter.Node, _ message: String, fix: String
  ) {
    diagnostics.append(Diagnostic(severity, path: path, at: node.position, message, fix: fix))
  }
}
