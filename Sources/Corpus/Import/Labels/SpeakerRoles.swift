/// Roles that stand in parentheses behind names, as in captions of meetings.
enum SpeakerRoles {
  /// Takes the roles off the labels of a transcript.
  ///
  /// A label keeps its parentheses where the name alone would be somebody else's too.
  ///
  /// - Parameters:
  ///   - transcript: With labels as they stand in the file.
  ///   - labels: All of its labels.
  ///   - kept: Labels that the user knows with their parentheses, as they are compared.
  /// - Returns: The labels that are new.
  static func split(
    _ transcript: inout ImportedTranscript, _ labels: Set<String>, except kept: Set<String>
  ) -> Set<String> {
    var parts: [String: (label: String, role: String)] = [:]
    var owners: [String: Int] = [:]
    for label in labels {
      let found = kept.contains(SpeakerRenaming.key(label)) ? nil : ImportedLabel.splitRole(label)
      if let found { parts[label] = found }
      owners[found?.label ?? label, default: 0] += 1
    }
    parts = parts.filter { owners[$0.value.label] == 1 }
    guard !parts.isEmpty else { return [] }
    var known: Set<String> = []
    for index in transcript.turns.indices {
      guard let label = transcript.turns[index].label, let part = parts[label] else { continue }
      transcript.turns[index].label = part.label
      if known.insert(part.label).inserted {
        transcript.speakers.append(ImportedSpeaker(label: part.label, role: part.role))
      }
    }
    return known
  }
}
