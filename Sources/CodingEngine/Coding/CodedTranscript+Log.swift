import Corpus

/// What people decided about one transcript.
struct TranscriptDecisions: Sendable {
  var codings: [HandCoding] = []
  var decisions: [LoggedDecision] = []
  var versions: [TextVersion] = []
}

/// What the names in the log stand for in a corpus.
struct LogNames: Sendable {
  /// Indices into the book's codes, also by what they were called before: `book:id`.
  let codes: [String: Int]
  /// Indices into the corpus's reviewers.
  let reviewers: NameNumbers
  /// For each code in codings its index in the book; nil for those of another book.
  let codeOfNumber: [Int?]
  /// For each coder of codings the index in the corpus's coders.
  let coderOfNumber: [Int]

  init(_ names: CodingNames, codes: [String: Int], coders: [String], reviewers: [String]) {
    self.codes = codes
    self.reviewers = NameNumbers(reviewers)
    codeOfNumber = names.codes.names.map { codes[$0] }
    coderOfNumber = names.coders.names.map { coders.firstIndex(of: $0) ?? 0 }
  }
}

extension CodedTranscript {
  /// The transcript with what people decided: codings by hand found again, proposals decided on.
  func decided(
    by decisions: TranscriptDecisions, _ names: LogNames, _ book: Codebook, _ log: CodingLog,
    _ state: LogState
  ) -> CodedTranscript {
    var merge = DecisionMerge(self, decisions, names, book, log, state)
    merge.placeCodings()
    merge.decideProposals()
    var result = self
    result.rows = nil
    result.codings = merge.codings.inOrder()
    result.unplaced = merge.unplaced
    result.idleVerdicts = merge.idleVerdicts
    result.foundAgain = merge.foundAgain
    return result
  }
}

extension [Coding] {
  /// By turn, code and place; of equal ones first what stands first.
  fileprivate func inOrder() -> [Coding] {
    let keys = indices.map { index in
      let coding = self[index]
      return CodingKey(
        turnAndCode: UInt64(coding.turn) << 32 | UInt64(coding.code),
        text: UInt64(coding.span.text.lowerBound) << 32 | UInt64(coding.span.text.upperBound),
        index: index)
    }
    return keys.sorted().map { self[$0.index] }
  }
}

/// What codings are put in order by: numbers that are quickly compared and moved.
private struct CodingKey: Comparable {
  let turnAndCode, text: UInt64
  let index: Int

  static func < (left: CodingKey, right: CodingKey) -> Bool {
    (left.turnAndCode, left.text, left.index) < (right.turnAndCode, right.text, right.index)
  }
}
