/// A memo with what it is about, as people name it.
public struct PlacedMemo: Sendable, Hashable {
  /// The note.
  public let memo: Memo
  /// The coding that it is about, if it is about one that is there still.
  public let coding: LoggedCoding?

  /// What it is about: `study`, `FG07`, `book:code`, or `FG07:12 book:code` for a coding.
  public var place: String {
    switch memo.target {
    case .study: "study"
    case .transcript(let id): id
    case .code(let code): code
    case .coding: coding.map { "\($0.turn) \($0.code)" } ?? "a coding that was taken off"
    }
  }

  /// Whether it is about this, or about a coding of it.
  ///
  /// - Parameter name: `study`, a transcript, a turn (`FG07:12`), or a code with or without its book.
  /// - Returns: Whether it is.
  public func isOn(_ name: String) -> Bool {
    var names = [memo.target.description, place]
    if let coding { names += [coding.anchor.transcript, coding.turn, coding.code] }
    return names.contains { $0 == name || $0.hasSuffix(":" + name) && coding?.turn != $0 }
  }
}

extension LoggedCoding {
  fileprivate var turn: String { "\(anchor.transcript):\(anchor.span.firstTurn)" }
}

extension LogState {
  /// The memos with what they are about, in the order of their lines.
  public var placedMemos: [PlacedMemo] {
    var byID: [LogReference: LoggedCoding] = [:]
    for coding in codings { byID[coding.id.withoutLine] = coding }
    return memos.map { memo in
      guard case .coding(let id) = memo.target else { return PlacedMemo(memo: memo, coding: nil) }
      return PlacedMemo(memo: memo, coding: byID[id.withoutLine])
    }
  }
}
