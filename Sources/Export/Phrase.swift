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
  static let transcriptsTitle = Phrase("Transcripten", "Transcripts")
  static let speakersTitle = Phrase("Sprekers", "Speakers")
  static let shareOfTranscript = Phrase(
    "Aandelen van de woorden van deelnemers in het transcript.",
    "Shares of the words of participants in the transcript.")
  static let quotations = Phrase("Citaten", "Quotations")
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
  static let transcript = Phrase("transcript", "transcript")
  static let turn = Phrase("beurt", "turn")
  static let proposals = Phrase("Wat de regels voorstellen", "What the rules propose")
  static let ruleLine = Phrase("regel", "line")
  static let rule = Phrase("zoekregel", "rule")
  static let passage = Phrase("passage", "passage")
  static let date = Phrase("datum", "date")
  static let labels = Phrase("labels", "labels")
  static let roles = Phrase("rollen", "roles")
  static let speaker = Phrase("spreker", "speaker")
  static let role = Phrase("rol", "role")
  static let person = Phrase("persoon", "person")
  static let declared = Phrase("opgegeven", "declared")
  static let undeclared = Phrase("niet opgegeven", "not declared")
  static let level = Phrase("niveau", "level")
  static let quotationID = Phrase("id", "id")
  static let quotation = Phrase("citaat", "quotation")
  static let position = Phrase("plek", "position")
  static let start = Phrase("begin", "start")
  static let end = Phrase("eind", "end")
  static let status = Phrase("status", "status")
  static let coders = Phrase("gecodeerd door", "coded by")
  static let reviewers = Phrase("beoordeeld door", "decided by")
  static let yes = Phrase("ja", "yes")
  static let no = Phrase("nee", "no")
  static let totalColumn = Phrase("totaal", "total")
  static let mixed = Phrase("wisselend", "mixed")
  static let noLevel = Phrase("geen niveau", "no level")
  static let cosine = Phrase("cosinus", "cosine")
  static let withBoth = Phrase("met beide", "with both")
  static func with(_ code: Int) -> Phrase { Phrase("met \(code)", "with \(code)") }
}

// Cells
extension Phrase {
  static let of = Phrase("van", "of")
  static let total = Phrase("(totaal)", "(total)")
  static let wordsSpoken = Phrase("(gesproken woorden)", "(words spoken)")
  static let notGiven = Phrase("(niet opgegeven)", "(not given)")
}

// Feet
extension Phrase {
  static let demonstration = Phrase(
    "Demonstratiemateriaal, verzonnen voor Draad; zegt niets over echte mensen.",
    "Demonstration data, invented for Draad; says nothing about real people.")
  static let everybodyCounts = Phrase(
    "Alle sprekers tellen mee, ook gespreksleiders.", "All speakers count, moderators too.")
  static func whole(_ whole: Counts, _ people: Phrase) -> Phrase {
    let (words, sentences) = (counted(whole.words, .words), counted(whole.sentences, .sentences))
    let (turns, who) = (counted(whole.turns, .turns), counted(whole.participants, people))
    let transcripts = counted(whole.transcripts, .transcripts)
    return Phrase(
      "Geheel: \(words.nl) in \(sentences.nl) en \(turns.nl) van \(who.nl) in \(transcripts.nl)",
      "Whole: \(words.en) in \(sentences.en) and \(turns.en) of \(who.en) in \(transcripts.en)")
  }

  /// A number and what it counts, which may be one.
  static func counted(_ count: Int, _ many: Phrase) -> Phrase {
    guard count == 1 else { return Phrase("\(count) \(many.nl)", "\(count) \(many.en)") }
    let one: Phrase =
      switch many {
      case .words: Phrase("woord", "word")
      case .sentences: Phrase("zin", "sentence")
      case .turns: Phrase("beurt", "turn")
      case .participants: Phrase("deelnemer", "participant")
      case .speakers: .speaker
      case .transcripts: .transcript
      case .places: Phrase("plaats", "place")
      default: many
      }
    return Phrase("1 \(one.nl)", "1 \(one.en)")
  }
  static func skipped(_ files: [String]) -> Phrase {
    let list = files.joined(separator: ", ")
    return Phrase(
      "Onleesbaar en niet meegeteld: \(list)", "Could not be read and not counted: \(list)")
  }
}

// Reports
extension Phrase {
  static let mostUsed = Phrase("Meest gebruikte codes", "Most used codes")
  static func filesIn(_ folder: String, _ count: Int) -> Phrase {
    Phrase("\(count) bestanden in \(folder)/", "\(count) files in \(folder)/")
  }
  static let startReading = Phrase("begin met", "begin with")
  static let attention = Phrase("Wat aandacht vraagt", "What wants attention")
  static let codesWithoutPlace = Phrase("Codes zonder plaats", "Codes without a place")
  static let codesInOneTranscript = Phrase(
    "Codes in maar één transcript", "Codes in only one transcript")
  static let transcriptsWithoutPlace = Phrase(
    "Transcripten zonder plaats", "Transcripts without a place")
  static let undeclaredSpeakers = Phrase(
    "Sprekers die niet zijn opgegeven", "Speakers that are not declared")

  static func firstRows(_ shown: Int, _ all: Int, _ file: String) -> Phrase {
    Phrase(
      "De eerste \(shown) van \(all) rijen; alle staan in \(file).",
      "The first \(shown) of \(all) rows; all are in \(file).")
  }

  static func codesUsed(_ used: Int, _ all: Int, book: String) -> Phrase {
    Phrase(
      "\(book): \(used) van \(all) codes hebben een plaats",
      "\(book): \(used) of \(all) codes have a place")
  }

  static func coded(places: Int, turns: Int, _ share: String) -> Phrase {
    let (places, turns) = (counted(places, .places), counted(turns, .turns))
    return Phrase(
      "\(places.nl) in \(turns.nl) (\(share))", "\(places.en) in \(turns.en) (\(share))")
  }
}
