/// A conversation from elsewhere, made fit for the home format: what will be written.
public struct HomeTranscript: Sendable {
  /// The most labels that a conversation has.
  static let mostLabels = 1000

  /// Who speaks, in the order in which they begin.
  public private(set) var speakers: [ImportedSpeaker] = []
  /// Turns with words, each under a label of `speakers`.
  public private(set) var turns: [ImportedTurn] = []
  /// What stands before the first turn.
  public private(set) var preface = ""
  /// The keys of the front matter besides participants, in the order in which they are written.
  public private(set) var variables: [ImportedVariable] = []
  /// What the home format has no place for.
  public private(set) var losses: [ImportLoss]
  /// What was assumed, and what is wrong.
  public private(set) var diagnostics: [Diagnostic] = []

  private let path: String
  private let isInNeedOfLabels: Bool

  /// Settles labels, times and words.
  ///
  /// - Parameters:
  ///   - imported: What a reader made.
  ///   - renaming: What labels become.
  ///   - variables: What the user says of the conversation; goes over what the file says.
  ///   - path: The file from elsewhere, for diagnostics.
  /// - Complexity: O(*n*) in the words.
  public init(
    _ imported: ImportedTranscript, renaming: SpeakerRenaming = SpeakerRenaming(),
    variables: [ImportedVariable] = [], path: String
  ) {
    self.path = path
    losses = imported.losses
    isInNeedOfLabels = imported.turns.contains { $0.label != nil }
    let labels = Set(imported.turns.lazy.compactMap(\.label))
    guard labels.count <= Self.mostLabels else {
      report(
        .error, "has \(labels.count) different labels, and no conversation has so many speakers",
        fix: "for a table, say which column is which with --columns")
      return
    }
    settleSpeakers(imported, renaming)
    settleWords(imported)
    settleVariables(imported, variables)
  }

  private mutating func report(_ severity: Diagnostic.Severity, _ message: String, fix: String?) {
    diagnostics.append(Diagnostic(severity, path: path, message, fix: fix))
  }

  // MARK: Speakers

  private mutating func settleSpeakers(
    _ imported: ImportedTranscript, _ renaming: SpeakerRenaming
  ) {
    let fallback = isInNeedOfLabels ? HomeLabels.unknown : HomeLabels.nobody
    var labels = HomeLabels()
    var final: [String: String] = [:]
    var seen: Set<String> = []
    var unnamed = 0
    turns = imported.turns
    for index in turns.indices {
      if turns[index].label == nil { unnamed += 1 }
      let label = turns[index].label ?? fallback
      if let known = final[label] {
        turns[index].label = known
        continue
      }
      let rule = renaming.rule(for: label)
      let told = imported.speakers.first { $0.label == label }
      let new = rule?.label.map(HomeLabels.fitting) ?? labels.fit(label)
      final[label] = new
      turns[index].label = new
      guard seen.insert(new).inserted else { continue }
      speakers.append(speaker(new, told, rule))
    }
    for change in labels.changed {
      report(
        .note, "the label \"\(change.from)\" becomes \"\(change.to)\"",
        fix: "give it another with --speaker \"\(change.to)=…\"")
    }
    if unnamed > 0 {
      report(
        .note,
        "\(counted(unnamed, "turn")) without a speaker: given to \"\(final[fallback] ?? fallback)\"",
        fix: "name who it is with --speaker \"\(fallback)=…\"")
    }
  }

  private mutating func speaker(
    _ label: String, _ told: ImportedSpeaker?, _ rule: SpeakerRenaming.Rule?
  ) -> ImportedSpeaker {
    var speaker = ImportedSpeaker(label: label, role: rule?.role ?? told?.role)
    speaker.variables = rule?.variables ?? []
    for variable in told?.variables ?? []
    where !speaker.variables.contains(where: { $0.key == variable.key }) {
      speaker.variables.append(variable)
    }
    if speaker.role == nil, LabelRules.isUsualModerator(label) {
      speaker.role = "moderator"
      report(
        .note, "\"\(label)\" is taken for a moderator",
        fix: "give another role with --speaker \"\(label)=\(label):role\"")
    }
    return speaker
  }

  // MARK: Words and times

  private mutating func settleWords(_ imported: ImportedTranscript) {
    var words = HomeWords(declared: speakers.map(\.label))
    var kept: [ImportedTurn] = []
    kept.reserveCapacity(turns.count)
    var ends = 0
    var late = 0
    var empty = 0
    for var turn in turns {
      if let start = turn.start, start < 0 || start > HomeTime.latest {
        turn.start = nil
        late += 1
      }
      turn.text = words.fit(turn.text, time: &turn.start)
      if turn.text.isEmpty {
        empty += 1
        continue
      }
      if turn.end != nil { ends += 1 }
      kept.append(turn)
    }
    turns = kept
    preface = words.fitPreface(imported.preface)
    losses.add(empty, "turn without words", "turns without words")
    losses.add(ends, "time at which a turn ends", "times at which turns end")
    losses.add(late, "impossible time")
    losses.add(words.removedControls, "control character")
    losses.add(
      words.removedTimes, "second time at the start of a turn",
      "second times at the start of turns")
    losses.add(
      words.joinedLines, "line break before what would look like a label",
      "line breaks before what would look like a label")
    if empty > 0 {
      let speaking = Set(turns.lazy.compactMap(\.label))
      speakers.removeAll { !speaking.contains($0.label) }
    }
    if words.hasLongLine {
      report(
        .error, "has a line of over \(DecodedText.longestLine >> 20) MB, and no turn is so long",
        fix: "look at the file: is this a transcript?")
    }
  }

  // MARK: Variables

  private mutating func settleVariables(
    _ imported: ImportedTranscript, _ given: [ImportedVariable]
  ) {
    var all: [ImportedVariable] = []
    if let title = imported.title { all.append(ImportedVariable(key: "title", value: title)) }
    if let date = imported.date { all.append(ImportedVariable(key: "date", value: date)) }
    if let language = imported.language {
      all.append(ImportedVariable(key: "language", value: language))
    }
    all += imported.variables
    var places: [String: Int] = [:]
    for variable in all + given {
      if let place = places[variable.key] {
        variables[place] = variable
      } else {
        places[variable.key] = variables.count
        variables.append(variable)
      }
    }
    variables.removeAll { $0.key.isEmpty || $0.key == "participants" }
  }
}
