/// A memo with what it is about, as people name it.
public struct PlacedMemo: Sendable, Hashable {
  /// The note.
  public let memo: Memo
  /// The coding that it is about, if it is about one that is there still.
  public let coding: LoggedCoding?

  /// What it is about: `study`, `FG07`, `book:code`, or `FG07:12 book:code` for a coding; nil when
  /// that was taken off.
  public var place: String? {
    switch memo.target {
    case .study: "study"
    case .transcript(let id): id
    case .code(let code): code
    case .coding: coding.map { "\($0.turn) \($0.code)" }
    }
  }

  /// Whether it is about this, or about a coding of it.
  ///
  /// - Parameter name: `study`, a transcript, a turn (`FG07:12`), or a code with or without its book;
  ///   case does not count.
  /// - Returns: Whether it is.
  public func isOn(_ name: String) -> Bool {
    let name = name.lowercased()
    var names = [memo.target.description, place].compactMap(\.self)
    if let coding { names += [coding.anchor.transcript, coding.turn, coding.code] }
    return names.contains { other in
      let isTurn = coding?.turn == other
      let other = other.lowercased()
      return other == name || other.hasSuffix(":" + name) && !isTurn
    }
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
