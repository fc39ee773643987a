import Testing

@testable import Review

@Suite struct `Coefficients of agreement` {
  private func reason(_ coefficient: Coefficient, _ ratings: Ratings) -> Undefined? {
    coefficient.value(of: Tally(ratings)).reason
  }

  private static let all = Measurement.allCases.flatMap { Coefficient.shown(for: $0, all: true) }

  @Test(arguments: all) func `is 1 when two coders agree on all`(coefficient: Coefficient) throws {
    let value = try coefficient.value(of: Tally(letters("112233121", "112233121", as: .ratio))).get()
    #expect((value - 1).magnitude < 1e-12)
  }

  @Test(arguments: all) func `does not ask who is first`(coefficient: Coefficient) throws {
    let one = try coefficient.value(of: Tally(letters("1122331.1", "11321312.", as: .ratio))).get()
    let other = try coefficient.value(of: Tally(letters("11321312.", "1122331.1", as: .ratio))).get()
    #expect((one - other).magnitude < 1e-12)
  }

  @Test(arguments: all) func `says that no unit was rated twice`(coefficient: Coefficient) {
    #expect(reason(coefficient, letters("12..", "..21", as: .ratio)) == .noPairs)
    #expect(reason(coefficient, letters("....", "1221", as: .ratio)) == .noPairs)
  }

  @Test func `says that chance alone would agree`() {
    let same = Ratings.binary(coders: ["a", "b"], units: [[true, true], [true, true], [nil, false]])
    for coefficient in [
      Coefficient.cohensKappa(.identity), .scottsPi(.identity), .krippendorffsAlpha(.nominal),
    ] {
      #expect(reason(coefficient, same) == .noVariation)
    }
    #expect(reason(.fleissKappa(.linear), letters("11", "11")) == .noVariation)
    #expect(reason(.gwetsAC(.identity), letters("11", "11")) == .oneCategory)
    #expect(reason(.brennanPrediger(.identity), letters("11", "11")) == .oneCategory)
  }

  @Test func `stays defined where most coefficients are not`() throws {
    let same = Ratings.binary(coders: ["a", "b"], units: [[true, true], [true, true]])
    #expect(try Tally(same).gwetsAC() == 1)
    #expect(try Tally(same).brennanPrediger() == 1)
    #expect(try Tally(same).percentAgreement() == 1)
  }

  @Test func `is for two coders where its author says so`() {
    let three = letters("121", "122", "112")
    #expect(reason(.cohensKappa(.identity), three) == .notTwoCoders)
    #expect(reason(.scottsPi(.identity), three) == .notTwoCoders)
    #expect(throws: Undefined.notTwoCoders) { try Tally(three).prevalenceIndex() }
    #expect(throws: Undefined.notTwoCategories) { try Tally(letters("123", "123")).biasIndex() }
  }

  @Test func `generalizes Cohen's kappa and Scott's pi`() throws {
    let tally = Tally(Published.cohen)
    #expect((try tally.congersKappa() - tally.cohensKappa()).magnitude < 1e-12)
    #expect((try tally.fleissKappa() - tally.scottsPi()).magnitude < 1e-12)
    let weighted = try tally.congersKappa(.quadratic) - tally.cohensKappa(.quadratic)
    #expect(weighted.magnitude < 1e-12)
  }

  /// Weighted by hand: agreement (88 + 40 + 12 + (14 + 10 + 10 + 6) / 2) / 200 = .80; chance Σ w p p'
  /// = .41 + (.5·.3 + .3·.6 + .3·.1 + .2·.3) / 2 = .62; κ = .18 / .38.
  @Test func `weighs by the distance of categories`() throws {
    #expect((try Tally(Published.cohen).cohensKappa(.linear) - 18.0 / 38).magnitude < 1e-12)
  }

  @Test func `counts what only one coder rated in Holsti's, and not in percent agreement`() throws {
    let tally = Tally(letters("1122.", "112.1"))
    #expect(try tally.percentAgreement() == 1)
    #expect(try tally.holsti() == 6.0 / 8)
  }

  @Test func `shows prevalence and bias with their signs`() throws {
    let units: [[Bool?]] =
      [[true, false], [true, false], [false, true]]
      + [[Bool?]](repeating: [false, false], count: 6) + [[true, true], [nil, true]]
    let tally = Tally(.binary(coders: ["a", "b"], units: units))
    #expect(try tally.prevalenceIndex() == -0.5)
    #expect(try tally.biasIndex() == 0.1)
  }

  @Test func `takes the squares of ratios with zero among them`() throws {
    // Units 0-0 and 0-2: δ² = 0 and 1; α = 1 − 1·3 / (3·1·1).
    let ratings = letters("00", "02", as: .ratio)
    #expect(try Tally(ratings).krippendorffsAlpha(.ratio) == 0)
  }
}
