import Corpus
import Export

/// What a dry run shows of a file: its format and why, its labels, and what would be written.
struct ImportPreview {
  let path: String
  let file: ImportedFile
  /// Where each transcript would go; the reason where it could not.
  let places: [String]

  /// The text for people.
  var text: String {
    var text = "\(visible(path))\n"
    if let format = file.detection.format {
      text += "  \(format.name): \(visible(file.detection.reason))\n"
    }
    for (result, place) in zip(file.results, places) {
      text += "  \(visible(result.id)): \(count(result.transcript.turns.count, "turn"))"
      text += ", \(visible(place))\n" + labels(result.transcript) + names(result.transcript)
    }
    if file.results.isEmpty, !file.hasError { text += "  nothing is said in it\n" }
    if !file.losses.isEmpty { text += "  not carried over: \(ImportPreview.list(file.losses))\n" }
    return text
  }

  /// What is lost, in words.
  static func list(_ losses: [ImportLoss]) -> String {
    losses.map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }.joined(separator: ", ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Each label with its role, its turns and an example.
  private func labels(_ transcript: HomeTranscript) -> String {
    var seen: [String: (turns: Int, example: String, length: Int)] = [:]
    for turn in transcript.turns {
      guard let label = turn.label else { continue }
      seen[label, default: (0, "", 0)].turns += 1
      guard let known = seen[label], known.length < 30 else { continue }
      let words = turn.text.prefix(60)
      if words.count > known.length {
        let example = String(words) + (words.endIndex < turn.text.endIndex ? "…" : "")
        seen[label] = (known.turns, example, example.count)
      }
    }
    return transcript.speakers.map { speaker in
      let role = speaker.role.map { " (\($0))" } ?? ""
      let (turns, example, _) = seen[speaker.label, default: (0, "", 0)]
      let number = count(turns, "turn")
      return "    \(visible(speaker.label + role)), \(number): \(visible(example))\n"
    }.joined()
  }

  /// Labels and words that may tell who somebody is.
  private func names(_ transcript: HomeTranscript) -> String {
    var candidates = NameCandidates()
    for turn in transcript.turns { candidates.add(turn.text) }
    let labels = transcript.speakers.map(\.label).filter(NameCandidates.mayIdentify)
    let words = candidates.found.prefix(12).map { "\($0.name) (\($0.count))" }
    guard !labels.isEmpty || !words.isEmpty else { return "" }
    let parts = [
      labels.isEmpty ? nil : "the labels \(labels.prefix(12).joined(separator: ", "))",
      words.isEmpty ? nil : "in the words \(words.joined(separator: ", "))",
    ].compactMap(\.self)
    return "    may identify someone: \(visible(parts.joined(separator: "; ")))\n"
  }
}
