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
