import CodingEngine
import Corpus
import Foundation
import Testing

/// Writes into a study what two reviewers and a coder might have decided, the same every time.
enum Deciding {
  static func decide(in folder: TemporaryFolder) async throws {
    let files = try CorpusFolder.list(folder("Corpus")).transcripts
    let path = folder("Codebooks/zorg-en-ondersteuningslijn.md")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let books = CodebookFolder.read([(path, bytes)])
    let book = try #require(books.value).codebook()
    let read = await CodedCorpus.read(files, applying: { book }, evidence: false, workers: 1)
    for (index, name) in ["Noor de Wit", "Sam", "<b>Kim</b>"].enumerated() {
      let writer = try LogWriter(
        of: try Coder(name), in: folder("Corpus/Codings"),
        strands: StrandFolder(folder("strands")))
      let state = writer.log.state()
      var entry = LogEntry(command: "invented", codebook: book)
      for coded in read.corpus.transcripts {
        for (number, proposal) in coded.proposals.enumerated() {
          let code = "\(book.id):\(book.codes[proposal.code].id)"
          let (text, transcript) = (proposal.span.text, coded.transcript)
          if index == 2, number % 9 == 0 {
            entry.code(
              "\(book.id):\(book.codes[(proposal.code + 5) % book.codes.count].id)", text,
              in: transcript, knowing: state)
          } else if let verdict = verdict(number, by: index) {
            entry.decide(
              verdict, code: code, text, in: transcript,
              newCode: verdict == .recode ? "\(book.id):\(book.codes[3].id)" : nil,
              knowing: state, in: writer.log)
          }
        }
      }
      try writer.append(entry, at: 1_700_000_000 + index)
    }
  }

  private static func verdict(_ number: Int, by reviewer: Int) -> Verdict? {
    switch (number % 11, reviewer) {
    case (0...2, 0): .accept
    case (3, 0): .reject
    case (4, 0): .unsure
    case (5, 0): .recode
    case (0, 1), (6, 1): .accept
    case (1, 1): .reject
    default: nil
    }
  }
}
