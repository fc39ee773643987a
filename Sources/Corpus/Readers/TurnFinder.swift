/// Finds the turns of a transcript: which lines begin with a label, and whose it is.
struct TurnFinder {
  private(set) var turns: [Turn] = []
  private(set) var speakers: [Speaker]
  private(set) var diagnostics: [Diagnostic] = []

  private struct Head {
    let line: Int
    let label: Int
    let time: Int?
    let textStart: Int
  }

  private let path: String
  private let firstLine: Int
  private let head: TranscriptHead
  private var labels = LabelTable()

  init(path: String, firstLine: Int, head: TranscriptHead) {
    self.path = path
    self.firstLine = firstLine
    self.head = head
    speakers = head.participants
  }

  /// Finds all turns in a transcript's text.
  mutating func find(_ text: borrowing Span<UInt8>) {
    let heads = findHeads(text)
    let speakerOfLabel = speakers(text)
    var open: (head: Head, speaker: Int)?
    func turn(_ open: (head: Head, speaker: Int), to end: Int, _ text: borrowing Span<UInt8>) -> Turn {
      let start = min(open.head.textStart, end)
      return Turn(
        speaker: open.speaker, start: open.head.line,
        text: start..<trimBlanks(text, from: start, to: end), time: open.head.time)
    }
    for head in heads {
      guard let speaker = speakerOfLabel[head.label] else { continue }
      if let open { turns.append(turn(open, to: head.line, text)) }
      open = (head, speaker)
    }
    if let open { turns.append(turn(open, to: text.count, text)) }
    if turns.isEmpty {
      report(
        .error, text, at: 0, "no turn found",
        fix: "begin each turn with a label and a colon, such as LK1: …, on a line of its own")
    }
    for moderator in head.moderators
    where !speakers.contains(where: { $0.label == moderator.text }) {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, at: moderator.position,
          "moderator \"\(moderator.text ?? "")\" does not speak here", fix: "check the label"))
    }
  }

  private mutating func findHeads(_ text: borrowing Span<UInt8>) -> [Head] {
    var heads: [Head] = []
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, text[end] != 0x0A { end += 1 }
      if end > index, let found = LabelHead(text, line: index, end: end) {
        let label = labels.count(text, found.label, isMarked: found.isMarked, line: index)
        heads.append(
          Head(line: index, label: label, time: found.time, textStart: found.textStart))
      }
      index = end + 1
    }
    return heads
  }

  /// For each distinct label the speaker it stands for; nil where it is text of the turn before.
  private mutating func speakers(_ text: borrowing Span<UInt8>) -> [Int?] {
    let isDeclared = !head.participants.isEmpty
    let declared = head.participants.map(\.label)
    var indexOfLabel: [String: Int] = [:]
    for (index, label) in declared.enumerated() { indexOfLabel[label] = index }
    var result: [Int?] = []
    for entry in labels.entries {
      let label = entry.text
      if let index = indexOfLabel[label] {
        result.append(index)
      } else if isDeclared ? isUndeclared(entry, declared, text) : isFound(entry, text) {
        result.append(speakers.count)
        speakers.append(undeclaredSpeaker(label, entry, text))
      } else {
        result.append(nil)
      }
    }
    return result
  }

  /// With declared participants: whether a label begins a turn although it is not among them.
  private mutating func isUndeclared(
    _ entry: LabelTable.Entry, _ declared: [String], _ text: borrowing Span<UInt8>
  ) -> Bool {
    guard !LabelRules.isNoLabel(entry.bytes) else { return false }
    if let like = LabelRules.declaredLabel(like: entry.text, among: declared) {
      report(
        .warning, text, at: entry.firstLine,
        "\"\(entry.text)\" speaks in \(count(entry.lines, "turn")), and is not among the participants",
        fix: "write \(like) if that is who it is, or add \(entry.text) to participants")
      return true
    }
    if entry.lines > 1, LabelRules.looksLikeLabel(entry) {
      report(
        .warning, text, at: entry.firstLine,
        "\"\(entry.text):\" begins \(entry.lines) lines, and is read as text of the turn before",
        fix: "add \(entry.text) to participants if it is a speaker")
    }
    return false
  }

  /// Without declared participants: whether a label begins turns.
  private mutating func isFound(
    _ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>
  ) -> Bool {
    guard LabelRules.looksLikeLabel(entry) else { return false }
    if entry.lines == 1 {
      report(
        .warning, text, at: entry.firstLine,
        "\"\(entry.text):\" stands here only, and is read as text of the turn before",
        fix: "declare it under participants if it is a speaker")
    }
    return entry.lines > 1
  }

  private mutating func undeclaredSpeaker(
    _ label: String, _ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>
  ) -> Speaker {
    var isModerator = head.isModerator(label: label, role: nil)
    if head.participants.isEmpty, head.moderators.isEmpty, LabelRules.isUsualModerator(label) {
      isModerator = true
      report(
        .note, text, at: entry.firstLine, "\"\(label)\" is taken for a moderator",
        fix: "say who moderates with moderators: [\(label)] in the front matter")
    }
    return Speaker(
      label: label, role: nil, person: nil, variables: [], isModerator: isModerator,
      isDeclared: false)
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ text: borrowing Span<UInt8>, at offset: Int,
    _ message: String, fix: String
  ) {
    let position = position(in: text, of: offset, firstLine: firstLine)
    diagnostics.append(Diagnostic(severity, path: path, at: position, message, fix: fix))
  }
}
