import Testing

@testable import Review

@Suite struct `Intervals by bootstrap` {
  private func estimate(_ ratings: Ratings, seed: UInt64 = 1) -> Estimate {
    Bootstrap(seed: seed).estimates([.percentAgreement], of: ratings)[0]
  }

  @Test func `are the same from the same seed`() throws {
    let ratings = Published.cohen
    #expect(estimate(ratings) == estimate(ratings))
    #expect(estimate(ratings) != estimate(ratings, seed: 2))
  }

  /// A share of 140 in 200 has a normal interval of .70 ± 1.96·√(.7·.3/200) = .6365….7635.
  @Test func `are those of a share, for a share`() throws {
    let interval = try estimate(Published.cohen).interval.get()
    #expect((interval.lowerBound - 0.6365).magnitude < 0.01)
    #expect((interval.upperBound - 0.7635).magnitude < 0.01)
  }

  @Test func `stay within transcripts`() throws {
    // Each transcript is of one kind, so that no draw can change anything.
    let units = [[Int?]](repeating: [0, 0], count: 30) + [[Int?]](repeating: [0, 1], count: 10)
    func ratings(_ transcripts: [Int]) -> Ratings {
      Ratings(
        coders: ["a", "b"],
        categories: [.init("x", score: 0), .init("y", score: 1)], measurement: .nominal,
        units: units, transcripts: transcripts)
    }
    let apart = [Int](repeating: 5, count: 30) + [Int](repeating: 2, count: 10)
    #expect(try estimate(ratings(apart)).interval.get() == 0.75...0.75)
    let together = try estimate(ratings([Int](repeating: 0, count: 40))).interval.get()
    #expect(together.upperBound - together.lowerBound > 0.2)
  }

  @Test func `are not made of few units`() throws {
    let nine = estimate(letters("112211221", "112211221"))
    #expect(nine.interval.reason == .tooFewUnits(9, needed: 10))
    #expect(try nine.value.get() == 1)
    #expect(estimate(letters("1122112212", "1122112212")).interval.reason == nil)
  }

  @Test func `are not given where resamples often have no value`() {
    // One unit of twelve varies: a third of the resamples leave it out.
    let ratings = letters("111111111112", "111111111111")
    let alpha = Bootstrap().estimates([.krippendorffsAlpha(.nominal)], of: ratings)[0]
    #expect(alpha.value.reason == nil)
    #expect(alpha.interval.reason == .unstable)
  }

  @Test func `give an undefined value no interval`() {
    let ratings = letters("111111111111", "111111111111")
    let kappa = Bootstrap().estimates([.cohensKappa(.identity)], of: ratings)[0]
    #expect(kappa.value.reason == .noVariation)
    #expect(kappa.interval.reason == .noVariation)
  }

  @Test(arguments: [(0.0, 1.0), (1, 9), (0.5, 3), (0.25, 1.5), (0.875, 7.5)])
  func `take quantiles between neighbours`(share: Double, value: Double) {
    #expect(quantile(share, of: [1, 1.5, 3, 6, 9]) == value)
  }
}
