public import CodingEngine
import Corpus

extension Table {
  /// How far everybody is: a row for each coder.
  ///
  /// - Parameters:
  ///   - corpus: With what people decided.
  ///   - state: What holds after the log.
  ///   - selection: Filters of the foot.
  ///   - language: Of headings and notes.
  /// - Returns: The table, by the names of the coders.
  public static func status(
    of corpus: CodedCorpus, _ state: LogState, selection: Selection, in language: Language
  ) -> Table {
    let names = Set(state.codings.map(\.coder) + state.done.map(\.coder) + state.memos.map(\.coder))
    let lost = corpus.transcripts.flatMap(\.unplaced) + corpus.unplaced
    let rows = names.sorted(by: precedes).map { name in
      let own = state.codings.filter { $0.coder == name }
      let done = Set(state.done.filter { $0.coder == name && $0.codes.isEmpty }.map(\.transcript))
      let ownLost = lost.filter { $0.coding.coder == name }
      let cells: [Cell] = [
        .text(name), .count(own.count), .count(Set(own.map(\.anchor.transcript)).count),
        .people(part: done.count, whole: corpus.transcripts.count),
        .count(state.memos.count { $0.coder == name }),
        .count(ownLost.count { $0.text != nil }), .count(ownLost.count { $0.text == nil }),
      ]
      return Row(cells)
    }
    func column(_ key: String, _ phrase: Phrase, _ kind: Column.Kind = .number) -> Column {
      Column(key, language.say(phrase), kind)
    }
    return Table(
      shape: "status", title: language.say(.progress), language: language,
      columns: [
        column("coder", .coder, .text), column("codings", .codings),
        column("transcripts", .transcripts), column("done", .done, .share),
        column("memos", .memos), column("uncertain", .uncertain), column("detached", .detached),
      ], rows: rows, notes: Talk(of: corpus, selection: selection).notes(in: language))
  }
}
