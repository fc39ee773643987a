public import CodingEngine
import Corpus

extension Table {
  /// What one version of a codebook says otherwise than another, and what its rules win and lose by
  /// it in a corpus.
  ///
  /// - Parameters:
  ///   - difference: Of the two books.
  ///   - corpus: With what the rules of the later book propose.
  ///   - places: For each transcript of the corpus, what its rules win and lose.
  ///   - language: Of headings and words.
  /// - Returns: The changes in the order of the book, then the places in that of the transcripts.
  public static func codebookDifference(
    _ difference: CodebookDifference, in corpus: CodedCorpus, _ places: [[PlaceDifference]],
    in language: Language
  ) -> Table {
    var rows = difference.changes.map { change in
      Row([
        .label(change.kind.phrase), change.code.map { .text($0.description) } ?? .blank,
        .text(change.what), .blank, change.before.map { .text($0) } ?? .blank,
        change.after.map { .text($0) } ?? .blank,
      ])
    }
    let all = zip(corpus.transcripts, places).flatMap { coded, places in
      places.map { (transcript: coded.transcript, place: $0) }
    }
    let byCode = Dictionary(grouping: all) { difference.rank(of: $0.place.code) }
    for rank in byCode.keys.sorted() {
      for (transcript, place) in byCode[rank, default: []] {
        let speaker = transcript.speakers[transcript.turns[place.turn].speaker].label
        let words = transcript.string(place.text).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        let level = place.level.map { " → \($0)" } ?? ""
        rows.append(
          Row([
            .label(place.isWon ? Phrase("gewonnen", "won") : Phrase("verloren", "lost")),
            .text(place.code.description), .text(transcript.position(of: place.text) + level),
            .text(speaker), place.isWon ? .blank : .text(words),
            place.isWon ? .text(words) : .blank,
          ]))
      }
    }
    let foot = Phrase.difference(
      difference.changes.count, won: all.count { $0.place.isWon },
      lost: all.count { !$0.place.isWon },
      transcripts: corpus.transcripts.count)
    return Table(
      shape: "codebook-diff",
      title: "\(difference.old.id) \(difference.old.version) → \(difference.new.id)"
        + " \(difference.new.version)",
      language: language,
      columns: [
        Column("change", language.say(Phrase("verschil", "change")), .text),
        Column("code", language.say(.code), .text),
        Column("what", language.say(Phrase("wat", "what")), .text),
        Column("speaker", language.say(.speaker), .text),
        Column("before", language.say(Phrase("eerst", "before")), .text),
        Column("after", language.say(Phrase("nu", "after")), .text),
      ], rows: rows,
      notes: Talk(of: corpus, selection: Selection()).footNotes(in: language, about: [foot]))
  }
}

extension CodebookDifference.Change.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .came: Phrase("erbij", "came")
    case .went: Phrase("weg", "went")
    case .renamed: Phrase("hernoemd", "renamed")
    case .merged: Phrase("samengevoegd", "merged")
    case .moved: Phrase("verplaatst", "moved")
    case .changed: Phrase("anders", "changed")
    }
  }
}

extension Phrase {
  fileprivate static func difference(
    _ changes: Int, won: Int, lost: Int, transcripts: Int
  ) -> Phrase {
    let corpus = counted(transcripts, .transcripts)
    return Phrase(
      "\(changes) verschillen in het codeboek; in \(corpus.nl) winnen de regels \(won) passages en"
        + " verliezen zij er \(lost)",
      "\(changes) differences in the codebook; in \(corpus.en) the rules win \(won) passages and"
        + " lose \(lost)")
  }
}
