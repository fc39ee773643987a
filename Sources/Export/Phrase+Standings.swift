import CodingEngine

// What tables stand on
extension Phrase {
  static let decisions = Phrase("Wat mensen besloten", "What people decided")
  static let proposed = Phrase("voorgesteld", "proposed")
  static let notReviewed = Phrase("niet beoordeeld", "not reviewed")
  static let progress = Phrase("Stand van zaken", "Status")
  static let coder = Phrase("codeur", "coder")
  static let codings = Phrase("coderingen", "codings")
  static let done = Phrase("klaar", "done")
  static let memos = Phrase("memo's", "memos")
  static let begun = Phrase("open", "open")
  static let when = Phrase("wanneer", "when")
  static let who = Phrase("wie", "who")
  static let what = Phrase("wat", "what")
  static let takenBack = Phrase("teruggenomen", "taken back")
  static let notes = Phrase("Memo's", "Memos")
  static let on = Phrase("bij", "on")
  static let codingTakenOff = Phrase(
    "een codering die is weggehaald", "a coding that was taken off")
  static let erased = Phrase("(gewist)", "(erased)")
  static func newCodes(_ names: String) -> Phrase {
    Phrase(
      "Nieuwe codes, gemaakt tijdens het lezen: \(names)",
      "New codes, made while reading: \(names)")
  }
  static let uncertain = Phrase("onzeker", "uncertain")
  static let detached = Phrase("los", "detached")
  static func takenOff(_ removed: RemovedCoding) -> Phrase {
    Phrase(
      "weggehaald door \(removed.coder), \(removed.at)",
      "taken off by \(removed.coder), \(removed.at)")
  }
  static let decisionsNote = Phrase(
    "Eigen plaatsen van elke code; een plaats die regels en mensen delen, staat in beide kolommen.",
    "Own places of each code; a place that rules and people share stands in both columns.")
  /// How much of what rules propose people have decided on, and how much they coded themselves.
  static func standings(_ standings: Standings, by book: String) -> Phrase {
    let number = counted(standings.proposed, .places)
    var dutch = ["\(standings.accepted) aanvaard", "\(standings.rejected) afgewezen"]
    var english = ["\(standings.accepted) accepted", "\(standings.rejected) rejected"]
    if standings.contested > 0 {
      dutch.append("\(standings.contested) betwist")
      english.append("\(standings.contested) contested")
    }
    if standings.unsure > 0 {
      dutch.append("\(standings.unsure) onzeker bevonden")
      english.append("\(standings.unsure) found unsure")
    }
    return Phrase(
      "\(number.nl) voorgesteld door regels (\(book)): \(dutch.joined(separator: ", ")),"
        + " \(standings.open) niet beoordeeld; \(standings.byHand) met de hand",
      "\(number.en) proposed by rules (\(book)): \(english.joined(separator: ", ")),"
        + " \(standings.open) not reviewed; \(standings.byHand) by hand")
  }

  /// Codings that are in no table since their transcripts changed; nil when there are none.
  static func unplaced(_ standings: Standings) -> Phrase? {
    let (uncertain, detached) = (standings.uncertain, standings.detached)
    if uncertain + detached == 0 { return nil }
    return Phrase(
      "Niet meegeteld, omdat hun transcript is veranderd: \(uncertain) onzeker, \(detached) los"
        + " (zie draad reanchor)",
      "Not counted, since their transcripts changed: \(uncertain) uncertain, \(detached) detached"
        + " (see draad reanchor)")
  }
}
