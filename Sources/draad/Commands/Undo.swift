import CodingEngine
import FileSystem

extension Command {
  static let undo = Command(
    name: "undo",
    summary: "Take back the last thing that you did to the log",
    ownOptions: [.coder, .codebook],
    details: ["Takes back one command of yours as a whole; again, the one before."],
    examples: [.init("draad undo", "Take back your last coding.")]
  ) { options, output in
    let desk = try Desk(options)
    guard let line = desk.writer.undoable(desk.state) else {
      throw Failure("there is nothing of yours to take back")
    }
    var entry = LogEntry(command: "undo", codebook: desk.codebook)
    entry.undo(line)
    try desk.write(
      entry, saying: ["took back: \(line.command) (\(line.at))"], on: &output)
    return .done
  }

  static let redo = Command(
    name: "redo",
    summary: "Put back what draad undo took back",
    ownOptions: [.coder, .codebook],
    details: ["Only as long as you did nothing else since."],
    examples: [.init("draad redo", "Put back what you took back last.")]
  ) { options, output in
    let desk = try Desk(options)
    guard let line = desk.writer.redoable(desk.state) else {
      throw Failure("there is nothing to put back")
    }
    var entry = LogEntry(command: "redo", codebook: desk.codebook)
    entry.redo(line)
    try desk.write(entry, saying: ["put back: \(line.command) (\(line.at))"], on: &output)
    return .done
  }
}
