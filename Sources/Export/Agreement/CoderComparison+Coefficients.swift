import CodingEngine
public import Review

extension CoderComparison {
  /// How far the coders agree, over all codes and on each.
  ///
  /// Over all, the whole set of codes of a unit is its category. Of a code, whether a unit carries
  /// it or one under it; of a code with a scale also the level, in units where there is one. On
  /// words, Krippendorff's α of free spans.
  ///
  /// - Parameters:
  ///   - all: Whether to show every coefficient there is.
  ///   - level: What the levels of scales are taken as.
  ///   - bootstrap: Makes the intervals.
  /// - Returns: A row for each coefficient, group by group.
  /// - Complexity: As many bootstraps as there are codes, on as many threads as there are.
  public func agreement(
    all: Bool = false, scales level: Measurement = .ordinal, bootstrap: Bootstrap = Bootstrap()
  ) async -> Table {
    let codes = codesInRows
    var jobs: [@Sendable () -> [AgreementGroup]] = [
      { [AgreementGroup(overAll: self, all: all, bootstrap)] }
    ]
    jobs += codes.map { code in
      { AgreementGroup.groups(of: code, in: self, all: all, scales: level, bootstrap) }
    }
    let groups = await concurrently(jobs).joined()
    return Table(
      shape: "agreement-codes", title: language.say(.agreement), language: language,
      columns: AgreementGroup.columns(language) + Statistic.columns(language, nameFor: .programs),
      rows: groups.flatMap { $0.rows(among: codes, codebook) },
      notes: notes(
        [.setsAreCategories] + (groups.contains { $0.about == .level } ? [.levelsOfUnits] : [])
          + [.bootstrapped(bootstrap.resamples, seed: bootstrap.seed)] + notUsed(codes)))
  }
}

/// The coefficients of one variable.
private struct AgreementGroup: Sendable {
  /// What is rated, as CSV and JSON say it.
  enum About: String { case sets, code, level }

  let code: Int?
  let about: About
  /// Units that two or more coders rated, and those that somebody coded.
  let units, coded: Int
  var prevalence, bias: Result<Double, Undefined>?
  var statistics: [[Table.Cell]] = []

  init(overAll comparison: CoderComparison, all: Bool, _ bootstrap: Bootstrap) {
    let (codes, book) = (comparison.codes, comparison.codebook)
    let sets = comparison.units.codeSets(of: codes) { book.codes[$0].id.description }
    (code, about) = (nil, .sets)
    units = sets.ratings.pairableCount
    coded = comparison.units.codedCount(of: codes)
    add(Coefficient.shown(for: .nominal, all: all), of: sets.ratings, bootstrap)
    for distance in [SetDistance.jaccard, .masi] {
      let estimate = sets.alpha(distance, bootstrap)
      statistics.append(Statistic.alpha(distance).cells(estimate.value, estimate.interval))
    }
    let whole = comparison.segments(of: codes.sorted().map { [$0] })
    statistics += [
      Statistic.relevance.cells(comparison.segments(of: [codes]).flatMap(\.overall)),
      Statistic.unitizing.cells(whole.flatMap(\.overall)),
      Statistic.segmentCodes.cells(whole.flatMap(\.coding)),
    ]
  }

  private init(_ code: Int, _ about: About, of ratings: Ratings, coded: Int) {
    (self.code, self.about, self.coded) = (code, about, coded)
    units = ratings.pairableCount
  }

  /// Whether units carry a code, and on what level.
  static func groups(
    of code: Int, in comparison: CoderComparison, all: Bool, scales: Measurement,
    _ bootstrap: Bootstrap
  ) -> [AgreementGroup] {
    let (book, units) = (comparison.codebook, comparison.units)
    let codes = Set(book.subtree(of: code))
    let ratings = units.ratings(of: codes)
    var group = AgreementGroup(code, .code, of: ratings, coded: units.codedCount(of: codes))
    let tally = Tally(ratings)
    group.prevalence = Result { () throws(Undefined) in try tally.prevalenceIndex() }
    group.bias = Result { () throws(Undefined) in try tally.biasIndex() }
    group.add(Coefficient.shown(for: .nominal, all: all), of: ratings, bootstrap)
    group.statistics.append(
      Statistic.unitizing.cells(comparison.segments(of: [codes]).flatMap(\.overall)))
    if all {
      let rest = comparison.codes.subtracting(codes).sorted().map { Set([$0]) }
      group.statistics.append(
        Statistic.segmentCode.cells(
          comparison.segments(of: [codes] + rest).flatMap { $0.coding(of: 0) }))
    }
    let scale = book.codes[code].scale
    if scale.isEmpty { return [group] }
    let levels = comparison.parallel.levels(
      of: code, named: scale.map(\.id), by: comparison.unit, as: scales)
    let graded = levels.units.count { $0.contains { $0 != nil } }
    var ofLevels = AgreementGroup(code, .level, of: levels, coded: graded)
    ofLevels.add(Coefficient.shown(for: scales, all: all), of: levels, bootstrap)
    return [group, ofLevels]
  }

  private mutating func add(
    _ coefficients: [Coefficient], of ratings: Ratings, _ bootstrap: Bootstrap
  ) {
    let estimates = bootstrap.estimates(coefficients, of: ratings)
    statistics += zip(coefficients, estimates).map {
      Statistic($0).cells($1.value, $1.interval)
    }
  }
}

extension AgreementGroup {
  /// For programs every row says what it is about; for people a heading does.
  static func columns(_ language: Language) -> [Table.Column] {
    let texts = ["code", "title", "path", "about"].map {
      Table.Column($0, "", .text, for: .programs)
    }
    let numbers = ["units", "coded_units", "prevalence", "bias"].map {
      Table.Column($0, "", .number, for: .programs)
    }
    return [Table.Column("shown", language.say(.codeAndCoefficient), .text, for: .people)] + texts
      + numbers
  }

  func rows(among shown: [Int], _ codebook: Codebook) -> [Table.Row] {
    let entry = code.map { codebook.codes[$0] }
    let indent = code.map { codebook.ancestors(of: $0).count(where: shown.contains) } ?? 0
    let id = entry?.id.description ?? ""
    let name: Phrase =
      switch about {
      case .sets: .allCodes
      case .code: Phrase(id, id)
      case .level: .levelsOf(id)
      }
    let named: [Table.Cell] = [
      entry.map { .text($0.id.description) } ?? .blank,
      entry.map { .text($0.title) } ?? .blank,
      code.map { .text(codebook.path(of: $0)) } ?? .blank, .text(about.rawValue),
      .count(units), .count(coded), cell(prevalence), cell(bias),
    ]
    let heading = Phrase.rated(name, units, coded, prevalence, bias)
    let blanks = [Table.Cell](
      repeating: .blank, count: named.count + (statistics.first?.count ?? 0))
    return [Table.Row(indent: indent, isHeading: true, [.label(heading)] + blanks)]
      + statistics.map { Table.Row(indent: indent + 1, [$0[1]] + named + $0) }
  }

  private func cell(_ value: Result<Double, Undefined>?) -> Table.Cell {
    switch value {
    case .success(let value): .coefficient(value)
    case .failure: .undefined
    case nil: .blank
    }
  }
}

extension CoderComparison {
  /// α of free spans, codes in one group being one.
  fileprivate func segments(of groups: [Set<Int>]) -> Result<UnitizingAlpha, Undefined> {
    do throws(Undefined) {
      return .success(UnitizingAlpha(of: try parallel.unitization(of: groups)))
    } catch {
      return .failure(error)
    }
  }
}
