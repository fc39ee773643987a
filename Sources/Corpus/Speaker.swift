/// Somebody who talks in a transcript, under one label.
public struct Speaker: Sendable, Hashable {
  /// As declared, or as it stands before the colon: `PM2`.
  public let label: String
  /// For example `pedagogisch medewerker`; nil when the transcript gives none.
  public let role: String?
  /// Who it is across transcripts; nil when the transcript gives none.
  public let person: String?
  /// What else the transcript says of the speaker, in the order of the file.
  public let variables: [Variable]
  /// Whether the role, the list of moderators or a usual label says so.
  public let isModerator: Bool
  /// Whether the speaker stands in `participants:`.
  public let isDeclared: Bool

  init(
    label: String, role: String?, person: String?, variables: [Variable], isModerator: Bool,
    isDeclared: Bool
  ) {
    self.label = label
    self.role = role
    self.person = person
    self.variables = variables
    self.isModerator = isModerator
    self.isDeclared = isDeclared
  }

  /// A participant of whom no more is known than label and role.
  public init(label: String, role: String?) {
    self.init(
      label: label, role: role, person: nil, variables: [], isModerator: false, isDeclared: true)
  }
}

/// Something known of a transcript or speaker: a key and a text.
public struct Variable: Sendable, Hashable {
  /// As written in the front matter.
  public let key: String
  /// Text; a variable is a number when all its values are.
  public let value: String
  /// Never printed or exported unless the user asks for private variables.
  public let isPrivate: Bool
}
