import Review

// Headings of comparisons
extension Phrase {
  static let codeAndCoefficient = Phrase("code en maat", "code and coefficient")
  static let codeAndRule = Phrase("code of zoekregel", "code or rule")
  static let allCodes = Phrase("(alle codes)", "(all codes)")
  static let disagreements = Phrase("Waarover codeurs verschillen", "Where coders differ")
  static let differingCodes = Phrase("verschil over", "differ on")
  static let agreedCodes = Phrase("overeengekomen", "agreed")
  static let matrixOfCodes = Phrase(
    "Wat de een zo noemt, noemt de ander …", "What one calls this, the other calls …")
  static let noCode = Phrase("(geen)", "(none)")
  static let rulesAgainst = Phrase(
    "Hoe ver de regels een mens volgen", "How far the rules follow a person")
  static let rules = Phrase("zoekregels", "rules")
  static let foundUnits = Phrase("gevonden", "found")
  static let rightUnits = Phrase("terecht", "right")
  static let wrongUnits = Phrase("onterecht", "wrong")
  static let meantUnits = Phrase("bedoeld", "meant")
  static let missedUnits = Phrase("gemist", "missed")
  static let precision = Phrase("precisie", "precision")
  static let recall = Phrase("vangst", "recall")
  static let wronglyFound = Phrase("onterecht, bijvoorbeeld", "wrong, for example")
  static let definitions = Phrase("Definities", "Definitions")

  static func levelsOf(_ code: String) -> Phrase {
    Phrase("\(code) (niveaus)", "\(code) (levels)")
  }

  /// A code with how many units were rated and coded, and how unevenly where that is known.
  static func rated(
    _ name: Phrase, _ units: Int, _ coded: Int, _ prevalence: Result<Double, Undefined>?,
    _ bias: Result<Double, Undefined>?
  ) -> Phrase {
    var phrase = Phrase(
      "\(name.nl): \(units) eenheden, \(coded) gecodeerd",
      "\(name.en): \(units) units, \(coded) coded")
    if case .success(let prevalence) = prevalence, case .success(let bias) = bias {
      func say(_ value: Double, _ language: Language) -> String {
        language.decimal(value, places: 3) ?? "–"
      }
      phrase = Phrase(
        "\(phrase.nl), prevalentie \(say(prevalence, .nl)), vertekening \(say(bias, .nl))",
        "\(phrase.en), prevalence \(say(prevalence, .en)), bias \(say(bias, .en))")
    }
    return phrase
  }

  static func alphaOf(_ distance: String) -> Phrase {
    Phrase("Krippendorffs α (\(distance))", "Krippendorff's α (\(distance))")
  }
}

// Feet of comparisons
extension Phrase {
  static func compared(_ raters: [String], in transcripts: [String]) -> Phrase {
    let (names, ids) = (raters.joined(separator: ", "), transcripts.joined(separator: ", "))
    return Phrase(
      "Eigen coderingen van \(names), vóór ieders oordelen, in \(ids)",
      "Own codings of \(names), before anyone's decisions, in \(ids)")
  }

  static func assumedDone(_ coder: String, _ transcripts: [String]) -> Phrase {
    let ids = transcripts.joined(separator: ", ")
    return Phrase(
      """
      \(coder) noemde geen transcript klaar (draad done): aangenomen is dat \(coder) alles doornam \
      waarin een codering staat: \(ids)
      """,
      """
      \(coder) called no transcript done (draad done): it is assumed that \(coder) went through \
      every one with a coding of theirs: \(ids)
      """)
  }

  static func exposed(_ exposure: Exposure) -> Phrase {
    let (coder, other, count) = (exposure.coder, exposure.other, exposure.codings)
    return Phrase(
      "Niet onafhankelijk: bij \(count) coderingen zag \(coder) wat \(other) gecodeerd had",
      """
      Not independent: with \(count) coding\(count == 1 ? "" : "s") \(coder) saw what \(other) had \
      coded
      """)
  }

  static func codesNobodyUsed(_ count: Int) -> Phrase {
    Phrase(
      "\(count) codes door niemand gebruikt: zonder rij (noem ze met --codes)",
      "\(count) codes used by nobody: no rows (name them with --codes)")
  }

  static let setsAreCategories = Phrase(
    """
    (alle codes): de hele verzameling codes van een eenheid is de categorie; Jaccard en MASI tellen \
    gedeeltelijke overlap mee.
    """,
    """
    (all codes): a unit's whole set of codes is its category; Jaccard and MASI give credit for \
    overlap.
    """)

  static let levelsOfUnits = Phrase(
    """
    (niveaus): eenheden waaraan twee codeurs elk één niveau gaven; een eenheid op twee niveaus \
    tegelijk heeft er geen.
    """,
    """
    (levels): units that two coders each gave one level; a unit on two levels at once has none.
    """)

  static let matrixCells = Phrase(
    """
    Eenheden. Codes die beiden gaven staan op de diagonaal; wat overblijft staat tegenover wat de \
    ander overheeft, of tegenover (geen).
    """,
    """
    Units. Codes that both gave stand on the diagonal; what is left stands against what the other \
    has left, or against (none).
    """)

  static func rows(_ one: String, columns other: String) -> Phrase {
    Phrase("Rijen: \(one); kolommen: \(other)", "Rows: \(one); columns: \(other)")
  }

  static func differences(_ units: Int, of all: Int) -> Phrase {
    Phrase("Verschillend: \(units) van \(all) eenheden", "Different: \(units) of \(all) units")
  }

  static let worstRules = Phrase(
    """
    Regels met de meeste onterechte eenheden eerst. Een regel telt alleen wat zijn eigen woorden \
    vinden. –: niets om een deel van te nemen.
    """,
    """
    Rules with the most wrong units first. A rule counts only what its own words find. –: nothing \
    to take a part of.
    """)

  static func withoutRules(_ codes: Int, silent rules: Int) -> Phrase {
    Phrase(
      "Zonder rij: \(codes) codes zonder regels, \(rules) regels die niets vonden",
      "Without a row: \(codes) codes without rules, \(rules) rules that found nothing")
  }
}
