import CodingEngine
import Corpus

extension Talk {
  /// What every table made from this talk stands on.
  func notes(in language: Language, about particular: [Phrase] = []) -> [String] {
    let everybody: [Phrase] = selection.includesModerators ? [.everybodyCounts] : []
    return footNotes(in: language, about: particular + everybody)
  }

  /// The foot under places of this talk or quotations from it.
  func footNotes(in language: Language, about particular: [Phrase] = []) -> [String] {
    particular.map(language.say) + grounds(in: language) + demonstration(in: language)
  }

  /// Which codings count, what people decided on them, and what is missing.
  func grounds(in language: Language) -> [String] {
    var phrases: [Phrase] = []
    if let choice = selection.choice { phrases.append(choice) }
    // Without a codebook there are no places to speak of.
    if !codebook.id.isEmpty {
      phrases.append(.standings(standings, by: "\(codebook.id) \(codebook.version)"))
    }
    if let missing = Phrase.unplaced(standings) { phrases.append(missing) }
    if let idle = Phrase.idle(standings) { phrases.append(idle) }
    if !skipped.isEmpty { phrases.append(.skipped(skipped.sorted(by: precedes))) }
    return phrases.map(language.say)
  }

  /// Says that a conversation was invented, when one was.
  func demonstration(in language: Language) -> [String] { transcripts.demonstration(in: language) }
}

extension [CodedTranscript] {
  /// Says that a conversation was invented, when one was; always with the words in English.
  func demonstration(in language: Language) -> [String] {
    guard contains(where: { $0.transcript.details.isInvented }) else { return [] }
    return language == .en
      ? [Phrase.demonstration.en] : [language.say(.demonstration), Phrase.demonstration.en]
  }
}
