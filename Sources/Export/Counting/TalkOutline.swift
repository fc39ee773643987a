import CodingEngine
import Corpus

/// What a talk is made of, before it is laid out.
struct TalkOutline: Sendable {
  let corpus: CodedCorpus
  let selection: Selection
  /// Those selected, in the order of their ids.
  let transcripts: [CodedTranscript]
  /// Everybody who says something in `transcripts`, numbered in the order of code points.
  let participants: [String: Int]
  let names: [String]

  init(of corpus: CodedCorpus, selection: Selection) {
    self.corpus = corpus
    self.selection = selection
    transcripts = corpus.transcripts.filter { selection.includes($0.transcript) }
      .sorted { precedes($0.transcript.id, $1.transcript.id) }
    var names: Set<String> = []
    for coded in transcripts {
      for speaker in coded.transcript.speakers {
        names.insert(Participant(speaker, in: coded.transcript).description)
      }
    }
    self.names = names.sorted(by: precedes)
    var participants: [String: Int] = [:]
    for (index, name) in self.names.enumerated() { participants[name] = index }
    self.participants = participants
  }

  /// The transcripts in two parts with about as many codings, or in one where there are few.
  var halves: [Range<Int>] {
    let all = transcripts.reduce(0) { $0 + $1.codingCount }
    var (middle, before) = (0, 0)
    while middle < transcripts.count, before < all / 2 {
      before += transcripts[middle].codingCount
      middle += 1
    }
    return all < 1000 ? [transcripts.indices] : [0..<middle, middle..<transcripts.count]
  }
}
