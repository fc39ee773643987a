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
    let book = "\(codebook.id) \(codebook.version)"
    var phrases = particular
    let standings = standings()
    if let choice = selection.choice { phrases.append(choice) }
    phrases.append(.standings(standings, by: book))
    if let missing = Phrase.unplaced(standings) { phrases.append(missing) }
    if !skipped.isEmpty { phrases.append(.skipped(skipped.sorted(by: precedes))) }
    return phrases.map(language.say) + demonstration(in: language)
  }

  /// Says that a conversation was invented, when one was; always with the words in English.
  private func demonstration(in language: Language) -> [String] {
    guard transcripts.contains(where: { $0.transcript.details.isInvented }) else { return [] }
    return language == .en
      ? [Phrase.demonstration.en] : [language.say(.demonstration), Phrase.demonstration.en]
  }
}
