public import Review

extension Table {
  /// How far coders agree on one variable: a row for each coefficient.
  ///
  /// - Parameters:
  ///   - ratings: Units × coders.
  ///   - all: Whether to show every coefficient there is.
  ///   - bootstrap: Makes the intervals.
  ///   - language: Of headings and notes.
  /// - Returns: Value and interval of each, or why there is none; below it what they stand on.
  public static func agreement(
    of ratings: Ratings, all: Bool = false, bootstrap: Bootstrap = Bootstrap(),
    in language: Language
  ) -> Table {
    let coefficients = Coefficient.shown(for: ratings.measurement, all: all)
    let estimates = bootstrap.estimates(coefficients, of: ratings)
    return Table(
      shape: "agreement", title: language.say(.agreement), language: language,
      columns: columns(language),
      rows: zip(coefficients, estimates).map { row($0, $1, language) },
      notes: notes(ratings, bootstrap, language))
  }

  private static func columns(_ language: Language) -> [Column] {
    [
      Column("coefficient", language.say(.coefficient), .text),
      Column("weights", language.say(.weights), .text, for: .programs),
      Column("level", language.say(.measurement), .text, for: .programs),
      Column("value", language.say(.value), .number),
      Column("low", language.say(.lowEnd), .number),
      Column("high", language.say(.highEnd), .number),
      Column("reason", language.say(.undefinedBecause), .text),
    ]
  }

  private static func row(
    _ coefficient: Coefficient, _ estimate: Estimate, _ language: Language
  ) -> Row {
    var cells: [Cell] = [
      .label(coefficient.phrase), coefficient.weighting.map { .text($0.rawValue) } ?? .blank,
      coefficient.measurement.map { .text($0.rawValue) } ?? .blank,
    ]
    switch estimate.value {
    case .success(let value): cells.append(.coefficient(value))
    case .failure: cells.append(.undefined)
    }
    switch estimate.interval {
    case .success(let interval):
      cells += [.coefficient(interval.lowerBound), .coefficient(interval.upperBound), .blank]
    case .failure(let reason):
      cells += [.undefined, .undefined, .label(.reason(reason))]
    }
    return Row(cells)
  }

  private static func notes(
    _ ratings: Ratings, _ bootstrap: Bootstrap, _ language: Language
  ) -> [String] {
    let pairable = ratings.pairableCount
    var notes: [Phrase] = [
      .ratedUnits(pairable, of: ratings.units.count, by: ratings.coders),
      .categoriesUsed(ratings.categories.map(\.name), ratings.measurement),
    ]
    let tally = Tally(ratings)
    if let prevalence = try? tally.prevalenceIndex(), let bias = try? tally.biasIndex() {
      notes.append(
        .prevalenceAndBias(
          language.decimal(prevalence, places: 3) ?? "–", language.decimal(bias, places: 3) ?? "–",
          of: ratings.categories[1].name, by: ratings.coders))
    }
    if pairable >= Bootstrap.fewestUnits {
      notes.append(.bootstrapped(bootstrap.resamples, seed: bootstrap.seed))
    }
    return notes.map(language.say)
  }
}

extension Coefficient {
  /// The weights that it is taken with; nil when it has none.
  fileprivate var weighting: Weighting? {
    switch self {
    case .percentAgreement, .holsti, .krippendorffsAlpha: nil
    case .cohensKappa(let weighting), .scottsPi(let weighting), .fleissKappa(let weighting),
      .congersKappa(let weighting), .brennanPrediger(let weighting), .gwetsAC(let weighting):
      weighting
    }
  }

  /// The level that α is taken on.
  fileprivate var measurement: Measurement? {
    if case .krippendorffsAlpha(let measurement) = self { measurement } else { nil }
  }
}
