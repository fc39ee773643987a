/// Finds the turns of a transcript: which lines begin with a label, and whose it is.
struct TurnFinder {
  private(set) var turns: [Turn] = []
  private(set) var speakers: [Speaker]
  var diagnostics: [Diagnostic] { reports.diagnostics }

  private struct Head {
    let line: Int
    let label: Int
    let time: Int?
    let textStart: Int
  }

  private let head: TranscriptHead
  private var declared: DeclaredLabels
  /// The labels behind `declared`: participants, then moderators who are not among them.
  private let declaredLabels: [String]
  private var labels = LabelTable()
  /// Heads behind blanks, which begin no turn.
  private var indented: [(label: Range<Int>, line: Int)] = []
  private var reports: LabelReports

  init(path: String, firstLine: Int, head: TranscriptHead) {
    self.head = head
    speakers = head.participants
    let participants = head.participants.map(\.label)
    var known = Set(participants)
    declaredLabels = participants + head.moderators.compactMap(\.text).filter { known.insert($0).0 }
    declared = DeclaredLabels(declaredLabels)
    reports = LabelReports(path: path, firstLine: firstLine)
  }

  /// Finds all turns in a transcript's text.
  mutating func find(_ text: borrowing Span<UInt8>) {
    let heads = findHeads(text)
    let speakerOfLabel = findSpeakers(text)
    var open: (head: Head, speaker: Int)?
    for head in heads {
      guard let speaker = speakerOfLabel[head.label] else { continue }
      if let open { appendTurn(open.head, open.speaker, to: head.line, text) }
      open = (head, speaker)
    }
    if let open { appendTurn(open.head, open.speaker, to: text.count, text) }
    reportIndented(speakerOfLabel, text)
    if turns.isEmpty { reports.noTurn(text) }
    let speaking = Set(speakers.map(\.label))
    for moderator in head.moderators {
      guard let label = moderator.text, !speaking.contains(label) else { continue }
      reports.isSilent(label, at: moderator.position)
    }
    reports.finish()
  }

  private mutating func appendTurn(
    _ head: Head, _ speaker: Int, to next: Int, _ text: borrowing Span<UInt8>
  ) {
    let end = max(head.textStart, trimBlanks(text, from: head.textStart, to: next))
    let start = skipBlanks(text, from: head.textStart, to: end)
    turns.append(Turn(speaker: speaker, start: head.line, text: start..<end, time: head.time))
  }

  private mutating func findHeads(_ text: borrowing Span<UInt8>) -> [Head] {
    var heads: [Head] = []
    var index = 0
    while index < text.count {
      let end = endOfLine(text, from: index)
      let start = skipBlanks(text, from: index, to: end)
      if start < end, let found = LabelHead(text, line: start, end: end) {
        if start == index {
          let label = labels.count(text, found.label, isMarked: found.isMarked, line: index)
          heads.append(
            Head(line: index, label: label, time: found.time, textStart: found.textStart))
        } else {
          indented.append((found.label, index))
        }
      }
      index = end + 1
    }
    return heads
  }

  // MARK: Whose labels they are

  /// For each distinct label the speaker it stands for; nil where it is text of the turn before.
  private mutating func findSpeakers(_ text: borrowing Span<UInt8>) -> [Int?] {
    let isDeclared = !head.participants.isEmpty
    var speakerOfModerator: [Int: Int] = [:]
    var result: [Int?] = []
    for entry in labels.entries {
      if let index = declared.exactly(entry.text) {
        if index < head.participants.count {
          result.append(index)
        } else {
          let speaker = speakerOfModerator[index] ?? speakers.count
          speakerOfModerator[index] = speaker
          if speaker == speakers.count { appendSpeaker(declaredLabels[index], isModerator: true) }
          result.append(speaker)
        }
      } else if isDeclared ? isUndeclared(entry, text) : isFound(entry, text) {
        result.append(speakers.count)
        appendSpeaker(entry.text, isModerator: isUsualModerator(entry, text))
      } else {
        result.append(nil)
      }
    }
    return result
  }

  /// With declared participants: whether a label begins a turn although it is not among them.
  private mutating func isUndeclared(
    _ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>
  ) -> Bool {
    guard !LabelRules.isNoLabel(entry.bytes) else { return false }
    if let like = declared.like(entry.text) {
      reports.undeclared(entry, like: declaredLabels[like], text)
      return true
    }
    if entry.lines > 1, LabelRules.looksLikeLabel(entry) { reports.isText(entry, text) }
    return false
  }

  /// Without declared participants: whether a label begins turns.
  private mutating func isFound(
    _ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>
  ) -> Bool {
    guard LabelRules.looksLikeLabel(entry) else { return false }
    if entry.lines == 1 { reports.standsOnce(entry, text) }
    return entry.lines > 1
  }

  /// Whether a label is a moderator's because such labels usually are, and nothing is declared.
  private mutating func isUsualModerator(
    _ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>
  ) -> Bool {
    guard declaredLabels.isEmpty, LabelRules.isUsualModerator(entry.text) else { return false }
    reports.isModerator(entry, text)
    return true
  }

  private mutating func appendSpeaker(_ label: String, isModerator: Bool) {
    speakers.append(
      Speaker(
        label: label, role: nil, person: nil, variables: [], isModerator: isModerator,
        isDeclared: false))
  }

  private mutating func reportIndented(_ speakerOfLabel: [Int?], _ text: borrowing Span<UInt8>) {
    for (range, line) in indented {
      var bytes: [UInt8] = []
      for index in range { bytes.append(text[index]) }
      let label = String(decoding: bytes, as: UTF8.self)
      let isSpeakers = labels.entry(label).map { speakerOfLabel[$0] != nil } == true
      if isSpeakers || declared.exactly(label) != nil {
        reports.isIndented(label, at: line, text)
      }
    }
  }
}
