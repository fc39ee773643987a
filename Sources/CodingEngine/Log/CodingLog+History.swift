/// A line of the log, as people read it.
public struct LogHistoryLine: Sendable, Hashable {
  /// The line's number.
  public let n: Int
  /// When, in UTC.
  public let at: String
  /// The full name.
  public let coder: String
  /// What was typed, without words of transcripts.
  public let command: String
  /// Whether it was taken back.
  public let isUndone: Bool
}

extension CodingLog {
  /// What was done, in the order in which it holds.
  public func history() -> [LogHistoryLine] {
    let undone = state().undone
    return lines.map { line in
      let file = files[line.file]
      return LogHistoryLine(
        n: line.n, at: file.text(line.parts.at), coder: line.coder,
        command: file.text(line.parts.command), isUndone: undone.contains(line.key))
    }
  }
}
