import CodingEngine
import Corpus

/// Who had a hand in a place: who coded it, and whose verdicts hold on its codings.
struct PlacePeople: Sendable, Hashable {
  /// In the order of code points.
  var coders: [String] = []
  /// In the order of code points.
  var reviewers: [String] = []
}

/// Finds who had a hand in the places of one transcript.
struct Hands {
  private let codings: [Coding]
  private let codingsOfTurns: TurnRuns
  private let corpus: CodedCorpus

  init(in coded: CodedTranscript, of corpus: CodedCorpus) {
    codings = (coded.codings ?? []).filter { !$0.isUnseen }
    codingsOfTurns = TurnRuns(codings.map(\.turn), turns: coded.transcript.turns.count)
    self.corpus = corpus
  }

  /// Who had a hand in a place of the transcript, in a turn as it is numbered there.
  func people(of place: Place, turn: Int) -> PlacePeople {
    let run = codingsOfTurns[turn]
    if run.isEmpty { return PlacePeople() }
    var coders: Set<Int> = []
    var reviewers: Set<Int> = []
    for index in run
    where codings[index].code == place.code && codings[index].level == place.level {
      let text = codings[index].span.text
      guard text.clamped(to: place.span.text) == text else { continue }
      if case .hand(let coder) = codings[index].origin { coders.insert(coder) }
      reviewers.formUnion(codings[index].deciders)
    }
    return PlacePeople(
      coders: coders.sorted().map { corpus.coders[$0] },
      reviewers: reviewers.sorted().map { corpus.reviewers[$0] })
  }
}
