public import Corpus
import Synchronization

extension CodedCorpus {
  /// Reads transcripts and applies a codebook to them, on several threads.
  ///
  /// - Parameters:
  ///   - files: The transcripts' files.
  ///   - codebook: Reads the codebook, while the transcripts are read.
  ///   - evidence: Whether to keep the words that made each proposal.
  ///   - keepingRows: Whether people have decided something, so that codings will be laid over: that
  ///     is faster then, and costs 16 bytes a word meanwhile.
  ///   - workers: How many threads, at least 1; the result is the same for any number.
  ///   - progress: Called now and then with the number of files done, on any thread.
  /// - Returns: The corpus, without the files that have an error (named in `skipped`), and every
  ///   fault found in them, in the order of the files.
  /// - Throws: What `codebook` throws.
  /// - Complexity: O(*n*) in the bytes, hardly more for a larger codebook; memory for the texts, some
  ///   30 bytes a turn and 52 a proposal.
  public static func read(
    _ files: [TranscriptFile], applying codebook: () throws -> Codebook, evidence: Bool,
    keepingRows: Bool = false, workers: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async rethrows -> (corpus: CodedCorpus, diagnostics: [Diagnostic]) {
    async let reading = sideBySide(files.count, workers: workers, with: ()) { files[$1].read() }
    let codebook = try codebook()
    let engine = Engine(codebook, evidence: evidence, keepingRows: keepingRows)
    let reads = await reading
    let coded = await sideBySide(files.count, workers: workers, with: engine) { engine, index in
      progress(index)
      return reads[index].value.map { engine.apply(to: $0) }
    }
    let corpus = CodedCorpus(
      codebook: codebook, transcripts: coded.compactMap(\.self),
      skipped: files.indices.filter { coded[$0] == nil }.map { files[$0].path })
    return (corpus, reads.flatMap(\.diagnostics))
  }
}

/// Does a work for each number below `count`, on several threads.
///
/// - Parameters:
///   - count: How many.
///   - workers: How many threads, at least 1.
///   - state: What each thread gets a copy of.
///   - work: What to do.
/// - Returns: What came of each, in the order of the numbers.
private func sideBySide<State: Sendable, Result: Sendable>(
  _ count: Int, workers: Int, with state: State,
  _ work: @escaping @Sendable (inout State, Int) -> Result
) async -> [Result] {
  let next = Counter()
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<max(1, min(workers, count)) {
      group.addTask {
        var state = state
        var results: [(Int, Result)] = []
        while let index = next.advance(upTo: count) { results.append((index, work(&state, index))) }
        return results
      }
    }
    var all: [(Int, Result)] = []
    for await some in group { all += some }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Hands out numbers to threads, each once.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func advance(upTo limit: Int) -> Int? {
    let index = next.add(1, ordering: .relaxed).oldValue
    return index < limit ? index : nil
  }
}
