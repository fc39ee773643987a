import Corpus

/// Makes a code of a draft, and reports every fault in its fields.
struct CodeReader {
  /// What holds for the codes under a code until it is said again.
  struct Inheritance {
    var unit = Code.Unit.sentence
    var looksThroughTurn = false
    var speakers = Code.Speakers.participants
  }

  let draft: CodeDraft
  let path: String
  private(set) var inheritance: Inheritance
  /// Earlier ids with the places where they stand.
  private(set) var was: [(id: CodeID, position: FilePosition)] = []
  var diagnostics: [Diagnostic] = []
  /// Whether the code has a scale, if perhaps a faulty one.
  let hasScale: Bool
  /// Nil when the code has none, or a faulty one.
  private(set) var scale: [Code.Level]?

  init(_ draft: CodeDraft, inheriting inheritance: Inheritance, path: String) {
    self.draft = draft
    self.inheritance = inheritance
    self.path = path
    hasScale = draft.fields.contains { $0.name == .scale }
  }

  /// Reads the fields; called once.
  mutating func read(as id: CodeID) -> Code {
    reportRepeated()
    scale = first(.scale).flatMap { readScale($0) }
    readInherited()
    was = first(.was).map { readIDs($0) } ?? []
    let color = first(.color).flatMap { readColor($0) }
    let guid = first(.guid).flatMap { readGUID($0) }
    if let except = field(.except), field(.match) == nil {
      warn(except.position, "except does nothing without match", fix: "add a match or take it out")
    }
    return Code(
      id: id, title: draft.heading.title, definition: draft.paragraphs.joined(separator: "\n\n"),
      when: values(.when).map(\.string), notWhen: values(.notWhen).map(\.string),
      examples: values(.example).map { readExample($0, .example) },
      counterexamples: values(.counterexample).map { readExample($0, .counterexample) },
      matches: values(.match).compactMap { readMatch($0, .match) },
      exceptions: values(.except).compactMap { readMatch($0, .except) },
      unit: inheritance.unit,
      looksThroughTurn: inheritance.looksThroughTurn && inheritance.unit == .sentence,
      speakers: inheritance.speakers, scale: scale ?? [], color: color, was: was.map(\.id),
      guid: guid, parent: draft.parent, depth: draft.depth, position: draft.heading.position)
  }

  // MARK: Fields

  private func field(_ name: CodeField.Name) -> CodeField? {
    draft.fields.first { $0.name == name }
  }

  private func first(_ name: CodeField.Name) -> PlacedText? {
    field(name)?.values.first
  }

  private func values(_ name: CodeField.Name) -> [PlacedText] {
    draft.fields.filter { $0.name == name }.flatMap(\.values)
  }

  private mutating func reportRepeated() {
    var seen: [CodeField.Name: FilePosition] = [:]
    for field in draft.fields where !field.name.canRepeat {
      if let earlier = seen[field.name] {
        fail(
          field.position,
          "\(field.name.rawValue) can stand once, and stands on line \(earlier.line) already",
          fix: "keep one of them")
      } else {
        seen[field.name] = field.position
      }
    }
  }

  // MARK: What is coded, and whose words

  private mutating func readInherited() {
    if let text = first(.unit) {
      inheritance.unit =
        choice(text, .unit, [("sentence", .sentence), ("turn", .turn)]) ?? inheritance.unit
    }
    if let text = first(.within) {
      inheritance.looksThroughTurn =
        choice(text, .within, [("turn", true), ("sentence", false)])
        ?? inheritance.looksThroughTurn
      checkWithin(text)
    }
    if let text = first(.speakers) {
      inheritance.speakers = readSpeakers(text) ?? inheritance.speakers
    }
  }

  /// A code whose unit is the turn is looked for in the whole turn anyway.
  private mutating func checkWithin(_ text: PlacedText) {
    guard inheritance.unit == .turn else { return }
    if inheritance.looksThroughTurn {
      warn(
        text.position(at: 0), "within: turn adds nothing to unit: turn",
        fix: "take it out, or write unit: sentence")
    } else {
      fail(
        text.position(at: 0), "a code with unit: turn is looked for in the whole turn",
        fix: "take it out, or write unit: sentence")
    }
  }

  private mutating func choice<Value>(
    _ text: PlacedText, _ name: CodeField.Name, _ choices: [(word: String, value: Value)]
  ) -> Value? {
    if let found = choices.first(where: { $0.word == text.string }) { return found.value }
    let fix = choices.map { "\(name.rawValue): \($0.word)" }.joined(separator: " or ")
    fail(
      text.position(at: 0), "\(name.rawValue) cannot be \"\(text.string)\"", fix: "write \(fix)")
    return nil
  }

  private mutating func readSpeakers(_ text: PlacedText) -> Code.Speakers? {
    let roles = parts(of: text, at: UInt8(ascii: ","))
    if let empty = roles.first(where: { $0.isEmpty }) {
      fail(
        text.position(at: empty.lowerBound), "a role is missing here",
        fix: "take the comma out, or write a role")
      return nil
    }
    let names = roles.map { text.string($0) }
    if names == ["participants"] { return .participants }
    if names == ["all"] { return .all }
    if let index = names.firstIndex(where: { $0 == "all" || $0 == "participants" }) {
      fail(
        text.position(at: roles[index].lowerBound), "\(names[index]) cannot stand beside a role",
        fix: "write speakers: \(names[index]), or roles only")
      return nil
    }
    return .roles(names)
  }

  // MARK: Common

  /// The parts between separators, without the blanks at their edges.
  func parts(of text: PlacedText, at separator: UInt8) -> [Range<Int>] {
    text.bytes.split(separator: separator, omittingEmptySubsequences: false)
      .map { text.trimming($0.startIndex..<$0.endIndex) }
  }

  mutating func fail(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }

  mutating func warn(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.warning, path: path, at: position, message, fix: fix))
  }
}
