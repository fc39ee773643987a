/// One recorded conversation as a file from elsewhere holds it, before it has the home format.
///
/// Every reader of a foreign format makes these; what is decided about names, ids and labels comes
/// after, the same for all formats.
public struct ImportedTranscript: Sendable, Hashable {
  /// What the file calls the conversation; needed where one file holds several.
  public var name: String?
  /// A heading for people.
  public var title: String?
  /// As year-month-day where the format tells.
  public var date: String?
  /// A code such as `nl`, where the format tells.
  public var language: String?
  /// What else the format tells of the conversation, in the order of the file.
  public var variables: [ImportedVariable] = []
  /// What the format tells of its speakers; those of whom it tells nothing may be missing.
  public var speakers: [ImportedSpeaker] = []
  /// What stands before the first turn, and is nobody's.
  public var preface = ""
  /// In the order of the conversation.
  public var turns: [ImportedTurn] = []
  /// What the home format has no place for.
  public var losses: [ImportLoss] = []

  /// Makes a conversation in which nothing is said yet.
  public init(name: String? = nil) {
    self.name = name
  }
}

/// What one speaker says without a break.
public struct ImportedTurn: Sendable, Hashable {
  /// As in the file, without colon and marks; nil where the file does not tell who speaks.
  public var label: String?
  /// The words: lines end in LF, and a blank line stands between paragraphs.
  public var text: String
  /// Milliseconds from the start of the recording.
  public var start: Int?
  /// Milliseconds from the start of the recording.
  public var end: Int?

  /// Makes a turn.
  public init(label: String?, text: String, start: Int? = nil, end: Int? = nil) {
    self.label = label
    self.text = text
    self.start = start
    self.end = end
  }
}

/// What a file tells of one of its speakers.
public struct ImportedSpeaker: Sendable, Hashable {
  /// As in the turns.
  public var label: String
  /// Such as `interviewer`, in the file's words.
  public var role: String?
  /// What else the file tells, in its order.
  public var variables: [ImportedVariable]

  /// Makes a speaker.
  public init(label: String, role: String? = nil, variables: [ImportedVariable] = []) {
    self.label = label
    self.role = role
    self.variables = variables
  }
}

/// A key and a text that a file tells of a conversation or a speaker.
public struct ImportedVariable: Sendable, Hashable {
  /// Such as `age`.
  public var key: String
  /// As in the file.
  public var value: String

  /// Makes a variable.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// Something in the file that the home format has no place for, and how often.
public struct ImportLoss: Sendable, Hashable {
  /// One of them and several of them: `footnote`, `footnotes`.
  public let one, many: String
  /// How often.
  public var count: Int

  /// Makes a loss; `many` is `one` with an s when it is not given.
  public init(_ count: Int, _ one: String, _ many: String? = nil) {
    self.count = count
    self.one = one
    self.many = many ?? one + "s"
  }
}

extension [ImportLoss] {
  /// Notes `count` more of something; nothing when that is 0.
  public mutating func add(_ count: Int, _ one: String, _ many: String? = nil) {
    guard count > 0 else { return }
    if let index = firstIndex(where: { $0.one == one }) {
      self[index].count += count
    } else {
      append(ImportLoss(count, one, many))
    }
  }
}
