/// An edit of a codebook of which log and file say different things: whoever made it was stopped
/// between writing the one and the other, the file was put back, or another's log came without it.
public struct UnfinishedEdit: Sendable, Hashable {
  /// Who made it: the full name.
  public let coder: String
  /// When, in UTC.
  public let at: String
  /// By which command.
  public let command: String
  /// Whether the log says that it was taken back, and the file has it still.
  public let isTakenBack: Bool
}

extension CodingLog {
  /// The edit that a codebook's file lacks although it is in the log, or has although it was taken
  /// back.
  ///
  /// - Parameters:
  ///   - book: As it is now.
  ///   - state: What holds after the log.
  /// - Returns: Nil when file and log fit, or the file was changed by other means.
  /// - Complexity: O(*n*) in the lines that do more than code; the file is looked at only when there
  ///   are edits.
  public func unfinishedEdit(of book: Codebook, _ state: LogState) -> UnfinishedEdit? {
    var made: [(line: LogLine, edit: CodebookEdit)] = []
    /// The key of the line that was last made, taken back or put back.
    var last: UInt64?
    for index in changing {
      let line = lines[index]
      for event in line.events {
        switch event {
        case .edit(let edit) where edit.book == book.id:
          made.append((line, edit))
          last = line.key
        case .undo(let n), .redo(let n):
          let key = UInt64(line.strand.number) << 32 | UInt64(truncatingIfNeeded: n)
          if made.contains(where: { $0.line.key == key }) { last = key }
        default: break
        }
      }
    }
    guard let last, let latest = made.last(where: { $0.line.key == last }) else { return nil }
    let digest = book.digest
    if state.undone.contains(last) {
      let isThere = latest.edit.sha256 != digest && latest.edit.undo(in: book.bytes) != nil
      return isThere ? describe(latest.line, isTakenBack: true) : nil
    }
    let held = made.filter { !state.undone.contains($0.line.key) }
    guard let first = held.lastIndex(where: { $0.edit.sha256 == digest }) else { return nil }
    // Edits that end where they began leave nothing to be done.
    let after = held[first...].reduce(Optional(book.bytes)) { bytes, made in
      bytes.flatMap(made.edit.redo)
    }
    return after == book.bytes ? nil : describe(held[first].line, isTakenBack: false)
  }

  private func describe(_ line: LogLine, isTakenBack: Bool) -> UnfinishedEdit {
    let file = files[line.file]
    return UnfinishedEdit(
      coder: line.coder, at: file.text(line.parts.at), command: file.text(line.parts.command),
      isTakenBack: isTakenBack)
  }
}
