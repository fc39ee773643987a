import Review

/// A statistic of agreement as tables name it.
struct Statistic: Sendable {
  /// What CSV and JSON call it, whatever its weights or level.
  let id: String
  /// What people call it, with its weights or level.
  let phrase: Phrase
  private var weights: Weighting?
  private var level: Measurement?

  init(_ coefficient: Coefficient) {
    (id, phrase) = (coefficient.id, coefficient.phrase)
    weights = coefficient.weighting
    if case .krippendorffsAlpha(let measurement) = coefficient { level = measurement }
  }

  init(_ id: String, _ phrase: Phrase) {
    (self.id, self.phrase) = (id, phrase)
  }

  /// The columns of a statistic, with its value, its interval, or why there is none.
  ///
  /// - Parameters:
  ///   - language: Of the headings.
  ///   - audience: Who reads the name in a column of its own.
  /// - Returns: The columns, in the order of `cells`.
  static func columns(
    _ language: Language, nameFor audience: Table.Column.Audience = .everybody
  ) -> [Table.Column] {
    [
      Table.Column("coefficient", language.say(.coefficient), .text, for: .programs),
      Table.Column("name", language.say(.coefficient), .text, for: audience),
      Table.Column("weights", language.say(.weights), .text, for: .programs),
      Table.Column("level", language.say(.measurement), .text, for: .programs),
      Table.Column("value", language.say(.value), .number),
      Table.Column("low", language.say(.lowEnd), .number),
      Table.Column("high", language.say(.highEnd), .number),
      Table.Column("reason", language.say(.undefinedBecause), .text),
    ]
  }

  /// A cell for each of the columns; no interval is made of some statistics.
  func cells(
    _ value: Result<Double, Undefined>, _ interval: Result<ClosedRange<Double>, Undefined>? = nil
  ) -> [Table.Cell] {
    var reason: Undefined?
    var cells: [Table.Cell] = [
      .text(id), .label(phrase), weights.map { .text($0.rawValue) } ?? .blank,
      level.map { .text($0.rawValue) } ?? .blank,
    ]
    switch value {
    case .success(let value): cells.append(.coefficient(value))
    case .failure(let why):
      reason = why
      cells.append(.undefined)
    }
    switch interval {
    case .success(let interval):
      cells += [.coefficient(interval.lowerBound), .coefficient(interval.upperBound)]
    case .failure(let why):
      reason = why
      cells += [.undefined, .undefined]
    case nil: cells += [.blank, .blank]
    }
    return cells + [reason.map { .label(.reason($0)) } ?? .blank]
  }
}

// Those that are no coefficients of ratings
extension Statistic {
  /// α of sets of codes.
  static func alpha(_ distance: SetDistance) -> Statistic {
    switch distance {
    case .exact: Statistic(.krippendorffsAlpha(.nominal))
    case .jaccard: Statistic("krippendorffs_alpha_jaccard", .alphaOf("Jaccard"))
    case .masi: Statistic("krippendorffs_alpha_masi", .alphaOf("MASI"))
    }
  }

  /// uα: where segments lie and what code they have.
  static let unitizing = Statistic("u_alpha", Phrase("uα (woorden)", "uα (words)"))
  /// |uα: what is coded at all.
  static let relevance = Statistic(
    "u_alpha_relevance", Phrase("|uα (of er een code op staat)", "|uα (whether coded at all)"))
  /// cuα: codes where both coded something.
  static let segmentCodes = Statistic(
    "cu_alpha", Phrase("cuα (waar beiden codeerden)", "cuα (where both coded)"))
  /// (k)uα: one code where both coded something.
  static let segmentCode = Statistic(
    "k_u_alpha", Phrase("(k)uα (waar beiden codeerden)", "(k)uα (where both coded)"))
}

extension Coefficient {
  fileprivate var id: String {
    switch self {
    case .percentAgreement: "percent_agreement"
    case .holsti: "holsti"
    case .cohensKappa: "cohens_kappa"
    case .scottsPi: "scotts_pi"
    case .fleissKappa: "fleiss_kappa"
    case .congersKappa: "congers_kappa"
    case .brennanPrediger: "brennan_prediger"
    case .gwetsAC: "gwets_ac"
    case .krippendorffsAlpha: "krippendorffs_alpha"
    }
  }

  /// The weights that it is taken with; nil when it has none.
  fileprivate var weighting: Weighting? {
    switch self {
    case .percentAgreement, .holsti, .krippendorffsAlpha: nil
    case .cohensKappa(let weighting), .scottsPi(let weighting), .fleissKappa(let weighting),
      .congersKappa(let weighting), .brennanPrediger(let weighting), .gwetsAC(let weighting):
      weighting
    }
  }
}
