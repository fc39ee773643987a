public import CodingEngine
import Corpus

/// The transcripts on which coders are compared: those that all of them have been through.
///
/// A coder has been through what they called done with the codes that are compared. Of a coder who
/// never called anything done it is assumed that they went through every transcript in which they
/// coded something. Rules go through everything.
public struct Coverage: Sendable, Hashable {
  /// Indices of the transcripts.
  public let transcripts: [Int]
  /// The coders who never said what they have been through.
  public let assumed: [String]

  /// Finds out what all have been through.
  ///
  /// - Parameters:
  ///   - raters: Who is compared.
  ///   - transcripts: To choose from.
  ///   - corpus: Whose codes and coders the transcripts' codings name.
  ///   - codes: What is compared.
  ///   - state: Who called what done.
  public init(
    of raters: [Rater], in transcripts: [CodedTranscript], of corpus: CodedCorpus,
    codes: Set<Int>, _ state: LogState
  ) {
    var all = Set(transcripts.indices)
    var assumed: [String] = []
    let book = corpus.codebook
    let names = book.namesInLog()
    for case .person(let name) in raters {
      let done = state.done.filter { $0.coder == name }
      if done.isEmpty {
        assumed.append(name)
        let coder = corpus.coders.firstIndex(of: name)
        all.formIntersection(
          transcripts.indices.filter { transcripts[$0].isCoded(by: coder) })
        continue
      }
      all = all.filter { index in
        let own = done.filter { $0.transcript == transcripts[index].transcript.id }
        let seen = own.flatMap(\.codes).compactMap { names[$0] }.flatMap {
          Array(book.descendants(of: $0)) + [$0]
        }
        return own.contains { $0.codes.isEmpty } || !own.isEmpty && codes.isSubset(of: seen)
      }
    }
    self.transcripts = all.sorted()
    self.assumed = assumed
  }
}

extension CodedTranscript {
  fileprivate func isCoded(by coder: Int?) -> Bool {
    guard let coder else { return false }
    return codings?.contains { $0.origin == .hand(coder) } ?? false
  }
}
