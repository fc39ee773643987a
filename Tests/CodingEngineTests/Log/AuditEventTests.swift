import Testing

@testable import CodingEngine

@Suite struct `Audits in the log` {
  private static let anchor = Anchor(
    transcript: "FG01", text: 0xABCD,
    span: TurnPositions(firstTurn: 2, start: 0, lastTurn: 3, end: 9), speaker: "PM1", twins: 2,
    words: 4)

  private static var audit: LogAudit {
    var audit = LogAudit(
      name: "eerste \"é\" 👩‍👩‍👧", book: "boek 1.0.0", codes: ["boek:a"], seed: 7, division: "code",
      isBlind: true,
      strata: [
        LogAudit.Stratum(name: "boek:a", whole: 2, isUncoded: false),
        LogAudit.Stratum(name: "", whole: 1, isUncoded: true),
      ])
    let coding = LogReference("0000002a-3-1-00000000")
    audit.places = [
      LogAudit.Place(code: "boek:a", coding: coding, anchor: anchor, stratum: 0),
      LogAudit.Place(code: "", coding: nil, anchor: anchor, stratum: 1),
    ]
    return audit
  }

  private func json(_ event: LogEvent) -> String {
    var text = LogText()
    event.write(to: &text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func read(_ json: String) throws -> LogEvent {
    let bytes = Array(json.utf8)
    var cursor = LogCursor(bytes, bytes.indices)
    return try LogEvent(&cursor)
  }

  @Test func `are read as they were written`() throws {
    let audit = LogEvent.audit(Self.audit)
    #expect(try read(json(audit)) == audit)
    let reference = try #require(LogReference("0000002a-3-0-00000000"))
    for chosen in [nil, "", "boek:b"] {
      let decision = LogEvent.decide(
        LogDecision(
          verdict: .recode, code: "", anchor: Self.anchor, coding: nil, to: "boek:b", level: nil,
          span: nil, reason: 3,
          audited: AuditedPlace(audit: reference, number: 12, chosen: chosen)))
      #expect(try read(json(decision)) == decision)
    }
  }

  @Test(arguments: [
    ("\"wholes\":[2,1]", "\"wholes\":[0,1]"), ("\"wholes\":[2,1]", "\"wholes\":[2]"),
    ("\"n\":0", "\"n\":2"), ("\"seed\":7", "\"sead\":7"), ("\"in\":\"FG01\"", "\"on\":\"FG01\""),
    ("\"span\":[2,0,3,9]", "\"span\":[2,0,3]"), ("\"coded\":1", "\"coat\":1"),
  ])
  func `are kept and not understood when they do not add up`(old: String, new: String) throws {
    let text = json(.audit(Self.audit))
    #expect(text.contains(old))
    #expect(try read(text.replacing(old, with: new)) == .unknown("audit"))
  }
}
