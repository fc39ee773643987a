import Testing

@testable import Review

@Suite struct `Coefficients that papers publish` {
  @Test(arguments: [
    (Published.krippendorffA, 0.095), (Published.krippendorffB, 0.692),
    (Published.krippendorffC(.nominal), 0.743),
  ])
  func `has Krippendorff's nominal alpha`(ratings: Ratings, alpha: Double) throws {
    #expect(prints(try Tally(ratings).krippendorffsAlpha(), as: alpha))
  }

  @Test(
    arguments: zip(
      [Measurement.nominal, .ordinal, .interval, .ratio], [0.743, 0.815, 0.849, 0.797]))
  func `has Krippendorff's alpha on every level`(level: Measurement, alpha: Double) throws {
    let tally = Tally(Published.krippendorffC(level))
    #expect(prints(try tally.krippendorffsAlpha(level), as: alpha))
  }

  @Test func `has what Gwet gives for the same table`() throws {
    let tally = Tally(Published.krippendorffC(.nominal))
    #expect(prints(try tally.gwetsAC(), as: 0.775))
    #expect(prints(try tally.fleissKappa(), as: 0.761))
    #expect(prints(try tally.congersKappa(), as: 0.763))
    #expect(prints(try tally.brennanPrediger(), as: 0.773))
  }

  @Test func `has Cohen's kappa of 1960`() throws {
    #expect(prints(try Tally(Published.cohen).cohensKappa(), as: 0.492))
  }

  @Test func `has Fleiss' kappa of 1971`() throws {
    let tally = Tally(Published.fleiss)
    #expect(tally.shares().map { ($0 * 180).rounded() } == [26, 26, 30, 55, 43])
    #expect(prints(try tally.percentAgreement(), as: 0.5556))
    #expect(prints(try tally.fleissKappa(), as: 0.430))
  }

  @Test func `has the kappa of ten units and fourteen raters`() throws {
    #expect(prints(try Tally(Published.tenByFourteen).fleissKappa(), as: 0.210))
  }

  /// Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion: comparison of
  /// seven methods. Statistics in Medicine 17(8), 857–872, table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func `has Newcombe's score intervals`(part: Int, whole: Int, low: Double, high: Double) throws {
    let interval = try #require(Wilson.interval(part, of: whole))
    #expect((interval.lowerBound - low).magnitude < 0.00005001)
    #expect((interval.upperBound - high).magnitude < 0.00005001)
  }
}
