// Who follows whom
extension Phrase {
  static let turnTaking = Phrase("Wie volgt op wie", "Who follows whom")
  static let nextSpeaker = Phrase("volgende spreker", "next speaker")
  static let nextRole = Phrase("volgende rol", "next role")
  static let times = Phrase("keren", "times")
  static let turnTakingNote = Phrase(
    "Beurten met ten minste één woord, ook van gespreksleiders.",
    "Turns with at least one word, also those of moderators.")
}

// The frame of the page
extension Phrase {
  static let inventedFlag = Phrase("Demonstratie: verzonnen gesprekken", "Demonstration: invented")
  static let skipToContent = Phrase("Naar de inhoud", "Skip to content")
  static let partsOfPage = Phrase("Delen van het verslag", "Parts of the report")
}

// Figures
extension Phrase {
  static let placesWithBelow = Phrase(
    "Plaatsen, met die van de codes eronder.", "Places, with those of the codes below.")
  static let timeline = Phrase("Wie spreekt wanneer, en over wat", "Who speaks when, and on what")
  static let timelineNote = Phrase(
    "De breedte is het aantal woorden; grijs is de gespreksleider.",
    "Width is the number of words; grey is the moderator.")
  static let saturation = Phrase("Verzadiging", "Saturation")
  static let saturationSource = Phrase(
    "Guest, Namey & Chen (2020), PLoS ONE 15(5), e0232076.",
    "Guest, Namey & Chen (2020), PLoS ONE 15(5), e0232076.")

  static func saturationReached(_ reached: Int?, _ settings: Saturation.Settings) -> Phrase {
    let (base, run, threshold) = (settings.base, settings.run, settings.threshold)
    guard let reached else {
      return Phrase(
        "Geen reeks van \(run) voegde ten hoogste \(threshold) % toe (basis \(base)).",
        "No run of \(run) added at most \(threshold)% (base \(base)).")
    }
    return Phrase(
      "Na \(reached) transcripten (\(reached)+\(run)): de \(run) erna voegden ten hoogste"
        + " \(threshold) % toe (basis \(base)).",
      "After \(reached) transcripts (\(reached)+\(run)): the \(run) that follow added at most"
        + " \(threshold)% (base \(base)).")
  }

  static func saturationLegend(_ settings: Saturation.Settings) -> Phrase {
    Phrase(
      "Lijn: codes tot dan toe; staven: nieuwe; vlak: 95 % van \(settings.orders) geschudde volgordes.",
      "Line: codes so far; bars: new ones; band: 95% of \(settings.orders) shuffled orders.")
  }
}
