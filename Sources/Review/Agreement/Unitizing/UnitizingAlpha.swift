/// Krippendorff's α for free spans: four coefficients, each 1 for full agreement and 0 for that of
/// chance.
///
/// Krippendorff, Mathet, Bouvry and Widlöcher (2016), section 5. All are undefined for fewer than two
/// coders, for a text without length, and where chance could not disagree.
public struct UnitizingAlpha: Sendable {
  private let coincidences: Coincidences
  private let codes: [Int]
  private let coders: Int

  /// Measures a text as coders cut it.
  ///
  /// - Complexity: O(*n* log *n* + *n*·*k*²) in the segments and the codes.
  public init(of text: Unitization) {
    coincidences = Coincidences(of: text)
    codes = text.codes
    coders = text.length > 0 ? text.segments.count : 0
  }

  /// uα: how far coders agree on where segments lie and what code they have (equation 5a).
  public var overall: Result<Double, Undefined> {
    alpha { row, column in row != column }
  }

  /// |uα: how far coders agree on what to code at all, whatever the code (equation 6).
  public var relevance: Result<Double, Undefined> {
    alpha { row, column in (row == 0) != (column == 0) }
  }

  /// cuα: how far coders agree on codes where both coded something (equation 11).
  public var coding: Result<Double, Undefined> {
    Shared.of(coincidences, coders).flatMap { shared in
      let values = 1..<coincidences.size
      let observed = shared.whole - values.reduce(0) { $0 + coincidences[$1, $1] }
      return remainder(observed, values.reduce(0) { $0 + shared.others(of: $1) })
    }
  }

  /// (k)uα: how far coders agree on one code where both coded something (equation 13b); undefined
  /// where no other coder coded anything in its segments.
  public func coding(of code: Int) -> Result<Double, Undefined> {
    guard let index = codes.firstIndex(of: code) else { return .failure(.nothingShared) }
    let value = index + 1
    return Shared.of(coincidences, coders).flatMap { shared in
      let observed = shared.margins[value]
      if observed == 0 { return .failure(.nothingShared) }
      let others = shared.others(of: value)
      let all = others + shared.same(value)
      return remainder(all * (observed - coincidences[value, value]), observed * others)
    }
  }

  /// α of some pairs of different values, expected by equation 4.
  private func alpha(_ differs: (Int, Int) -> Bool) -> Result<Double, Undefined> {
    if coders < 2 { return .failure(.noPairs) }
    let whole = coincidences.margins.reduce(0, +)
    let pairs = whole * whole - coincidences.selves.reduce(0, +)
    if pairs <= 0 { return .failure(.noVariation) }
    var (observed, expected) = (0.0, 0.0)
    for row in 0..<coincidences.size {
      for column in 0..<coincidences.size where differs(row, column) {
        observed += coincidences[row, column]
        expected += coincidences.margins[row] * coincidences.margins[column] * whole / pairs
      }
    }
    return remainder(observed, expected)
  }

  private func remainder(_ observed: Double, _ expected: Double) -> Result<Double, Undefined> {
    expected <= 0 ? .failure(.noVariation) : .success(1 - observed / expected)
  }
}

/// The coincidences where two coders coded something, and what chance would make of them.
private struct Shared {
  /// ℓ*_c.
  let margins: [Double]
  let whole: Double
  private let selves: [Double]
  private let factor: Double

  static func of(_ coincidences: Coincidences, _ coders: Int) -> Result<Shared, Undefined> {
    if coders < 2 { return .failure(.noPairs) }
    let margins = (0..<coincidences.size).map { $0 == 0 ? 0 : coincidences.shared($0) }
    let whole = margins.reduce(0, +)
    if whole == 0 { return .failure(.nothingShared) }
    let selves = coincidences.sharedSelves
    let pairs = whole * whole - selves.reduce(0, +)
    if pairs <= 0 { return .failure(.noVariation) }
    return .success(
      Shared(margins: margins, whole: whole, selves: selves, factor: whole / pairs))
  }

  /// What chance would make a value coincide with itself: ε_kk of equation 10.
  func same(_ value: Int) -> Double {
    (margins[value] * margins[value] - selves[value]) * factor
  }

  /// What chance would make a value coincide with other codes.
  func others(of value: Int) -> Double {
    margins[value] * (whole - margins[value]) * factor
  }
}
