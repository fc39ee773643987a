import Testing

@testable import Review

@Suite struct `Agreement on free spans` {
  @Test func `is 1 for the same segments`() throws {
    let one = [segment(2, 5, 0), segment(9, 12, 1), segment(12, 15, 0)]
    let alpha = UnitizingAlpha(of: try Unitization(length: 20, coders: [one, one, one]))
    for value in [alpha.overall, alpha.relevance, alpha.coding, alpha.coding(of: 0)] {
      #expect((try value.get() - 1).magnitude < 1e-12)
    }
  }

  @Test func `agrees with counting every pair of positions`() throws {
    var random = SeededRandom(seed: 12)
    var defined = 0
    for round in 0..<400 {
      let coders = 2 + round % 3
      let text = try Unitization(
        length: 30, coders: (0..<coders).map { _ in randomSegments(&random, length: 30) })
      let (fast, slow) = (UnitizingAlpha(of: text), SlowUnitizing(text))
      var pairs = [
        (fast.overall, slow.overall), (fast.relevance, slow.relevance), (fast.coding, slow.coding),
      ]
      pairs += text.codes.map { (fast.coding(of: $0), slow.coding(of: $0)) }
      for (fast, slow) in pairs {
        let value = try? fast.get()
        #expect((value == nil) == (slow == nil), "round \(round)")
        guard let value, let slow else { continue }
        defined += 1
        #expect((value - slow).magnitude < 1e-9, "round \(round)")
      }
    }
    #expect(defined > 1000)
  }

  @Test func `says why there is none`() throws {
    let empty = UnitizingAlpha(of: try Unitization(length: 9, coders: [[], []]))
    #expect(empty.overall.reason == .noVariation)
    #expect(empty.coding.reason == .nothingShared)
    let alone = UnitizingAlpha(of: try Unitization(length: 9, coders: [[segment(0, 3, 0)]]))
    #expect(alone.overall.reason == .noPairs)
    let apart = try Unitization(length: 9, coders: [[segment(0, 3, 0)], [segment(4, 6, 0)]])
    #expect(UnitizingAlpha(of: apart).coding.reason == .nothingShared)
    #expect(UnitizingAlpha(of: apart).coding(of: 0).reason == .nothingShared)
    #expect(UnitizingAlpha(of: apart).coding(of: 7).reason == .nothingShared)
    let none = UnitizingAlpha(of: try Unitization(length: 0, coders: [[], []]))
    #expect(none.overall.reason == .noPairs)
    let oneCode = try Unitization(
      length: 9, coders: [[segment(0, 3, 0), segment(4, 5, 0)], [segment(0, 5, 0)]])
    #expect(UnitizingAlpha(of: oneCode).coding.reason == .noVariation)
  }

  @Test func `refuses segments that overlap`() {
    #expect(throws: Undefined.overlappingSegments) {
      try Unitization(length: 9, coders: [[segment(3, 5, 1), segment(0, 4, 0)]])
    }
  }

  @Test func `can be asked of a code alone`() throws {
    let text = try Unitization(
      length: 20,
      coders: [[segment(0, 5, 0), segment(6, 9, 1)], [segment(0, 5, 0), segment(12, 15, 1)]])
    #expect(try UnitizingAlpha(of: text.only(0)).overall.get() == 1)
    #expect(try UnitizingAlpha(of: text.only(1)).overall.get() < 0)
  }

  private func segment(_ start: Int, _ end: Int, _ code: Int) -> Unitization.Segment {
    Unitization.Segment(start..<end, code: code)
  }

  private func randomSegments(
    _ random: inout SeededRandom, length: Int
  ) -> [Unitization.Segment] {
    var segments: [Unitization.Segment] = []
    var start = random.next(below: 6)
    while start < length {
      let end = min(length, start + 1 + random.next(below: 6))
      segments.append(segment(start, end, random.next(below: 3)))
      start = end + random.next(below: 5)
    }
    return segments
  }
}
