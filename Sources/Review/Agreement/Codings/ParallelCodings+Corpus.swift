public import CodingEngine
public import Corpus

extension ParallelCodings {
  /// What coders coded in transcripts that all of them went through.
  ///
  /// - Parameters:
  ///   - transcripts: With everybody's own codings, before anyone's decisions.
  ///   - corpus: Whose coders the codings name.
  ///   - raters: Who is compared.
  ///   - rules: Each rule that found something is a code of its own beside those of the book; for
  ///     the engine, where there is evidence.
  ///   - counts: Whether what a speaker says is part of the talk.
  public init(
    of transcripts: [CodedTranscript], in corpus: CodedCorpus, by raters: [Rater],
    rules: RuleNumbers, counts: (Speaker, Corpus.Transcript) -> Bool
  ) {
    let all = Set(transcripts.indices)
    self.init(
      transcripts: transcripts.map { coded in
        let speakers = coded.transcript.speakers.map { counts($0, coded.transcript) }
        return Transcript(
          id: coded.transcript.id,
          turns: zip(coded.transcript.turns, coded.sizes).map { speakers[$0.speaker] ? $1 : nil })
      },
      coders: raters.map { rater in
        let codings: [Coding] =
          switch rater {
          case .person(let name):
            corpus.coders.firstIndex(of: name).map { coder in
              transcripts.enumerated().flatMap { $1.codings(by: coder, transcript: $0) }
            } ?? []
          case .engine:
            transcripts.enumerated().flatMap {
              $1.proposed(transcript: $0) + $1.found(by: rules, corpus.codebook, transcript: $0)
            }
          }
        return Coder(name: rater.name, transcripts: all, codings: codings)
      })
  }
}

extension Proposal.Level {
  fileprivate var index: Int? { if case .level(let index) = self { index } else { nil } }
}

extension CodedTranscript {
  fileprivate func codings(by coder: Int, transcript: Int) -> [ParallelCodings.Coding] {
    (codings ?? []).filter { $0.origin == .hand(coder) }.map {
      ParallelCodings.Coding(
        transcript: transcript, turn: $0.turn, code: $0.code, level: $0.level.index, span: $0.span)
    }
  }

  fileprivate func proposed(transcript: Int) -> [ParallelCodings.Coding] {
    proposals.map {
      ParallelCodings.Coding(
        transcript: transcript, turn: $0.turn, code: $0.code, level: $0.level.index, span: $0.span)
    }
  }

  /// What each rule found alone: the sentences that hold its evidence, or the turn where that is what
  /// the code is given to.
  fileprivate func found(
    by rules: RuleNumbers, _ codebook: Codebook, transcript: Int
  ) -> [ParallelCodings.Coding] {
    var row = Row()
    var cutTurn = -1
    var codings: [ParallelCodings.Coding] = []
    for proposal in proposals where !proposal.evidence.isEmpty {
      if proposal.turn != cutTurn {
        row.cut(self.transcript.turns[proposal.turn], of: self.transcript)
        cutTurn = proposal.turn
      }
      var seen: Set<[Int]> = []
      for word in evidence[proposal.evidence] {
        let isTurn = codebook.codes[proposal.code].unit == .turn
        let sentences = row.span(of: word.text).sentences
        let span = isTurn || sentences.isEmpty ? proposal.span : row.span(ofSentences: sentences)
        guard seen.insert([word.match, span.text.lowerBound]).inserted else { continue }
        codings.append(
          ParallelCodings.Coding(
            transcript: transcript, turn: proposal.turn,
            code: rules.number(ofMatch: word.match, of: proposal.code), span: span))
      }
    }
    return codings
  }
}
