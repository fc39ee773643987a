extension LogEvent {
  /// Reads the event at which the cursor stands, and moves on behind it.
  ///
  /// An event that is unknown, or lacks something it needs, is kept as `unknown`.
  init(_ cursor: inout LogCursor) throws(LogSyntaxFault) {
    let start = cursor.index
    // Nearly all events are codings, which have few members.
    if let coding = try CodingFields(&cursor) {
      self = coding.event
      return
    }
    cursor.move(to: start)
    let fields = try EventFields(&cursor)
    self = fields.event ?? .unknown(fields.name)
  }
}

/// The members of a coding that is written as the tool writes it.
private struct CodingFields {
  private var code = ""
  private var level: String?
  private var anchor = Anchor(
    transcript: "", text: 0, span: TurnPositions(firstTurn: 0, start: 0, lastTurn: 0, end: 0),
    speaker: "", twins: 1, words: 0)

  var event: LogEvent { .code(code: code, level: level, anchor) }

  /// Nil where something else stands, or in another order.
  init?(_ cursor: inout LogCursor) throws(LogSyntaxFault) {
    try cursor.enterObject()
    var isFirst = true
    guard try cursor.nextKey(isFirst: &isFirst) == .event, try cursor.name() == "code",
      try cursor.nextKey(isFirst: &isFirst) == .code
    else { return nil }
    code = try cursor.name()
    var key = try cursor.nextKey(isFirst: &isFirst)
    if key == .level {
      level = try cursor.name()
      key = try cursor.nextKey(isFirst: &isFirst)
    }
    guard key == .in else { return nil }
    anchor.transcript = try cursor.name()
    guard try cursor.nextKey(isFirst: &isFirst) == .text,
      let text = cursor.hexadecimal(try cursor.text(), count: 16),
      try cursor.nextKey(isFirst: &isFirst) == .span, let span = try cursor.positions(),
      try cursor.nextKey(isFirst: &isFirst) == .by
    else { return nil }
    (anchor.text, anchor.span) = (text, span)
    anchor.speaker = try cursor.name()
    key = try cursor.nextKey(isFirst: &isFirst)
    if key == .twins {
      anchor.twins = try cursor.integer()
      key = try cursor.nextKey(isFirst: &isFirst)
    }
    guard key == .words else { return nil }
    anchor.words = try cursor.integer()
    guard try cursor.nextKey(isFirst: &isFirst) == nil else { return nil }
  }
}

/// The members of an event, as far as they have the right kind.
private struct EventFields {
  var name = ""
  var transcript, speaker, code, level, sha256, turns, target, title, verdict, to, from: String?
  var old, edit, why: String?
  var coding: LogReference?
  var codes, lines: [String]?
  var positions: [Int] = []
  var text: UInt64?
  var twins = 1
  var words, reason, n: Int?
  var newSpan: Anchor?

  init(_ cursor: inout LogCursor) throws(LogSyntaxFault) {
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(isFirst: &isFirst) {
      switch key {
      case .event: name = try cursor.name()
      case .in: transcript = try cursor.name()
      case .text: text = cursor.hexadecimal(try cursor.text(), count: 16)
      case .span: positions = try cursor.integers()
      case .by: speaker = try cursor.name()
      case .twins: twins = try cursor.integer()
      case .words: words = try cursor.integer()
      case .code: code = try cursor.name()
      case .level: level = try cursor.name()
      case .coding: coding = LogReference(try cursor.string())
      default: try readOther(key, &cursor)
      }
    }
  }

  private mutating func readOther(_ key: LogKey, _ cursor: inout LogCursor) throws(LogSyntaxFault) {
    switch key {
    case .sha256: sha256 = try cursor.string()
    case .turns: turns = try cursor.string()
    case .on: target = try cursor.string()
    case .title: title = try cursor.string()
    case .codes: codes = try cursor.strings()
    case .lines: lines = try cursor.strings()
    case .verdict: verdict = try cursor.string()
    case .reason: reason = try cursor.integer()
    case .to: to = try cursor.string()
    case .from: from = try cursor.string()
    case .n: n = try cursor.integer()
    case .edit: edit = try cursor.string()
    case .old: old = try cursor.string()
    case .why: why = try cursor.string()
    case .new: newSpan = try EventFields(&cursor).anchor
    default: _ = try cursor.skip()
    }
  }

  var anchor: Anchor? {
    guard let transcript, let text, positions.count == 4, let speaker, let words else { return nil }
    let span = TurnPositions(
      firstTurn: positions[0], start: positions[1], lastTurn: positions[2], end: positions[3])
    return Anchor(
      transcript: transcript, text: text, span: span, speaker: speaker, twins: twins, words: words)
  }

  /// The event, if it is known and has all it needs.
  var event: LogEvent? {
    switch name {
    case "code":
      guard let code, let anchor else { return nil }
      return .code(code: code, level: level, anchor)
    case "decide": return decision.map { .decide($0) }
    case "text": return version.map { .text($0) }
    case "uncode": return coding.map { .uncode($0) }
    case "recode":
      guard let coding, let code else { return nil }
      return .recode(coding, code: code, level: level)
    case "resize":
      guard let coding, let anchor else { return nil }
      return .resize(coding, anchor)
    case "reanchor": return coding.map { .reanchor($0, anchor) }
    case "undo": return n.map { .undo(n: $0) }
    case "redo": return n.map { .redo(n: $0) }
    default: return otherEvent
    }
  }

  private var otherEvent: LogEvent? {
    switch name {
    case "memo":
      guard let target = target.flatMap(MemoTarget.init), let words else { return nil }
      return .memo(target, words: words)
    case "new code":
      guard let code, let title else { return nil }
      return .newCode(code: code, title: title)
    case "adopt": return codes.map { .adopt(codes: $0) }
    case "done":
      guard let transcript, let codes else { return nil }
      return .done(transcript: transcript, codes: codes)
    case "settle":
      guard let codes, let anchor else { return nil }
      return .settle(codes: codes, anchor)
    case "codebook":
      guard let edit, let transcript, let codes, let sha256, let n, let old, let title else {
        return nil
      }
      return .edit(
        CodebookEdit(
          kind: edit, book: transcript, codes: codes, sha256: sha256, at: n, old: old, new: title))
    case "erase":
      guard let lines, let transcript, let speaker, let why else { return nil }
      return .erase(
        LogErasureEvent(lines: lines, transcript: transcript, speaker: speaker, why: why))
    case "seal": return .seal
    case "accept-fork": return from.map { .acceptFork(after: $0) }
    default: return nil
    }
  }

  private var version: TextVersion? {
    guard let transcript, let sha256, let turns,
      hexadecimal(sha256.utf8.prefix(16), count: 16) != nil
    else { return nil }
    let digits = Array(turns.utf8)
    let digests = stride(from: 0, to: digits.count, by: 8).map { start in
      hexadecimal(digits[start..<min(start + 8, digits.count)], count: 8).map { UInt32($0) }
    }
    guard !digests.contains(nil) else { return nil }
    return TextVersion(transcript: transcript, sha256: sha256, turns: digests.compactMap(\.self))
  }

  private var decision: LogDecision? {
    guard let verdict = verdict.flatMap(Verdict.init(rawValue:)), let code, let anchor else {
      return nil
    }
    return LogDecision(
      verdict: verdict, code: code, anchor: anchor, coding: coding, to: to, level: level,
      span: newSpan, reason: reason)
  }
}

extension LogCursor {
  mutating func strings() throws(LogSyntaxFault) -> [String] {
    try enterArray()
    var (isFirst, values) = (true, [String]())
    while try nextElement(isFirst: &isFirst) { values.append(try string()) }
    return values
  }

  /// Four whole numbers; nil when there are more or fewer.
  fileprivate mutating func positions() throws(LogSyntaxFault) -> TurnPositions? {
    var span = TurnPositions(firstTurn: 0, start: 0, lastTurn: 0, end: 0)
    var (isFirst, count) = (true, 0)
    try enterArray()
    while try nextElement(isFirst: &isFirst) {
      let number = try integer()
      switch count {
      case 0: span.firstTurn = number
      case 1: span.start = number
      case 2: span.lastTurn = number
      case 3: span.end = number
      default: return nil
      }
      count += 1
    }
    return count == 4 ? span : nil
  }

  fileprivate mutating func integers() throws(LogSyntaxFault) -> [Int] {
    try enterArray()
    var (isFirst, values) = (true, [Int]())
    while try nextElement(isFirst: &isFirst) { values.append(try integer()) }
    return values
  }
}
