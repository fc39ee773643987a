/// The names in the codings of a log, each once, and the codings by transcript with numbers for names.
struct CodingNames: Sendable {
  private(set) var transcripts = NameNumbers()
  /// `book:id`.
  private(set) var codes = NameNumbers()
  private(set) var coders = NameNumbers()
  /// For each of `transcripts` its codings, in the order of the log.
  private(set) var codings: [[HandCoding]] = []

  init(of all: [LoggedCoding]) {
    for index in all.indices {
      let transcript = transcripts.number(adding: all[index].anchor.transcript)
      if transcript == codings.count { codings.append([]) }
      codings[transcript].append(
        HandCoding(
          index: Int32(index), code: Int32(codes.number(adding: all[index].code)),
          coder: Int32(coders.number(adding: all[index].coder))))
    }
  }
}

/// A coding by hand, by numbers.
struct HandCoding: Sendable {
  /// Its index in the state's `codings`.
  let index: Int32
  /// Of the names in the log.
  let code, coder: Int32
}
