import CodingEngine
import Corpus

/// A coding of what coders agreed on.
struct AgreedCoding: Hashable {
  /// As the log names it.
  let code: String
  let level: String?
  /// An index into the transcripts that are compared.
  let transcript: Int
  let words: Range<Int>
}

/// What the coder of the agreement has already.
struct AgreedCodings {
  private let desk: Desk
  private let transcripts: [Transcript]
  private var known: [Int: [AgreedCoding: LoggedCoding]] = [:]

  init(at desk: Desk, in transcripts: [Transcript]) {
    self.desk = desk
    self.transcripts = transcripts
  }

  /// The coding in the log.
  mutating func find(_ coding: AgreedCoding) -> LoggedCoding? {
    let index = coding.transcript
    if let known = known[index] { return known[coding] }
    let own = desk.state.place(in: transcripts[index], desk.log) { $0.coder == desk.coder.name }
    let all = Dictionary(
      own.map {
        (AgreedCoding(code: $0.code, level: $0.level, transcript: index, words: $1), $0)
      }, uniquingKeysWith: { first, _ in first })
    known[index] = all
    return all[coding]
  }
}
