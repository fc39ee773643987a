import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let codebookDiff = Command(
    name: "codebook diff",
    summary: "Compare two versions of a codebook, and what their rules find",
    arguments: .any("OLD NEW"),
    ownOptions: [.codebook, .skipUnreadable] + Option.writing,
    details: [
      "OLD and NEW are files, or revisions in git: HEAD~1 is the study's codebook as it was then,"
        + " HEAD~1:Codebooks/x.md any file. Without NEW it is the codebook as it is now. Shown are"
        + " codes, texts and rules that changed, and the passages that the rules win and lose by it."
        + " Exit status 1 if anything differs; comments and layout do not count."
    ],
    examples: [
      .init("draad codebook diff HEAD", "What you changed since the last commit."),
      .init("draad codebook diff old.md Codebooks/new.md --csv", "Compare two files."),
    ]
  ) { options, output in
    _ = try Destination(options)
    let names = options.arguments
    guard let first = names.first, names.count <= 2 else {
      throw Failure("diff needs one or two versions", fix: "write draad codebook diff OLD NEW")
    }
    let folder = try StudyFolder(options)
    let old = try BookVersion(first, folder, options).book
    let new =
      try names.count == 2
      ? BookVersion(names[1], folder, options).book : folder.codebook(options)
    let difference = CodebookDifference(of: old, new)
    let corpus = try await Study.transcripts(of: folder, applying: new, options)
    let places = await corpus.places(difference)
    let table = Table.codebookDifference(
      difference, in: corpus, places, in: Language(options, codebook: new, corpus: corpus))
    if try options.format() == .text {
      try Destination(options).write(Array(table.differenceText().utf8), on: &output)
    } else {
      try table.write(options, on: &output)
    }
    return difference.changes.isEmpty && places.allSatisfy(\.isEmpty) ? .done : .found
  }
}

extension Study {
  /// The transcripts of a study with what a codebook's rules propose, whatever people decided.
  fileprivate static func transcripts(
    of folder: StudyFolder, applying codebook: Codebook, _ options: Options
  ) async throws -> CodedCorpus {
    let listed = try CorpusFolder.list(folder.corpus)
    let read = await CodedCorpus.read(
      listed.transcripts, applying: { codebook }, evidence: false,
      workers: ThisProcess.processorCount)
    let diagnostics = listed.diagnostics + read.diagnostics
    Messages.show(diagnostics, isQuiet: options.contains(.quiet))
    try refuseFaults(in: diagnostics, options)
    return read.corpus
  }
}

extension CodedCorpus {
  /// For each transcript, what the rules of the later book win and lose.
  fileprivate func places(_ difference: CodebookDifference) async -> [[PlaceDifference]] {
    let engine = Engine(difference.old)
    let count = max(1, ThisProcess.processorCount)
    return await withTaskGroup(of: [(Int, [PlaceDifference])].self) { group in
      for worker in 0..<count {
        group.addTask {
          var engine = engine
          return stride(from: worker, to: transcripts.count, by: count).map { index in
            let new = transcripts[index]
            let old = engine.apply(to: new.transcript)
            return (index, PlaceDifference.find(difference, old, new))
          }
        }
      }
      var all: [(Int, [PlaceDifference])] = []
      for await some in group { all += some }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
