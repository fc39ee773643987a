public import Corpus
import Synchronization

extension CodedCorpus {
  /// Reads transcripts and applies a codebook to them, on several threads.
  ///
  /// - Parameters:
  ///   - files: The transcripts' files.
  ///   - codebook: Reads the codebook, while the transcripts are read.
  ///   - evidence: Whether to keep the words that made each proposal.
  ///   - rowsAhead: Of how many bytes of text words and sentences are found while the codebook is read,
  ///     and kept for codings to be laid over: that saves time, and takes 16 bytes a word.
  ///   - workers: How many threads, at least 1; the result is the same for any number.
  ///   - progress: Called for each file, on any thread.
  /// - Returns: The corpus, without the files that have an error (named in `skipped`), and every
  ///   fault found in them, in the order of the files.
  /// - Throws: What `codebook` throws.
  /// - Complexity: O(*n*) in the bytes, hardly more for a larger codebook; memory for the texts, some
  ///   30 bytes a turn and 52 a proposal.
  public static func read(
    _ files: [TranscriptFile], applying codebook: () throws -> Codebook, evidence: Bool,
    rowsAhead: Int = 1 << 20, workers: Int, progress: @escaping @Sendable () -> Void = {}
  ) async rethrows -> (corpus: CodedCorpus, diagnostics: [Diagnostic]) {
    let ahead = BytesAhead(limit: rowsAhead)
    async let reading = sideBySide(Array(files.indices), workers: workers, with: ()) {
      FileRead(files[$1], words: evidence, ahead)
    }
    let codebook = try codebook()
    let engine = Engine(codebook, evidence: evidence)
    let reads = await reading
    // The largest first, so that none is left when the others are done.
    let order = files.indices.sorted { (reads[$1].size, $0) < (reads[$0].size, $1) }
    let coded = await sideBySide(order, workers: workers, with: engine) { engine, index in
      progress()
      return reads[index].applying(&engine)
    }
    let corpus = CodedCorpus(
      codebook: codebook, transcripts: coded.compactMap(\.self),
      skipped: files.indices.filter { coded[$0] == nil }.map { files[$0].path })
    return (corpus, reads.flatMap(\.read.diagnostics))
  }
}

/// What is made of one file while the codebook is read and compiled.
private struct FileRead: Sendable {
  let read: Read<Transcript>
  private let rows: RowTable?
  private let words: WordTable?

  init(_ file: TranscriptFile, words isWanted: Bool, _ ahead: BytesAhead) {
    read = file.read()
    guard let transcript = read.value else {
      (rows, words) = (nil, nil)
      return
    }
    let rows = ahead.takes(transcript.text.count) ? RowTable(of: transcript) : nil
    self.rows = rows
    words = isWanted ? WordTable(of: transcript, rows) : nil
  }

  /// In bytes of text.
  var size: Int { read.value?.text.count ?? 0 }

  func applying(_ engine: inout Engine) -> CodedTranscript? {
    guard let transcript = read.value else { return nil }
    var coded = engine.apply(to: transcript, rows: rows)
    coded.words = words
    return coded
  }
}

/// Counts the text that is cut into rows before the codebook is compiled.
private final class BytesAhead: Sendable {
  private let limit: Int
  private let count = Atomic(0)

  init(limit: Int) { self.limit = limit }

  func takes(_ bytes: Int) -> Bool { count.add(bytes, ordering: .relaxed).newValue <= limit }
}
