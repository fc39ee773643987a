import CodingEngine
import Corpus

extension Talk {
  /// The study in a few lines: how much was said, and how much of it is coded.
  ///
  /// - Parameter language: Of the lines.
  /// - Returns: Lines without line ends.
  public func summary(in language: Language) -> [String] {
    let own = codesAndBelow.flatMap { places.own[$0] }
    let coded = counts(of: own)
    let used = codes.filter { !places.all[$0].isEmpty }.count
    return [
      .whole(whole, people),
      .codesUsed(used, codes.count, book: codebook.title),
      .coded(
        places: coded.places, turns: coded.turns, language.percentage(coded.turns, of: whole.turns)),
    ].map(language.say)
  }

  /// What somebody should look at: codes and transcripts without a place, codes in one transcript
  /// only, speakers that nobody declared.
  ///
  /// - Parameter language: Of the lines.
  /// - Returns: A line for each kind that occurs, without line ends.
  public func attention(in language: Language) -> [String] {
    let transcriptsOf = codes.map { (code: $0, count: count(.transcripts, of: places.all[$0])) }
    let unused = codes.filter { places.all[$0].isEmpty }
    let once = transcripts.count > 1 ? transcriptsOf.filter { $0.count == 1 }.map(\.code) : []
    let coded = Set(places.own.joined().map { turns[$0.turn].transcript })
    let bare = transcripts.indices.filter { !coded.contains($0) }
    let undeclared = transcripts.flatMap { coded in
      coded.transcript.speakers.filter { !$0.isDeclared }.map {
        "\(coded.transcript.id):\($0.label)"
      }
    }
    func id(_ code: Int) -> String { codebook.codes[code].id.description }
    let findings: [(String, Phrase)] = [
      (list(unused.map(id)), .codesWithoutPlace), (list(once.map(id)), .codesInOneTranscript),
      (list(bare.map { transcripts[$0].transcript.id }), .transcriptsWithoutPlace),
      (list(undeclared), .undeclaredSpeakers),
    ]
    return findings.filter { !$0.0.isEmpty }.map { "\(language.say($0.1)): \($0.0)" }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
