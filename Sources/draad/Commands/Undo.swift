import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let undo = Command(
    name: "undo",
    summary: "Take back the last thing that you did to the log",
    ownOptions: [.coder, .codebook],
    details: ["Takes back one command of yours as a whole; again, the one before."],
    examples: [.init("draad undo", "Take back your last coding.")]
  ) { options, output in
    let lock = try LockedFolder(StudyFolder(options).codebooks)
    defer { withExtendedLifetime(lock) {} }
    let desk = try Desk(options, needsCodes: false)
    guard let line = desk.writer.undoable(desk.state) else {
      throw Failure("there is nothing of yours to take back")
    }
    var entry = LogEntry(command: "undo", codebook: desk.codebook)
    entry.undo(line)
    try desk.write(
      entry, about: line, line.undo, saying: "took back: \(line.command) (\(line.at))",
      on: &output)
    return .done
  }

  static let redo = Command(
    name: "redo",
    summary: "Put back what draad undo took back",
    ownOptions: [.coder, .codebook],
    details: ["Only as long as you did nothing else since."],
    examples: [.init("draad redo", "Put back what you took back last.")]
  ) { options, output in
    let lock = try LockedFolder(StudyFolder(options).codebooks)
    defer { withExtendedLifetime(lock) {} }
    let desk = try Desk(options, needsCodes: false)
    guard let line = desk.writer.redoable(desk.state) else {
      throw Failure("there is nothing to put back")
    }
    var entry = LogEntry(command: "redo", codebook: desk.codebook)
    entry.redo(line)
    try desk.write(
      entry, about: line, line.redo, saying: "put back: \(line.command) (\(line.at))",
      on: &output)
    return .done
  }
}

extension Desk {
  /// Writes the entry, does to the codebook's file what it says, if the line was an edit of one, and
  /// says what became of codings.
  fileprivate func write(
    _ entry: LogEntry, about line: UndoableLine, _ change: ([UInt8]) -> [UInt8]?,
    saying words: String, on output: inout Output
  ) throws {
    if let id = line.editedBook {
      try write(entry, editing: id, line, change, saying: words, on: &output)
    } else {
      try write(entry, saying: [words], on: &output)
    }
    let log = try CodingLog.read(folder.codings).log
    for line in CodingChanges(self, now: log, log.state()).lines {
      try output.write(visible("  \(line)") + "\n")
    }
  }

  private func write(
    _ entry: LogEntry, editing book: String, _ line: UndoableLine,
    _ change: ([UInt8]) -> [UInt8]?, saying words: String, on output: inout Output
  ) throws {
    let books = try folder.readCodebooks()
    guard let path = books.value?.codebooks.first(where: { $0.id == book })?.path else {
      throw Failure("there is no codebook \(book) that can be read", about: folder.codebooks)
    }
    let old = try File.read(path)
    guard let new = change(old) else {
      throw Failure(
        "this file has been edited since: \(line.command) (\(line.at))", about: path,
        fix: "edit it by hand; the log and the file are as they were")
    }
    try write(
      entry, replacing: old, by: new, in: path, saying: [words, "changed \(path) accordingly"],
      on: &output)
  }
}
