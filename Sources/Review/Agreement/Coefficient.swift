/// A statistic of how far coders agree.
public enum Coefficient: Sendable, Hashable {
  case percentAgreement
  case holsti
  case cohensKappa(Weighting)
  case scottsPi(Weighting)
  case fleissKappa(Weighting)
  case congersKappa(Weighting)
  case brennanPrediger(Weighting)
  /// AC1 without weights, AC2 with.
  case gwetsAC(Weighting)
  case krippendorffsAlpha(Measurement)

  /// Those that are shown for ratings on a level of measurement.
  ///
  /// - Parameters:
  ///   - measurement: Weights are for ordered categories only.
  ///   - all: Whether to show every one there is, and α on the levels below too.
  public static func shown(for measurement: Measurement, all: Bool = false) -> [Coefficient] {
    let weightings = measurement == .nominal ? [.identity] : Weighting.allCases
    let levels =
      all ? Array(Measurement.allCases.prefix(through: measurement)) : [measurement]
    let alphas = levels.map(Coefficient.krippendorffsAlpha)
    let basic =
      [.percentAgreement] + weightings.map(Coefficient.cohensKappa) + alphas
      + weightings.map(Coefficient.gwetsAC)
    guard all else { return basic }
    return basic + weightings.map(Coefficient.scottsPi) + weightings.map(Coefficient.fleissKappa)
      + weightings.map(Coefficient.congersKappa) + weightings.map(Coefficient.brennanPrediger)
      + [.holsti]
  }

  /// Its value for counted ratings, or why there is none.
  public func value(of tally: Tally) -> Result<Double, Undefined> {
    do {
      return .success(try calculate(tally))
    } catch {
      return .failure(error)
    }
  }

  private func calculate(_ tally: Tally) throws(Undefined) -> Double {
    switch self {
    case .percentAgreement: try tally.percentAgreement()
    case .holsti: try tally.holsti()
    case .cohensKappa(let weighting): try tally.cohensKappa(weighting)
    case .scottsPi(let weighting): try tally.scottsPi(weighting)
    case .fleissKappa(let weighting): try tally.fleissKappa(weighting)
    case .congersKappa(let weighting): try tally.congersKappa(weighting)
    case .brennanPrediger(let weighting): try tally.brennanPrediger(weighting)
    case .gwetsAC(let weighting): try tally.gwetsAC(weighting)
    case .krippendorffsAlpha(let measurement): try tally.krippendorffsAlpha(measurement)
    }
  }
}

extension [Measurement] {
  fileprivate func prefix(through last: Measurement) -> [Measurement] {
    Array(prefix { $0 != last }) + [last]
  }
}
