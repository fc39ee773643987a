public import Corpus
import Synchronization

extension CodedCorpus {
  /// Reads transcripts and applies a codebook to them, on several threads.
  ///
  /// - Parameters:
  ///   - files: The transcripts' files.
  ///   - codebook: Its rules.
  ///   - evidence: Whether to keep the words that made each proposal.
  ///   - workers: How many threads, at least 1; the result is the same for any number.
  ///   - progress: Called now and then with the number of files done, on any thread.
  /// - Returns: The corpus, without the files that have an error (named in `skipped`), and every
  ///   fault found, in the order of the files.
  /// - Complexity: O(*n*) in the bytes, hardly more for a larger codebook; memory for the texts, some
  ///   30 bytes a turn and 52 a proposal.
  public static func read(
    _ files: [TranscriptFile], applying codebook: Codebook, evidence: Bool, workers: Int,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> (corpus: CodedCorpus, diagnostics: [Diagnostic]) {
    let engine = Engine(codebook, evidence: evidence)
    let next = Counter()
    let results = await withTaskGroup(of: [FileResult].self) { group in
      for _ in 0..<max(1, min(workers, files.count)) {
        group.addTask {
          var engine = engine
          var results: [FileResult] = []
          while let index = next.advance(upTo: files.count) {
            let read = files[index].read()
            results.append(
              FileResult(
                index: index, coded: read.value.map { engine.apply(to: $0) },
                diagnostics: read.diagnostics))
            progress(index)
          }
          return results
        }
      }
      var all: [FileResult] = []
      for await some in group { all += some }
      return all.sorted { $0.index < $1.index }
    }
    let corpus = CodedCorpus(
      codebook: codebook, transcripts: results.compactMap(\.coded),
      skipped: results.filter { $0.coded == nil }.map { files[$0.index].path })
    return (corpus, results.flatMap(\.diagnostics))
  }
}

/// What came of one file.
private struct FileResult: Sendable {
  let index: Int
  let coded: CodedTranscript?
  let diagnostics: [Diagnostic]
}

/// Hands out numbers to threads, each once.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func advance(upTo limit: Int) -> Int? {
    let index = next.add(1, ordering: .relaxed).oldValue
    return index < limit ? index : nil
  }
}
