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
      columns: Statistic.columns(language),
      rows: zip(coefficients, estimates).map {
        Row(Statistic($0).cells($1.value, $1.interval))
      },
      notes: notes(ratings, bootstrap, language))
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
