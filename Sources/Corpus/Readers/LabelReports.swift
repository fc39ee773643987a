/// What is strange about the labels of a transcript, as diagnostics: of each kind the first few, and
/// then how many more there are.
struct LabelReports {
  /// The ways in which a label can be strange.
  enum Kind: Int, CaseIterable {
    case undeclared
    case isText
    case standsOnce
    case isIndented
    case isModerator
    case isSilent
  }

  /// How many of each kind are reported one by one.
  static let most = 20

  private(set) var diagnostics: [Diagnostic] = []

  private let path: String
  private var cursor: PositionCursor
  private var counts = [Int](repeating: 0, count: Kind.allCases.count)
  private var firstUnreported = [FilePosition?](repeating: nil, count: Kind.allCases.count)

  init(path: String, firstLine: Int) {
    self.path = path
    cursor = PositionCursor(firstLine: firstLine)
  }

  /// Reports a label that begins turns although nobody declared it.
  mutating func undeclared(
    _ entry: LabelTable.Entry, like declared: String, _ text: borrowing Span<UInt8>
  ) {
    report(
      .undeclared, .warning, text, at: entry.firstLine,
      "\(quoted(entry.text)) speaks in \(counted(entry.lines, "turn")), and is not among the "
        + "participants",
      fix: "write \(clipped(declared)) if that is who it is, or add \(entry.text) to participants")
  }

  /// Reports what looks like a label but is like none that was declared.
  mutating func isText(_ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>) {
    report(
      .isText, .warning, text, at: entry.firstLine,
      "\"\(entry.text):\" begins \(entry.lines) lines, and is read as text of the turn before",
      fix: "add \(entry.text) to participants if it is a speaker")
  }

  /// Reports what looks like a label, in a file without declarations, but stands there once.
  mutating func standsOnce(_ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>) {
    report(
      .standsOnce, .warning, text, at: entry.firstLine,
      "\"\(entry.text):\" stands here only, and is read as text of the turn before",
      fix: "declare it under participants if it is a speaker")
  }

  /// Reports the label of a speaker that stands behind blanks.
  mutating func isIndented(_ label: String, at line: Int, _ text: borrowing Span<UInt8>) {
    report(
      .isIndented, .warning, text, at: line,
      "\"\(label):\" is indented here, and is read as text of the turn before",
      fix: "take out the blanks before it if \(label) speaks here")
  }

  /// Reports that a speaker is taken for a moderator.
  mutating func isModerator(_ entry: LabelTable.Entry, _ text: borrowing Span<UInt8>) {
    report(
      .isModerator, .note, text, at: entry.firstLine,
      "\(quoted(entry.text)) is taken for a moderator",
      fix: "say who moderates with moderators: [\(entry.text)] in the front matter")
  }

  /// Reports a moderator of the front matter who does not speak.
  mutating func isSilent(_ moderator: String, at position: FilePosition) {
    report(
      .isSilent, .warning, position, "moderator \(quoted(moderator)) does not speak here",
      fix: "check the label")
  }

  /// Reports that there is no turn at all.
  mutating func noTurn(_ text: borrowing Span<UInt8>) {
    diagnostics.append(
      Diagnostic(
        .error, path: path, at: cursor.position(in: text, of: 0), "no turn found",
        fix: "begin each turn with a label and a colon, such as LK1: …, on a line of its own"))
  }

  /// Says of each kind how many more there are.
  mutating func finish() {
    for kind in Kind.allCases {
      guard let position = firstUnreported[kind.rawValue] else { continue }
      let more = counts[kind.rawValue] - Self.most
      diagnostics.append(
        Diagnostic(
          kind == .isModerator ? .note : .warning, path: path, at: position,
          "\(Self.plural(kind)): \(more) more, here and further on",
          fix: "correct those above first"))
    }
  }

  private static func plural(_ kind: Kind) -> String {
    switch kind {
    case .undeclared: "undeclared labels"
    case .isText, .standsOnce: "labels that are read as text"
    case .isIndented: "indented labels"
    case .isModerator: "labels taken for a moderator's"
    case .isSilent: "moderators who do not speak"
    }
  }

  private mutating func report(
    _ kind: Kind, _ severity: Diagnostic.Severity, _ text: borrowing Span<UInt8>, at offset: Int,
    _ message: String, fix: String
  ) {
    // Beyond the first unreported one, a position would be looked up for nothing.
    let isNeeded = firstUnreported[kind.rawValue] == nil
    let position = isNeeded ? cursor.position(in: text, of: offset) : nil
    report(kind, severity, position, message, fix: fix)
  }

  private mutating func report(
    _ kind: Kind, _ severity: Diagnostic.Severity, _ position: FilePosition?, _ message: String,
    fix: String
  ) {
    counts[kind.rawValue] += 1
    if counts[kind.rawValue] > Self.most {
      firstUnreported[kind.rawValue] = firstUnreported[kind.rawValue] ?? position
    } else {
      diagnostics.append(Diagnostic(severity, path: path, at: position, message, fix: fix))
    }
  }
}
