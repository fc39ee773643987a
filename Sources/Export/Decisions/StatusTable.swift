public import CodingEngine
import Corpus

extension Table {
  /// The codes made while reading that the codebook has not taken in.
  private static func newCodes(_ book: Codebook, _ state: LogState) -> [String] {
    let known = book.namesInLog()
    let names = state.newCodes.compactMap { code -> String? in
      guard let index = known[code.code], let parent = book.codes[index].parent,
        book.codes[parent].id.description == Codebook.newCodes
      else { return nil }
      return "\(book.codes[index].id) (\(code.coder))"
    }
    return names.isEmpty ? [] : ["New codes, made while reading: \(names.joined(separator: ", "))."]
  }

  /// How far everybody is: a row for each coder.
  ///
  /// - Parameters:
  ///   - corpus: With what people decided.
  ///   - state: What holds after the log.
  ///   - selection: Filters of the foot.
  /// - Returns: The table, by the names of the coders.
  public static func status(
    of corpus: CodedCorpus, _ state: LogState, selection: Selection
  ) -> Table {
    let names = Set(state.codings.map(\.coder) + state.done.map(\.coder) + state.memos.map(\.coder))
    let lost = corpus.transcripts.flatMap(\.unplaced) + corpus.unplaced
    let rows = names.sorted(by: precedes).map { name in
      let own = state.codings.filter { $0.coder == name }
      let done = Set(state.done.filter { $0.coder == name && $0.codes.isEmpty }.map(\.transcript))
      let begun = Set(own.map(\.anchor.transcript)).union(
        state.done.lazy.filter { $0.coder == name }.map(\.transcript))
      let ownLost = lost.filter { $0.coding.coder == name }
      let cells: [Cell] = [
        .text(name), .count(own.count), .count(Set(own.map(\.anchor.transcript)).count),
        .text("\(done.count) of \(corpus.transcripts.count)"),
        .text(begun.subtracting(done).sorted(by: precedes).joined(separator: " ")),
        .count(state.memos.count { $0.coder == name }),
        .count(ownLost.count { $0.text != nil }), .count(ownLost.count { $0.text == nil }),
      ]
      return Row(cells)
    }
    return Table(
      shape: "status", title: "Status", language: .en,
      columns: [
        Column("coder", "coder", .text), Column("codings", "codings", .number),
        Column("transcripts", "transcripts", .number), Column("done", "done", .text),
        Column("open", "open", .text),
        Column("memos", "memos", .number), Column("uncertain", "uncertain", .number),
        Column("detached", "detached", .number),
      ], rows: rows,
      notes: newCodes(corpus.codebook, state)
        + Talk(of: corpus, selection: selection).notes(in: .en))
  }
}
