public import CodingEngine

/// That a coder had another's codings on the screen: the two did not code on their own.
public struct Exposure: Sendable, Hashable {
  /// Who saw.
  public let coder: String
  /// Whose codings.
  public let other: String
  /// How many of the coder's codings were made so.
  public let codings: Int

  /// Finds the coders who saw what they are compared with.
  ///
  /// - Parameters:
  ///   - raters: Who is compared.
  ///   - transcripts: Ids of those that are compared.
  ///   - log: Whose lines say what was shown.
  ///   - state: The codings.
  /// - Returns: In the order of the raters.
  public static func found(
    among raters: [Rater], in transcripts: Set<String>, _ log: CodingLog, _ state: LogState
  ) -> [Exposure] {
    raters.flatMap { rater -> [Exposure] in
      guard case .person(let name) = rater else { return [] }
      let shown = state.codings.filter {
        $0.coder == name && transcripts.contains($0.anchor.transcript)
      }.map { Set(log.shown(with: $0)) }
      return raters.compactMap { other in
        let count = other == rater ? 0 : shown.count { $0.contains(other.name) }
        return count == 0 ? nil : Exposure(coder: name, other: other.name, codings: count)
      }
    }
  }
}
