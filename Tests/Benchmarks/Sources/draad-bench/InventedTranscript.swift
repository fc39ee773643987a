/// A focus group that never took place.
struct InventedTranscript {
  private static let speakers = [
    ("MOD", "moderator"), ("PM1", "pedagogisch medewerker"), ("PM2", "pedagogisch medewerker"),
    ("LK1", "leerkracht"), ("IB1", "intern begeleider"),
  ]
  private static let brackets = ["[naam]", "[instelling]", "(lacht)", "((stilte))", "(2.3)"]

  let text: String

  /// Makes a transcript of at least so many bytes.
  init(number: Int, bytes: Int, vocabulary: Vocabulary, random: inout Random) {
    var text = "---\ntitle: Focusgroep \(number)\nstatus: invented\nparticipants:\n"
    for (label, role) in Self.speakers { text += "  \(label): \(role)\n" }
    text += "---\n"
    while text.utf8.count < bytes {
      let speaker = random.chance(0.2) ? 0 : random.number(1..<Self.speakers.count)
      text += "\(Self.speakers[speaker].0): "
      text += Self.turn(isModerator: speaker == 0, vocabulary, &random) + "\n\n"
    }
    self.text = text
  }

  private static func turn(
    isModerator: Bool, _ vocabulary: Vocabulary, _ random: inout Random
  ) -> String {
    // Most turns are short, some go on and on.
    let most = isModerator ? 3 : random.chance(0.3) ? 14 : 5
    return (0..<random.number(1..<most + 1)).map { _ in sentence(vocabulary, &random) }
      .joined(separator: " ")
  }

  private static func sentence(_ vocabulary: Vocabulary, _ random: inout Random) -> String {
    var words = (0..<random.number(3..<24)).map { _ in vocabulary.word(&random) }
    words[0] = words[0].capitalizedFirst
    for index in words.indices.dropLast() {
      if random.chance(0.08) { words[index] += "," }
      if random.chance(0.01) { words[index] = words[index].capitalizedFirst }
    }
    if random.chance(0.06) {
      words.insert(random.element(of: brackets), at: random.number(1..<words.count))
    }
    return words.joined(separator: " ") + random.element(of: [".", ".", ".", ".", "?", "!", "…"])
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
