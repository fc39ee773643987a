import CodingEngine
import Review

// Headings of audits
extension Phrase {
  static let audit = Phrase("Audit", "Audit")
  static let drawnOfCode = Phrase("getrokken", "drawn")
  static let wholeOfCode = Phrase("alle (N)", "all (N)")
  static let judged = Phrase("beoordeeld (n)", "judged (n)")
  static let decided = Phrase("besloten", "decided")
  static let open = Phrase("open", "open")
  static let accepted = Phrase("aanvaard", "accepted")
  static let allCodings = Phrase("(alle codes)", "(all codes)")
  static let reason = Phrase("reden", "reason")
  static let verdict = Phrase("oordeel", "verdict")
  static let madeBy = Phrase("gemaakt door", "made by")
  static let madeAt = Phrase("gemaakt op", "made at")
  static let judgedBy = Phrase("beoordeeld door", "judged by")
  static let judgedAt = Phrase("beoordeeld op", "judged at")
  static let outcome = Phrase("nu", "now")
  static let trail = Phrase("Spoor", "Trail")
  static let noCodeHere = Phrase("(geen code)", "(no code)")
  static let nothingCodedHere = Phrase(
    "Hier is niets gecodeerd en niets beoordeeld.", "Nothing was coded or judged here.")
  static let removedCode = Phrase("(code bestaat niet meer)", "(code is gone)")

  static func verdict(_ verdict: Verdict) -> Phrase {
    switch verdict {
    case .accept: Phrase("aanvaarden", "accept")
    case .reject: Phrase("afwijzen", "reject")
    case .recode: Phrase("hercoderen", "recode")
    case .resize: Phrase("begrenzen", "resize")
    case .unsure: Phrase("onzeker", "unsure")
    }
  }
}

// Feet of audits
extension Phrase {
  /// How the sample was drawn, and how much of the whole it covers.
  static func sample(of audit: Audit) -> Phrase {
    let plan = audit.logged.audit
    let (drawn, whole) = (audit.codings.count, audit.codingsWhole)
    let strata = plan.strata.count { !$0.isUncoded }
    let division: Phrase =
      switch AuditRequest.Division(rawValue: plan.division) {
      case .transcript: .transcript
      case .coder: Phrase("codeur", "coder")
      case .origin: Phrase("herkomst", "origin")
      case .code, nil: .code
      }
    let blind = plan.isBlind ? Phrase(", blind", ", blind") : Phrase("", "")
    return Phrase(
      """
      Steekproef: \(drawn) van \(whole) coderingen uit \(strata) \(strata == 1 ? "stratum" : "strata") naar \(division.nl) en \
      \(audit.uncoded.count) van \(audit.uncodedWhole) beurten zonder deze codes; seed \(plan.seed)\
      \(blind.nl). Getrokken door \(audit.logged.coder) op \(audit.logged.at.prefix(10)).
      """,
      """
      Sample: \(drawn) of \(whole) codings from \(strata) \(strata == 1 ? "stratum" : "strata") by \(division.en), and \
      \(audit.uncoded.count) of \(audit.uncodedWhole) turns without these codes; seed \(plan.seed)\
      \(blind.en). Drawn by \(audit.logged.coder) on \(audit.logged.at.prefix(10)).
      """)
  }

  static func verdictCounts(_ finding: AuditFinding) -> Phrase {
    let counts = Verdict.allCases.map { ($0, finding.verdicts[$0, default: 0]) }
    let dutch = counts.map { "\($1) \(verdict($0).nl)" } + ["\(finding.contested) betwist"]
    let english = counts.map { "\($1) \(verdict($0).en)" } + ["\(finding.contested) contested"]
    return Phrase(
      "Oordelen over coderingen: \(dutch.joined(separator: ", ")); \(finding.open) open.",
      "Verdicts on codings: \(english.joined(separator: ", ")); \(finding.open) open.")
  }

  /// What was found in turns without codes.
  static func missed(_ audit: Audit) -> Phrase {
    let judged = audit.missed.judged
    let hits = audit.uncoded.count { $0.isRight == false }
    return Phrase(
      """
      Beurten zonder deze codes: \(judged) van \(audit.uncoded.count) beoordeeld, in \(hits) hoort \
      toch een code (N = \(audit.uncodedWhole)).
      """,
      """
      Turns without these codes: \(judged) of \(audit.uncoded.count) judged, \(hits) should have one \
      (N = \(audit.uncodedWhole)).
      """)
  }

  static let howEstimated = Phrase(
    """
    Precisie: aandeel coderingen waarvan de code klopt (aanvaard of alleen anders begrensd), elk \
    stratum naar zijn omvang; 95 %-interval van Wilson. Onzeker en betwist tellen niet mee. Geen \
    getal onder tien beoordeelde eenheden.
    """,
    """
    Precision: the share of codings whose code is right (accepted, or only resized), each stratum by \
    its size; Wilson's 95% interval. Unsure and contested ones do not count. No number below ten \
    judged units.
    """)
  static let howRecalled = Phrase(
    """
    Vangst: juiste coderingen als deel van die en wat gemist is. Gemist is alleen gezocht in \
    beurten zonder deze codes, per beurt één: per code is het dus een bovengrens.
    """,
    """
    Recall: right codings as a part of these and what was missed. Misses were looked for only in \
    turns without these codes, one a turn: for a single code it is an upper bound.
    """)
  static func coversOnly(_ covered: Int, of whole: Int) -> Phrase {
    Phrase(
      "Strata waarin nog niets is beoordeeld, vallen erbuiten: alle codes samen gaat over \(covered) van \(whole).",
      "Strata in which nothing was judged are left out: all codes together is about \(covered) of \(whole)."
    )
  }
  static let notIndependent = Phrase(
    "Beurten binnen één transcript zijn niet onafhankelijk: de intervallen zijn eerder te smal.",
    "Turns within a transcript are not independent: the intervals are rather too narrow.")
  static let codesOverall = Phrase(
    "De strata zijn geen codes: precisie en vangst gelden voor alle codes samen.",
    "The strata are not codes: precision and recall hold for all codes together.")
  static func reviewedBy(_ names: [String]) -> Phrase {
    names.isEmpty
      ? Phrase("Nog niemand heeft geoordeeld.", "Nobody has judged yet.")
      : Phrase(
        "Beoordeeld door \(names.joined(separator: ", ")).",
        "Judged by \(names.joined(separator: ", ")).")
  }
  static func lostPlaces(_ count: Int) -> Phrase {
    Phrase(
      "\(count) plaatsen zijn niet meer in de tekst te vinden; besluiten daarover blijven gelden.",
      "\(count) places are not to be found in the text any more; decisions on them still hold.")
  }
}
