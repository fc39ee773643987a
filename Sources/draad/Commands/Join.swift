import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let join = Command(
    name: "join",
    summary: "Take in what others coded in a copy of this study",
    arguments: .any("OTHER-STUDY"),
    ownOptions: [.codebook],
    details: [
      "OTHER-STUDY is a study's folder. Its log comes to stand beside what is here; the order does not"
        + " matter, and what came in before is not taken twice. Its transcripts and codebooks stay"
        + " where they are: codings find their words in the transcripts that are here."
    ],
    examples: [.init("draad join ../study-of-bram", "Take in what Bram coded.")]
  ) { options, output in
    let folder = try StudyFolder(options)
    guard !options.arguments.isEmpty else {
      throw Failure("join needs the folder of another study", fix: "write draad join ../OTHER")
    }
    let book = try folder.codebook(options, isNeeded: false)
    for other in options.arguments {
      let lines = try JoinedStudy(other, into: folder, book, isQuiet: options.contains(.quiet))
        .lines
      for line in lines { try output.write(visible(line) + "\n") }
    }
    return .done
  }
}

/// What `draad join` did with one other study, in words.
private struct JoinedStudy {
  private(set) var lines: [String] = []

  init(_ other: String, into folder: StudyFolder, _ book: Codebook, isQuiet: Bool) throws {
    let codings = Path.join(Path.join(other, "Corpus"), "Codings")
    guard Folder.exists(codings) else {
      throw Failure(
        "nobody has coded there: there is no folder Corpus/Codings", about: other,
        fix: "give the folder of a study, in which Corpus stands")
    }
    if Folder.areSame(codings, folder.codings) {
      throw Failure("this is the same study", about: other, fix: "give another copy of it")
    }
    let copy = try CodingLog.read(codings)
    Messages.show(copy.diagnostics.map(\.asWarning), isQuiet: isQuiet)
    let here = try CodingLog.read(folder.codings)
    let join = LogJoin(copy.log, into: here.log)
    if let shared = join.sharedFolder {
      throw Failure(
        "\(shared.names.joined(separator: " and ")) are two names with one folder, \(shared.folder)",
        about: other, fix: "let one of them code under another name")
    }
    try join.carryOut(in: folder.codings)
    lines = join.shares.map(Self.sentence)
    if join.shares.isEmpty { lines.append("\(other) has an empty log") }
    if join.erasedCount > 0 {
      lines.append("\(join.erasedCount) lines here lost words that were erased there")
    }
    let joined = try CodingLog.read(folder.codings).log
    Messages.show(joined.forkWarnings, isQuiet: isQuiet)
    try compare(join.transcripts, joined, folder)
    let codes = Set(join.codes.filter { $0.hasPrefix(book.id + ":") && !book.knows($0, joined) })
    if !codes.isEmpty {
      lines.append(
        "not in the codebook here: \(codes.map { $0.dropFirst(book.id.count + 1) }.sorted().joined(separator: ", "))"
      )
    }
  }

  private static func sentence(_ share: LogJoin.Share) -> String {
    var parts: [String] = []
    for (count, one, many) in [
      (share.codings, "coding", "codings"), (share.verdicts, "verdict", "verdicts"),
      (share.memos, "memo", "memos"),
    ] where count > 0 { parts.append("\(count) \(count == 1 ? one : many)") }
    let were = share.known == 1 ? "was" : "were"
    let known = share.known > 0 ? "; \(share.known) \(were) here already" : ""
    guard share.lines > 0 else { return "\(share.coder): nothing new\(known)" }
    let what = parts.isEmpty ? "" : " with \(parts.joined(separator: ", "))"
    return
      "\(share.coder): \(share.lines) line\(share.lines == 1 ? "" : "s") came in\(what)\(known)"
  }

  /// Says which codings stand on a transcript that differs from the one here, or is not here.
  private mutating func compare(
    _ transcripts: [String], _ log: CodingLog, _ folder: StudyFolder
  ) throws {
    let state = log.state()
    let files = try CorpusFolder.list(folder.corpus).transcripts
    for id in transcripts {
      let codings = state.codings.filter { $0.anchor.transcript == id }
      guard let file = files.first(where: { $0.id == id }) else {
        let wait = codings.count == 1 ? "1 coding waits" : "\(codings.count) codings wait"
        lines.append("\(id) is not here: \(wait) for it")
        continue
      }
      guard let transcript = file.read().value else { continue }
      let versions = Set(codings.map(\.anchor.text))
      if versions.isSubset(of: [transcript.textKey]) { continue }
      let lost = state.moved(id, in: transcript, log).unplaced
      let uncertain = lost.count { $0.text != nil }
      lines.append(
        "\(id) differs here from what was coded: of \(codings.count) codings"
          + " \(codings.count - lost.count) stand on the same words, \(uncertain) are uncertain,"
          + " \(lost.count - uncertain) have no words here"
          + (lost.isEmpty ? "" : ": see draad reanchor"))
    }
  }
}

extension Codebook {
  /// Whether a code of the log is in the book, or was made while reading.
  fileprivate func knows(_ name: String, _ log: CodingLog) -> Bool {
    namesInLog()[name] != nil || log.state().newCodes.contains { $0.code == name }
  }
}
