extension LogEvent {
  /// Reads the event at which the cursor stands, and moves on behind it.
  ///
  /// An event that is unknown, or lacks something it needs, is kept as `unknown`.
  init(_ cursor: inout LogCursor) throws(LogSyntaxFault) {
    // Nearly all events are codings.
    if let coding = WrittenCoding(cursor.bytes.span, from: cursor.index, to: cursor.end) {
      self = try LogEvent(coding, &cursor)
      cursor.move(to: coding.end)
    } else {
      self = try EventFields(&cursor).knownEvent
    }
  }

  private init(_ coding: WrittenCoding, _ cursor: inout LogCursor) throws(LogSyntaxFault) {
    self = .code(
      code: try cursor.name(coding.code),
      level: try coding.level.map { range throws(LogSyntaxFault) in try cursor.name(range) },
      Anchor(
        transcript: try cursor.name(coding.transcript), text: coding.text, span: coding.span,
        speaker: try cursor.name(coding.speaker), twins: coding.twins, words: coding.words))
  }
}

/// The members of an event, as far as they have the right kind.
struct EventFields {
  private var name = ""
  private var transcript, speaker, code, level, sha256, turns, target, title, verdict: String?
  private var to, from, old, edit, why, chosen: String?
  private var coding, audit: LogReference?
  private var codes, lines: [String]?
  private var positions: [Int] = []
  private var text: UInt64?
  private var twins = 1
  private var words, reason, n, placeNumber: Int?
  private var newSpan: Anchor?
  private var plan: LogAudit?

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
    case .audit: audit = LogReference(try cursor.string())
    case .place: placeNumber = try cursor.integer()
    case .chosen: chosen = try cursor.string()
    case .plan: plan = try LogAudit.read(&cursor)
    default: _ = try cursor.skip()
    }
  }

  private var anchor: Anchor? {
    guard let transcript, let text, positions.count == 4, let speaker, let words else { return nil }
    let span = TurnPositions(
      firstTurn: positions[0], start: positions[1], lastTurn: positions[2], end: positions[3])
    return Anchor(
      transcript: transcript, text: text, span: span, speaker: speaker, twins: twins, words: words)
  }

  /// The event; unknown when it lacks something.
  var knownEvent: LogEvent { event ?? .unknown(name) }

  /// The event, if it is known and has all it needs.
  private var event: LogEvent? {
    switch name {
    case "code":
      guard let code, let anchor else { return nil }
      return .code(code: code, level: level, anchor)
    case "decide": return decision.map { .decide($0) }
    case "audit": return plan.map { .audit($0) }
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
      span: newSpan, reason: reason,
      audited: audit.flatMap { audit in
        placeNumber.map { AuditedPlace(audit: audit, number: $0, chosen: chosen) }
      })
  }

  /// The place of an audit that the members are.
  var place: LogAudit.Place? {
    guard let code, let anchor, let n else { return nil }
    return LogAudit.Place(code: code, coding: coding, anchor: anchor, stratum: n)
  }
}

extension LogCursor {
  mutating func strings() throws(LogSyntaxFault) -> [String] {
    try enterArray()
    var (isFirst, values) = (true, [String]())
    while try nextElement(isFirst: &isFirst) { values.append(try string()) }
    return values
  }

  mutating func integers() throws(LogSyntaxFault) -> [Int] {
    try enterArray()
    var (isFirst, values) = (true, [Int]())
    while try nextElement(isFirst: &isFirst) { values.append(try integer()) }
    return values
  }
}
