import Review

// Headings of agreement
extension Phrase {
  static let agreement = Phrase("Overeenstemming", "Agreement")
  static let coefficient = Phrase("maat", "coefficient")
  static let weights = Phrase("gewichten", "weights")
  static let measurement = Phrase("meetniveau", "level")
  static let value = Phrase("waarde", "value")
  static let lowEnd = Phrase("95\u{A0}% van", "95% from")
  static let highEnd = Phrase("tot", "to")
  static let undefinedBecause = Phrase("onbepaald omdat", "undefined because")
}

// Coefficients
extension Coefficient {
  /// What it is called, with its weights or level.
  var phrase: Phrase {
    switch self {
    case .percentAgreement: Phrase("Overeenstemming (aandeel)", "Agreement (share)")
    case .holsti: Phrase("Holsti", "Holsti")
    case .cohensKappa(let weighting): weighting.added(to: Phrase("Cohens κ", "Cohen's κ"))
    case .scottsPi(let weighting): weighting.added(to: Phrase("Scotts π", "Scott's π"))
    case .fleissKappa(let weighting): weighting.added(to: Phrase("Fleiss' κ", "Fleiss' κ"))
    case .congersKappa(let weighting): weighting.added(to: Phrase("Congers κ", "Conger's κ"))
    case .brennanPrediger(let weighting):
      weighting.added(to: Phrase("Brennan-Prediger", "Brennan–Prediger"))
    case .gwetsAC(.identity): Phrase("Gwets AC1", "Gwet's AC1")
    case .gwetsAC(let weighting): weighting.added(to: Phrase("Gwets AC2", "Gwet's AC2"))
    case .krippendorffsAlpha(let measurement):
      Phrase(
        "Krippendorffs α (\(measurement.phrase.nl))",
        "Krippendorff's α (\(measurement.phrase.en))")
    }
  }
}

extension Weighting {
  fileprivate func added(to name: Phrase) -> Phrase {
    switch self {
    case .identity: name
    case .linear: Phrase("\(name.nl) (lineair)", "\(name.en) (linear)")
    case .quadratic: Phrase("\(name.nl) (kwadratisch)", "\(name.en) (quadratic)")
    }
  }
}

extension Measurement {
  var phrase: Phrase {
    switch self {
    case .nominal: Phrase("nominaal", "nominal")
    case .ordinal: Phrase("ordinaal", "ordinal")
    case .interval: Phrase("interval", "interval")
    case .ratio: Phrase("ratio", "ratio")
    }
  }
}

// Cells and feet of agreement
extension Phrase {
  static func reason(_ reason: Undefined) -> Phrase {
    switch reason {
    case .noPairs:
      Phrase("geen eenheid door twee codeurs beoordeeld", "no unit was rated by two coders")
    case .noVariation:
      Phrase("maar één categorie gebruikt", "only one category was used")
    case .oneCategory:
      Phrase("er is maar één categorie", "there is only one category")
    case .notTwoCoders:
      Phrase("alleen voor twee codeurs", "for two coders only")
    case .notTwoCategories:
      Phrase("alleen voor twee categorieën", "for two categories only")
    case .overlappingSegments:
      Phrase("stukken van één codeur overlappen", "segments of one coder overlap")
    case .nothingShared:
      Phrase("niets door twee codeurs gecodeerd", "nothing was coded by two coders")
    case .tooFewUnits(let units, let needed):
      Phrase(
        "te weinig eenheden (\(units), nodig \(needed))",
        "too few units (\(units), needs \(needed))")
    case .unstable:
      Phrase("te vaak onbepaald bij hertrekken", "undefined in too many resamples")
    case .nothingCounted:
      Phrase("er is niets om een deel van te nemen", "there is nothing to take a part of")
    }
  }

  static func ratedUnits(_ units: Int, of all: Int, by coders: [String]) -> Phrase {
    let names = coders.joined(separator: ", ")
    return Phrase(
      "\(units) van \(all) eenheden door twee of meer van \(coders.count) codeurs beoordeeld: \(names)",
      "\(units) of \(all) units rated by two or more of \(coders.count) coders: \(names)")
  }

  static func categoriesUsed(_ names: [String], _ measurement: Measurement) -> Phrase {
    let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return Phrase(
      "\(names.count) categorie\(names.count == 1 ? "" : "ën"), \(measurement.phrase.nl): \(shown)",
      "\(names.count) categor\(names.count == 1 ? "y" : "ies"), \(measurement.phrase.en): \(shown)")
  }

  static func prevalenceAndBias(
    _ prevalence: String, _ bias: String, of category: String, by coders: [String]
  ) -> Phrase {
    Phrase(
      "Prevalentie van \(category): \(prevalence); vertekening naar \(coders[0]): \(bias)",
      "Prevalence of \(category): \(prevalence); bias towards \(coders[0]): \(bias)")
  }

  static func bootstrapped(_ resamples: Int, seed: UInt64) -> Phrase {
    Phrase(
      """
      Intervallen: bootstrap van eenheden binnen transcripten, \(resamples) trekkingen, seed \(seed). \
      Eenheden van één transcript zijn niet onafhankelijk.
      """,
      """
      Intervals: bootstrap of units within transcripts, \(resamples) resamples, seed \(seed). \
      Units of one transcript are not independent.
      """)
  }
}
