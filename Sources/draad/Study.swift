import CodingEngine
import Corpus
import Export
import FileSystem
import Synchronization

/// A study as the options ask for it: its codebook, its transcripts, and what the rules propose.
struct Study {
  let folder: StudyFolder
  let codebook: Codebook
  let corpus: CodedCorpus
  /// What people decided.
  let state: LogState
  let log: CodingLog
  let selection: Selection
  let language: Language
  let showsPrivate: Bool

  /// Reads and codes the study.
  ///
  /// Faults are shown on standard error. A file with an error ends the command, unless the user asked
  /// to go on without it: a table over part of a corpus is a wrong table.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - evidence: Whether the words that made each proposal are needed.
  ///   - needsCodes: Whether a study without a codebook is refused.
  /// - Returns: The study, with what the rules propose in it.
  /// - Throws: `Failure` with every reason why it cannot be read; `FileError`.
  static func open(
    _ options: Options, evidence: Bool = false, needsCodes: Bool = true
  ) async throws -> Study {
    let folder = try StudyFolder(options)
    let isQuiet = options.contains(.quiet)
    async let decided = Decided(folder)
    let listed = try CorpusFolder.list(folder.corpus)
    let progress = SharedProgress(
      "reading", total: listed.transcripts.count, isQuiet: isQuiet)
    let read = try await CodedCorpus.read(
      listed.transcripts, applying: { try folder.codebook(options, isNeeded: needsCodes) },
      evidence: evidence,
      rowsAhead: Folder.exists(folder.codings) ? 1 << 22 : 1 << 20,
      workers: ThisProcess.processorCount, progress: { progress.advance() })
    progress.finish()
    let log = try await decided
    let diagnostics = listed.diagnostics + read.diagnostics + log.diagnostics
    Messages.show(diagnostics, isQuiet: isQuiet)
    try refuseFaults(in: diagnostics, options)
    if options.contains(.privateVariables) {
      Messages.say("private variables are shown, as --private asks", isQuiet: isQuiet)
    }
    if let edit = log.log.unfinishedEdit(of: read.corpus.codebook, log.state) {
      let diagnostic = Diagnostic(
        edit, in: read.corpus.codebook.path, for: (try? CoderIdentity(options))?.coder)
      Messages.show([diagnostic], isQuiet: isQuiet)
    }
    let corpus = await read.corpus.decided(
      by: log.log, log.state, workers: ThisProcess.processorCount)
    corpus.sayWhatChanged(isQuiet: isQuiet)
    let codes = try corpus.codebook.codes(named: options.values(of: .codes))
    var selection = Selection(options, codes: codes)
    try selection.refuseUnknown(options, in: corpus, log.state)
    let study = Study(
      folder: folder, codebook: corpus.codebook, corpus: corpus, state: log.state,
      log: log.log, selection: selection,
      language: Language(options, codebook: corpus.codebook, corpus: corpus),
      showsPrivate: options.contains(.privateVariables))
    keep(study)
    return study
  }

  /// Keeps something large to the end: the system takes all memory back at once, which is faster than
  /// giving it back piece by piece.
  static func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }

  private static let kept = Mutex<[any Sendable]>([])

  /// The variables of transcripts and speakers, each once, in the order in which they occur.
  var variables: [String] {
    var seen: Set<String> = []
    return corpus.transcripts.map(\.transcript).flatMap { transcript in
      (transcript.variables + transcript.speakers.flatMap(\.variables)).map(\.key)
    }.filter { seen.insert($0).inserted }
  }

  static func refuseFaults(in diagnostics: [Diagnostic], _ options: Options) throws {
    let faulty = Set(diagnostics.filter { $0.severity == .error }.map(\.path))
    if faulty.isEmpty || options.contains(.skipUnreadable) { return }
    throw Failure(
      faulty.count == 1
        ? "a file has errors, and a table over part of the corpus would be wrong"
        : "\(faulty.count) files have errors, and a table over part of the corpus would be wrong",
      fix: "mend what is named above, or add --skip-unreadable to go on without")
  }

  /// A transcript of the study.
  func transcript(_ id: String) throws(Failure) -> CodedTranscript {
    let folded = Folding.fold(id.utf8)
    guard
      let found = corpus.transcripts.first(where: { Folding.fold($0.transcript.id.utf8) == folded })
    else { throw Failure(noTranscript: id, among: corpus.transcripts.map(\.transcript.id)) }
    return found
  }
}

extension Failure {
  /// That there is no transcript of a name, with what may be meant.
  init(noTranscript id: String, among ids: [String]) {
    // Another sign than a colon may stand before the number of a turn.
    let turn = ids.first { known in
      id.hasPrefix(known) && id.dropFirst(known.count).first?.isNumber == false
        && id.dropFirst(known.count + 1).first?.isNumber == true
    }.map { "write \($0):\(id.dropFirst($0.count + 1))" }
    self.init(
      "there is no transcript \"\(id)\"",
      fix: turn ?? Suggestion.sentence(Suggestion.nearest(to: id, in: ids))
        ?? "draad transcripts lists them")
  }
}
