public import Corpus
public import FileSystem

/// The log while one command of one coder writes to it: nobody else on this machine writes to the
/// coder's strand meanwhile.
public struct LogWriter: Sendable {
  /// Who writes.
  public let coder: Coder
  /// All that was there, read after the lock was taken.
  public let log: CodingLog
  /// What is wrong with the log's files, and what was done about it.
  public let diagnostics: [Diagnostic]
  /// Whether this is the coder's first writing in this study on this machine.
  public let isFirst: Bool

  let strand: StrandID
  let path: String
  let file: AppendedFile

  /// Takes the lock, puts a torn line aside, and reads the log.
  ///
  /// - Parameters:
  ///   - coder: Who writes.
  ///   - codings: `Corpus/Codings` of the study; made if it is missing.
  ///   - strands: Where this machine keeps its strands.
  /// - Throws: `LogWritingError`; nothing was changed in what was read.
  public init(
    of coder: Coder, in codings: String, strands: StrandFolder
  ) throws(LogWritingError) {
    do {
      let folder = Path.join(codings, coder.folder)
      try Folder.create(folder)
      let known = try strands.strand(of: coder, in: codings)
      isFirst = known == nil
      var strand = try known ?? strands.renew(nil, of: coder, in: codings)
      var path = Path.join(folder, "\(strand).jsonl")
      var file = try AppendedFile(path)
      var read = try CodingLog.read(codings)
      try Self.refuseSharedFolder(of: coder, folder, read.log)
      if read.log.isBroken(strand, at: path) {
        strand = try strands.renew(strand, of: coder, in: codings)
        path = Path.join(folder, "\(strand).jsonl")
        file = try AppendedFile(path)
        read = try CodingLog.read(codings)
      }
      if let own = read.log.files.first(where: { $0.path == path }), !own.torn.isEmpty {
        try Self.putAside(own, strand, in: folder)
        try file.truncate(to: own.torn.lowerBound)
      }
      self.coder = coder
      self.strand = strand
      self.path = path
      self.file = file
      log = read.log
      diagnostics = read.diagnostics
    } catch let error as FileError {
      throw .file(error)
    } catch let error as LogWritingError {
      throw error
    } catch {
      preconditionFailure("only these two are thrown: \(error)")
    }
  }

  /// Adds one line for one command; when it returns, the disk holds it.
  ///
  /// - Parameters:
  ///   - entry: What the command did.
  ///   - seconds: When, since 1970.
  /// - Returns: The digest of the line.
  /// - Throws: `FileError`; then the log is as it was.
  @discardableResult
  public func append(
    _ entry: LogEntry, at seconds: Int = ThisProcess.secondsSince1970
  ) throws(FileError) -> String {
    let draft = draft(entry, at: seconds)
    let line = draft.line()
    try file.append(line)
    let written = LogFile(path: path, bytes: line, index: 0)
    return written.lines.first.map(written.digest) ?? ""
  }

  private func draft(_ entry: LogEntry, at seconds: Int) -> LogDraft {
    let heads = log.heads()
    let prev = heads.first { $0.strand == strand }?.digest ?? ""
    return LogDraft(
      coder: coder.name, strand: strand, n: nextNumber, prev: prev,
      seen: heads.filter { $0.strand != strand }, at: timestamp(seconds), command: entry.command,
      book: entry.book, shown: entry.shown, events: entry.events, words: entry.words)
  }

  private static func putAside(
    _ own: LogFile, _ strand: StrandID, in folder: String
  ) throws(FileError) {
    let torn = try AppendedFile(Path.join(folder, "\(strand).torn"))
    try torn.append(Array(own.bytes[own.torn]) + [0x0A])
  }

  private static func refuseSharedFolder(
    of coder: Coder, _ folder: String, _ log: CodingLog
  ) throws(LogWritingError) {
    for file in log.files where Path.folder(of: file.path) == folder {
      for chunk in file.chunks {
        guard let other = chunk.lines.first(where: { $0.coder != coder.name }) else { continue }
        throw .sharedFolder(folder, other: other.coder, name: coder.name)
      }
    }
  }
}

/// Why the log cannot be written to.
public enum LogWritingError: Error, Sendable, Hashable {
  case file(FileError)
  /// Two names give one folder.
  case sharedFolder(String, other: String, name: String)
}

extension CodingLog {
  /// The last line of each strand, in the order of strands; of a fork, the one with the last digest.
  func heads() -> [LogDraft.Seen] {
    var last: [StrandID: Int] = [:]
    for (index, line) in lines.enumerated() { last[line.strand] = index }
    return last.keys.sorted().compactMap { strand in
      guard let end = last[strand] else { return nil }
      // The sides of a fork stand beside each other.
      let sides = lines[...end].reversed().prefix { $0.key == lines[end].key }
      return sides.map { LogDraft.Seen(strand: strand, n: $0.n, digest: digest(of: $0)) }
        .max { $0.digest < $1.digest }
    }
  }

  /// Whether a strand must not be gone on with: it is forked, its file has unreadable lines, or
  /// other files hold lines of it that its own file does not.
  fileprivate func isBroken(_ strand: StrandID, at path: String) -> Bool {
    let own = files.first { $0.path == path }
    if own?.faults.isEmpty == false { return true }
    let all = lines.count { $0.strand == strand }
    let inOwn = own?.chunks.reduce(0) { $0 + $1.lines.count { $0.strand == strand } } ?? 0
    return all != inOwn
      || !forks(of: strand).isEmpty
  }
}

/// A time in UTC, to the second: `2025-03-18T12:00:00Z`.
func timestamp(_ seconds: Int) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let (days, rest) = (seconds / 86_400, seconds % 86_400)
  // Civil from days: eras of 400 years that begin in March.
  let shifted = days + 719_468
  let (era, day) = (shifted / 146_097, shifted % 146_097)
  let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
  let dayOfYear = day - (365 * year + year / 4 - year / 100)
  let month = (5 * dayOfYear + 2) / 153
  let date = dayOfYear - (153 * month + 2) / 5 + 1
  let number = month < 10 ? month + 3 : month - 9
  let civil = era * 400 + year + (number < 3 ? 1 : 0)
  return
    "\(civil)-\(two(number))-\(two(date))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
}
