/// Words that stand in tables and reports, in both languages side by side.
struct Phrase: Sendable, Hashable {
  let nl: String
  let en: String

  init(_ nl: String, _ en: String) {
    self.nl = nl
    self.en = en
  }
}

// Headings
extension Phrase {
  static let frequencies = Phrase("Frequenties", "Frequencies")
  static let code = Phrase("code", "code")
  static let title = Phrase("titel", "title")
  static let places = Phrase("plaatsen", "places")
  static let own = Phrase("eigen", "own")
  static let sentences = Phrase("zinnen", "sentences")
  static let turns = Phrase("beurten", "turns")
  static let participants = Phrase("deelnemers", "participants")
  static let speakers = Phrase("sprekers", "speakers")
  static let transcripts = Phrase("transcripten", "transcripts")
  static let words = Phrase("woorden", "words")
  static let total = Phrase("totaal", "total")
}

// Cells
extension Phrase {
  static func ofWhole(_ part: Int, _ whole: Int) -> Phrase {
    Phrase("\(part) van \(whole)", "\(part) of \(whole)")
  }
  static let notGiven = Phrase("(niet opgegeven)", "(not given)")
}

// Feet
extension Phrase {
  static let demonstration = Phrase(
    "Demonstratiemateriaal, verzonnen voor Draad; zegt niets over echte mensen.",
    "Demonstration data, invented for Draad; says nothing about real people.")
  static let everybodyCounts = Phrase(
    "Alle sprekers tellen mee, ook gespreksleiders.", "All speakers count, moderators too.")
  static func proposed(_ places: Int, by book: String) -> Phrase {
    Phrase(
      """
      \(places) \(places == 1 ? "plaats" : "plaatsen") voorgesteld door regels (\(book)): \
      0 aanvaard, 0 afgewezen, \(places) niet beoordeeld; 0 met de hand
      """,
      """
      \(places) \(places == 1 ? "place" : "places") proposed by rules (\(book)): \
      0 accepted, 0 rejected, \(places) not reviewed; 0 by hand
      """)
  }
  static func whole(_ whole: Counts, _ people: Phrase) -> Phrase {
    Phrase(
      """
      Geheel: \(whole.words) woorden in \(whole.sentences) zinnen en \(whole.turns) beurten van \
      \(whole.participants) \(people.nl) in \(whole.transcripts) transcripten
      """,
      """
      Whole: \(whole.words) words in \(whole.sentences) sentences and \(whole.turns) turns of \
      \(whole.participants) \(people.en) in \(whole.transcripts) transcripts
      """)
  }
  static func skipped(_ files: [String]) -> Phrase {
    let list = files.joined(separator: ", ")
    return Phrase(
      "Onleesbaar en niet meegeteld: \(list)", "Could not be read and not counted: \(list)")
  }
}
