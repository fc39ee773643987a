import Corpus

extension CodedCorpus {
  /// The corpus with what people decided laid over what the rules propose.
  ///
  /// - Parameters:
  ///   - log: What people decided.
  ///   - state: What holds after it.
  ///   - workers: How many threads; the result is the same for any number.
  /// - Returns: The corpus with codings, and those that are in no transcript.
  /// - Complexity: O(*n*) in the codings, and in the bytes of transcripts that have one.
  public func decided(by log: CodingLog, _ state: LogState, workers: Int) async -> CodedCorpus {
    guard !log.isEmpty else { return self }
    let book = codebook.extended(by: state)
    let coders = inOrder(state.names.coders)
    let reviewers = inOrder(NameNumbers(state.decisions.lazy.map(\.coder)))
    let names = LogNames(
      state.names, codes: book.namesInLog(), coders: coders, reviewers: reviewers)
    let grouped = state.byTranscript(book: codebook)
    let known = Set(transcripts.map(\.transcript.id))
    // Those with most to do first, so that none is left when the others are done.
    let work = transcripts.map { grouped[$0.transcript.id]?.codings.count ?? 0 }
    let order = transcripts.indices.sorted { (work[$1], $0) < (work[$0], $1) }
    let merged = await sideBySide(order, workers: workers, with: ()) { _, index in
      let coded = transcripts[index]
      guard let decisions = grouped[coded.transcript.id] else { return coded }
      return coded.decided(by: decisions, names, book, log, state)
    }
    var corpus = CodedCorpus(codebook: book, transcripts: merged, skipped: skipped)
    corpus.coders = coders
    corpus.reviewers = reviewers
    corpus.unplaced = grouped.keys.filter { !known.contains($0) }.sorted().flatMap { id in
      grouped[id]?.codings.compactMap { hand in
        names.codeOfNumber[Int(hand.code)].map { _ in
          UnplacedCoding(coding: state.codings[Int(hand.index)], text: nil)
        }
      } ?? []
    }
    corpus.idleVerdicts = merged.flatMap(\.idleVerdicts)
    for id in grouped.keys.filter({ !known.contains($0) }).sorted() {
      corpus.idleVerdicts += grouped[id]?.decisions.filter { $0.coding == nil }.madeSomething ?? []
    }
    return corpus
  }
}

/// Names in the order of code points.
private func inOrder(_ names: NameNumbers) -> [String] {
  names.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

extension LogState {
  /// What was coded in each transcript, and decided about it with the codes of a book.
  fileprivate func byTranscript(book: Codebook) -> [String: TranscriptDecisions] {
    let prefix = book.id + ":"
    var grouped: [String: TranscriptDecisions] = [:]
    for (name, codings) in zip(names.transcripts.names, names.codings) {
      grouped[name] = TranscriptDecisions(codings: codings)
    }
    for decision in decisions where decision.code.hasPrefix(prefix) {
      grouped[decision.anchor.transcript, default: TranscriptDecisions()].decisions.append(decision)
    }
    for version in versions { grouped[version.transcript]?.versions.append(version) }
    return grouped
  }
}

extension Codebook {
  /// The codes by the names that the log may have for them: `book:id`, also of earlier ids.
  public func namesInLog() -> [String: Int] {
    var names: [String: Int] = [:]
    for (index, code) in codes.enumerated() {
      for old in code.was { names["\(id):\(old)"] = index }
    }
    for (index, code) in codes.enumerated() { names["\(id):\(code.id)"] = index }
    return names
  }

  /// The book with the codes that stand only in the log: those made while reading, and those that
  /// are gone from the book although codings have them.
  public func extended(by state: LogState) -> Codebook {
    let known = namesInLog()
    let prefix = id + ":"
    func local(_ names: some Sequence<String>) -> [String] {
      var seen: Set<String> = []
      return names.filter { $0.hasPrefix(prefix) && known[$0] == nil && seen.insert($0).inserted }
    }
    let new = local(state.newCodes.map(\.code))
    let used = local(Set(state.names.codes.names + state.decisions.compactMap(\.newCode)))
      .filter { !new.contains($0) }.sorted()
    var codes = codes
    var titles: [String: String] = [:]
    for code in state.newCodes where titles[code.code] == nil { titles[code.code] = code.title }
    func add(_ names: [String], under root: String, _ title: String) {
      if names.isEmpty { return }
      let parent = codes.count
      codes.append(Code(id: CodeID(root), title: title, parent: nil))
      for name in names {
        let id = String(name.dropFirst(prefix.count))
        codes.append(Code(id: CodeID(id), title: titles[name] ?? id, parent: parent))
      }
    }
    add(new, under: Codebook.newCodes, language == "nl" ? "Nieuwe codes" : "New codes")
    add(
      used, under: Codebook.goneCodes,
      language == "nl" ? "Niet meer in het codeboek" : "No longer in the codebook")
    return Codebook(
      id: id, title: title, version: version, language: language, isDefault: isDefault, path: path,
      bytes: bytes, codes: codes)
  }

  /// The id under which codes made while reading are listed.
  public static let newCodes = "new-codes"
  /// The id under which codes are listed that are gone from the book.
  public static let goneCodes = "gone-codes"
}

extension Code {
  /// A code of which the log knows no more than the name.
  fileprivate init(id: CodeID, title: String, parent: Int?) {
    self.init(
      id: id, title: title, definition: "", when: [], notWhen: [], examples: [],
      counterexamples: [], matches: [], exceptions: [], unit: .sentence, looksThroughTurn: false,
      speakers: .all, scale: [], color: nil, was: [], guid: nil, parent: parent,
      depth: parent == nil ? 1 : 2, position: FilePosition(line: 1, column: 1))
  }
}
