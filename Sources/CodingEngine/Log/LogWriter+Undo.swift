extension LogWriter {
  /// What the coder can take back: the last line of the own strand that is still there.
  ///
  /// - Returns: The line's number, when and by which command it was written; nil when there is none.
  public func undoable(_ state: LogState) -> UndoableLine? {
    let own = log.lines.filter { $0.strand == strand && !$0.isBookkeeping }
    return own.last { !state.undone.contains($0.key) }.map(describe)
  }

  /// What the coder took back last, unless something else was written after that.
  public func redoable(_ state: LogState) -> UndoableLine? {
    let own = log.lines.filter { $0.strand == strand }
    var takenBack: [Int] = []
    for line in own {
      if !line.isBookkeeping { takenBack = [] }
      for event in line.events {
        switch event {
        case .undo(let n): takenBack.append(n)
        case .redo(let n): takenBack.removeAll { $0 == n }
        default: break
        }
      }
    }
    guard let last = takenBack.last else { return nil }
    return own.last { $0.n == last && state.undone.contains($0.key) }.map(describe)
  }

  private func describe(_ line: LogLine) -> UndoableLine {
    let file = log.files[line.file]
    return UndoableLine(
      n: line.n, at: file.text(line.parts.at), command: file.text(line.parts.command),
      edits: line.events.compactMap { if case .edit(let edit) = $0 { edit } else { nil } })
  }

  /// The number that the next line of the strand gets; one that nobody can have reached honestly is
  /// not outdone.
  var nextNumber: Int { (log.lines.last { $0.n < 1 << 31 || $0.strand == strand }?.n ?? 0) + 1 }
}

/// A line that can be taken back, or put back.
public struct UndoableLine: Sendable {
  let n: Int
  /// When it was written, in UTC.
  public let at: String
  /// By which command.
  public let command: String
  let edits: [CodebookEdit]
}

extension LogEntry {
  /// Takes a line back, as a whole.
  public mutating func undo(_ line: UndoableLine) { add(.undo(n: line.n)) }

  /// Puts a line back that was taken back.
  public mutating func redo(_ line: UndoableLine) { add(.redo(n: line.n)) }
}

extension LogLine {
  /// Whether it only keeps the books: taking it back would mean nothing.
  fileprivate var isBookkeeping: Bool {
    let isErasure = events.contains { if case .erase = $0 { true } else { false } }
    return isErasure
      || events.allSatisfy { event in
        switch event {
        case .undo, .redo, .acceptFork, .seal, .text, .unknown: true
        default: false
        }
      }
  }
}
