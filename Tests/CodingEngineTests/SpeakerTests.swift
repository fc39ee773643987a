import CodingEngine
import Testing

@Suite struct `Speakers of a code` {
  /// Whom the code hears, of teacher, pedagogical worker, moderator and somebody without a role.
  @Test(arguments: [
    (Code.Speakers.participants, [0, 1, 3]), (.all, [0, 1, 2, 3]),
    (.roles(["pedagogisch medewerker"]), [1]), (.roles(["LEERKRACHT", "moderator"]), [0, 2]),
    (.roles(["participants"]), []),
  ])
  func `are those it looks at`(speakers: Code.Speakers, heard: [Int]) throws {
    let code = try Applied("a", speakers: speakers)
    #expect((0..<4).filter { !code.spans("a", speaker: $0).isEmpty } == heard)
  }
}
