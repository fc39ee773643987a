import Corpus

/// What a table or a list of quotations is made of: the filters that the user asked for.
///
/// An empty list filters nothing. Within a list one match is enough; all lists must agree. Case and
/// accents do not count.
public struct Selection: Sendable, Hashable {
  /// A variable of a transcript or speaker, and a value it must have.
  public struct Condition: Sendable, Hashable {
    /// The name of the variable, as in the front matter.
    public let key: String
    /// What the variable must say.
    public let value: String

    /// Asks for speakers or transcripts whose `key` is `value`.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Indices into the codebook's `codes`; codes under them come along.
  public var codes: [Int] = []
  /// Roles of speakers, as declared.
  public var roles: [String] = []
  /// A `person`, or transcript and label: `FG07:PM2`.
  public var participants: [String] = []
  /// Ids of transcripts.
  public var transcripts: [String] = []
  /// Variables that must all have the value asked for.
  public var conditions: [Condition] = []
  /// `--speakers all`: moderators count like everybody else.
  public var includesModerators = false

  /// Which codings by what people said of them; nil for all but rejected ones.
  public var status: StatusChoice?
  /// Only what rules propose, or only what people coded; nil for both.
  public var origin: OriginChoice?
  /// Names of coders; their codings alone, without what rules propose.
  public var coders: [String] = []

  /// Selects everything that participants say.
  public init() {}

  func includes(_ transcript: Transcript) -> Bool {
    transcripts.isEmpty || transcripts.contains { matches($0, transcript.id) }
  }

  /// Whether the words of a speaker are part of the talk.
  func counts(_ speaker: Speaker, in transcript: Transcript) -> Bool {
    (includesModerators || !speaker.isModerator) && includes(speaker, in: transcript)
  }

  /// Whether the filters let a speaker through, moderator or not.
  func includes(_ speaker: Speaker, in transcript: Transcript) -> Bool {
    if !roles.isEmpty {
      guard let role = speaker.role, roles.contains(where: { matches($0, role) }) else {
        return false
      }
    }
    if !participants.isEmpty {
      let name = Participant(speaker, in: transcript).description
      guard participants.contains(where: { matches($0, name) }) else { return false }
    }
    return conditions.allSatisfy { condition in
      let variable = transcript.variable(condition.key, of: speaker)
      return variable.map { matches($0.value, condition.value) } ?? false
    }
  }

  /// Whether two names are the same, case and accents aside.
  public func matches(_ left: String, _ right: String) -> Bool {
    left == right || Folding.fold(left.utf8) == Folding.fold(right.utf8)
  }
}

/// Somebody who speaks, the same person across transcripts where the transcripts say so.
struct Participant: Hashable, CustomStringConvertible {
  /// The `person`, else transcript and label: `FG07:PM2`.
  let description: String

  init(_ speaker: Speaker, in transcript: Transcript) {
    description = speaker.person ?? "\(transcript.id):\(speaker.label)"
  }
}

extension Transcript {
  /// A variable of the speaker or, where the speaker has none of that name, of the transcript.
  func variable(_ key: String, of speaker: Speaker) -> Variable? {
    speaker.variables.first { $0.key == key } ?? variables.first { $0.key == key }
  }
}
