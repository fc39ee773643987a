import Corpus

// Tables by group
extension Phrase {
  static func crosstab(
    _ measure: Measure, _ grouping: Grouping, _ people: Phrase, _ figures: Figures
  ) -> Phrase {
    let (counted, by) = (measure.phrase(people), grouping.phrase)
    let rate =
      figures == .perThousand
      ? Phrase(", per 1000 woorden", ", per 1,000 words") : Phrase("", "")
    return Phrase(
      "Codes: \(counted.nl) per \(by.nl)\(rate.nl)", "Codes: \(counted.en) by \(by.en)\(rate.en)")
  }

  /// What the cells of a crosstab are a share of, or divided by; nil for counts.
  static func figures(_ figures: Figures, _ measure: Measure) -> Phrase? {
    switch figures {
    case .counts: nil
    case .perThousand:
      Phrase(
        "Per 1000 woorden die de groep sprak.", "Per 1,000 words that the group spoke.")
    case .rowShares:
      Phrase("Aandelen van het totaal van de rij.", "Shares of the row's total.")
    case .columnShares:
      measure == .places
        ? Phrase("Aandelen van alle plaatsen in de kolom.", "Shares of all places in the column.")
        : Phrase("Aandelen van alles wat de groep zei.", "Shares of all that the group said.")
    }
  }
}

extension Measure {
  fileprivate func phrase(_ people: Phrase) -> Phrase {
    switch self {
    case .places: .places
    case .sentences: .sentences
    case .turns: .turns
    case .participants: people
    case .transcripts: .transcripts
    case .words: .words
    }
  }
}

extension Grouping {
  var phrase: Phrase {
    switch self {
    case .role: Phrase("rol", "role")
    case .participant: Phrase("deelnemer", "participant")
    case .transcript: Phrase("transcript", "transcript")
    case .level: Phrase("niveau", "level")
    case .variable(let name): Phrase(name, name)
    }
  }
}

// Who speaks
extension Phrase {
  static let longestTurn = Phrase("langste beurt", "longest turn")
  static let longestInWords = Phrase(
    "Langste beurt: in woorden.", "Longest turn: in words.")
  static let shareOfTalk = Phrase(
    "Aandelen van alle getelde woorden.", "Shares of all words that count.")
  static let whoFollowsWhom = Phrase(
    "Rij: wie sprak; kolom: wie daarna sprak, zo vaak. Beurten van één spreker achter elkaar zijn"
      + " er één.",
    "Row: who spoke; column: who spoke next, that many times. Turns of one speaker in a row are"
      + " one.")

  static func speakers(by grouping: Grouping) -> Phrase {
    let by = grouping.phrase
    return Phrase("Sprekers per \(by.nl)", "Speakers by \(by.en)")
  }

  static func following(by grouping: Grouping) -> Phrase {
    let by = grouping.phrase
    return Phrase("Wie op wie volgt, per \(by.nl)", "Who follows whom, by \(by.en)")
  }
}

// Co-occurrence
extension Phrase {
  static func cooccurrence(_ unit: Unit) -> Phrase {
    Phrase("Codes samen in één \(unit.phrase.nl)", "Codes together in one \(unit.phrase.en)")
  }

  static func unitsOfTalk(_ count: Int, _ unit: Unit) -> Phrase {
    let measure = unit.measure.phrase(.participants)
    return Phrase(
      "Geheel: \(count) \(measure.nl) met ten minste één woord",
      "Whole: \(count) \(measure.en) with at least one word")
  }

  static func association(_ association: Association) -> Phrase {
    switch association {
    case .count: Phrase("Aantal dat beide codes draagt.", "Number that carry both codes.")
    case .jaccard:
      Phrase(
        "Jaccard: met beide, van alle met een van de twee.",
        "Jaccard: with both, of all with one of the two.")
    case .cosine:
      Phrase(
        "Cosinus: met beide, gedeeld door de wortel uit het product van met de een en met de ander.",
        "Cosine: with both, divided by the root of with the one times with the other.")
    case .lift:
      Phrase(
        "Lift: met beide, gedeeld door wat het toeval zou geven.",
        "Lift: with both, divided by what chance would give.")
    }
  }
}

extension Unit {
  fileprivate var phrase: Phrase {
    switch self {
    case .word: Phrase("woord", "word")
    case .sentence: Phrase("zin", "sentence")
    case .turn: Phrase("beurt", "turn")
    case .transcript: Phrase("transcript", "transcript")
    }
  }
}
