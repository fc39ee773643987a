public import CodingEngine
import Corpus

extension Table {
  /// The codes made while reading that the codebook has not taken in.
  private static func newCodes(_ book: Codebook, _ state: LogState) -> [Phrase] {
    let known = book.namesInLog()
    let names = state.newCodes.compactMap { code -> String? in
      guard let index = known[code.code], let parent = book.codes[index].parent,
        book.codes[parent].id.description == Codebook.newCodes
      else { return nil }
      return "\(book.codes[index].id) (\(code.coder))"
    }
    return names.isEmpty ? [] : [.newCodes(names.joined(separator: ", "))]
  }

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
    let rows = names.filter(selection.includes(coder:)).sorted(by: precedes).map { name in
      let own = state.codings.filter { $0.coder == name }
      let done = Set(state.done.filter { $0.coder == name && $0.codes.isEmpty }.map(\.transcript))
      let begun = Set(own.map(\.anchor.transcript)).union(
        state.done.lazy.filter { $0.coder == name }.map(\.transcript))
      let ownLost = lost.filter { $0.coding.coder == name }
      let cells: [Cell] = [
        .text(name), .count(own.count), .count(Set(own.map(\.anchor.transcript)).count),
        .people(part: done.count, whole: corpus.transcripts.count),
        .text(begun.subtracting(done).sorted(by: precedes).joined(separator: " ")),
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
        column("open", .begun, .text),
        column("memos", .memos), column("uncertain", .uncertain), column("detached", .detached),
      ], rows: rows,
      notes: newCodes(corpus.codebook, state).map(language.say)
        + Talk(of: corpus, selection: selection).notes(in: language))
  }
}
