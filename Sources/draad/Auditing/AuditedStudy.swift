import CodingEngine
import Corpus
import Export
import FileSystem
import Review

/// A study and one of its audits, as the options name it.
struct AuditedStudy {
  /// With evidence.
  let study: Study
  let audit: Audit

  /// Opens the audit that the first argument names, or the only one.
  static func open(_ options: Options) async throws -> AuditedStudy {
    try AuditedStudy(try await Study.open(options, evidence: true), options)
  }

  /// Finds it in a study that is open.
  init(_ study: Study, _ options: Options) throws {
    let logged = try Self.find(options.arguments.first, in: study.state)
    self.study = study
    audit = Audit(logged, in: study.corpus, study.log, study.state)
  }

  private static func find(_ name: String?, in state: LogState) throws -> LoggedAudit {
    let names = state.audits.map(\.audit.name)
    if let name {
      let found = state.audits.filter { $0.audit.name == name }
      if let only = found.first, found.count == 1 { return only }
      // Two reviewers who had not seen each other's work may have taken one name.
      let begun = found.map { "\($0.coder) on \($0.at)" }.joined(separator: ", ")
      guard found.isEmpty else {
        throw Failure(
          "there are \(found.count) audits \"\(name)\", begun by \(begun)",
          fix: "take one of them back with draad undo, and start it under another name")
      }
      throw Failure(
        "there is no audit \"\(name)\"",
        fix: Suggestion.sentence(Suggestion.nearest(to: name, in: names))
          ?? (names.isEmpty
            ? "begin one with draad audit start \(name)"
            : "the audits are \(names.joined(separator: ", "))"))
    }
    guard let only = state.audits.first, state.audits.count == 1 else {
      throw Failure(
        names.isEmpty ? "there is no audit yet" : "it must be said which audit",
        fix: names.isEmpty
          ? "begin one with draad audit start NAME"
          : "the audits are \(names.joined(separator: ", "))")
    }
    return only
  }

  /// Reads decisions from a file and writes them into the log: all of them, or none.
  func take(_ path: String, _ options: Options, on output: inout Output) throws {
    let bytes =
      path == "-"
      ? try File.readStandardInput(limit: Self.mostBytes)
      : try File.read(path, limit: Self.mostBytes)
    let read = AuditSheet.read(
      bytes: bytes, path: path == "-" ? "standard input" : path, for: audit, in: study.corpus)
    Messages.show(
      read.diagnostics.filter { $0.severity != .error }, isQuiet: options.contains(.quiet))
    guard let answers = read.value else { throw Failure(read.diagnostics) }
    let desk = try Desk(options)
    let news = try decide(answers, at: desk, command: "audit import \(audit.name)")
    let known = answers.count - news
    let left = audit.places.count - answers.count
    try desk.write(
      LogEntry(command: ""),
      saying: [
        "\(news) decisions taken up" + (known > 0 ? ", \(known) known already" : "")
          + "; \(left) of \(audit.places.count) places are open in this file"
      ], on: &output)
  }

  private static let mostBytes = 1 << 26

  /// Writes answers into the log as one line, and gives how many are news.
  func decide(_ answers: [AuditAnswer], at desk: Desk, command: String) throws -> Int {
    var entry = LogEntry(command: command, codebook: study.codebook)
    // What stands in the log now counts, not what stood there when the study was read.
    let now = Audit(audit.logged, in: study.corpus, desk.log, desk.state)
    let news = answers.count { answer in
      entry.decide(
        answer, in: now, by: desk.coder.name, study.corpus, knowing: desk.state, in: desk.log)
    }
    if news > 0 { try desk.writer.append(entry) }
    return news
  }
}
