extension CodingLog {
  /// What holds after all lines.
  ///
  /// - Complexity: O(*n* log *n*) in the events.
  public func state() -> LogState {
    var replay = LogReplay(self)
    replay.findUndone()
    replay.add()
    replay.change()
    var state = replay.state
    state.names = CodingNames(of: state.codings)
    return state
  }
}

/// The way from lines to what holds after them.
private struct LogReplay {
  /// A change to a coding that is there already.
  private struct Change {
    let line: Int
    let coding: LogReference
    let event: LogEvent
  }

  private let log: CodingLog
  private var changes: [Change] = []
  private var digests: [Int: String] = [:]
  /// Lines whose strand has another of the same number.
  private var forked: Set<UInt64>
  private(set) var state = LogState()

  init(_ log: CodingLog) {
    self.log = log
    forked = Set(log.forks.flatMap { $0.map(\.key) })
    state.codings.reserveCapacity(log.lines.count)
  }

  /// Goes along the undoing and redoing of each strand.
  mutating func findUndone() {
    for index in log.changing {
      let line = log.lines[index]
      for event in line.events {
        switch event {
        case .undo(let n) where n < line.n:
          state.undone.insert(UInt64(line.strand.number) << 32 | UInt64(n))
        case .redo(let n) where n < line.n:
          state.undone.remove(UInt64(line.strand.number) << 32 | UInt64(n))
        default: break
        }
      }
    }
  }

  /// Collects what lines add; changes wait until everything is there.
  mutating func add() {
    var versions: Set<TextVersion> = []
    for index in log.lines.indices {
      let isUndone = !state.undone.isEmpty && state.undone.contains(log.lines[index].key)
      for number in log.lines[index].events.indices {
        let id = reference(log.lines[index], number)
        if let coding = log.lines[index].events[number].coding(id, log.lines[index].coder, index) {
          if !isUndone { state.codings.append(coding) }
          continue
        }
        switch log.lines[index].events[number] {
        case .text(let version):
          if versions.insert(version).inserted { state.versions.append(version) }
        case _ where isUndone: break
        case let event: add(event, id, log.lines[index], index)
        }
      }
    }
  }

  private mutating func add(
    _ event: LogEvent, _ id: LogReference, _ line: LogLine, _ index: Int
  ) {
    switch event {
    case .uncode(let coding), .recode(let coding, _, _), .resize(let coding, _),
      .reanchor(let coding, _):
      changes.append(Change(line: index, coding: coding, event: event))
    case .decide(let decision):
      state.decisions.append(
        LoggedDecision(
          id: id, coder: line.coder, verdict: decision.verdict, code: decision.code,
          anchor: decision.anchor, coding: decision.coding, newCode: decision.to,
          level: decision.level, newAnchor: decision.span, audited: decision.audited,
          reason: decision.reason, wordsLine: index))
    case .audit(let audit):
      let file = log.files[line.file]
      state.audits.append(
        LoggedAudit(
          id: id, coder: line.coder, at: file.text(line.parts.at), audit: audit, wordsLine: index))
    case .memo(let target, let words):
      let text = log.files[line.file].words(of: line)
      state.memos.append(
        Memo(
          id: id, coder: line.coder, target: target,
          at: log.files[line.file].text(line.parts.at),
          text: text.flatMap { $0.indices.contains(words) ? $0[words] : nil }))
    case .newCode(let code, let title):
      if !state.newCodes.contains(where: { $0.code == code }) {
        state.newCodes.append(NewCode(code: code, title: title, coder: line.coder))
      }
    case .done(let transcript, let codes):
      state.done.append(Done(coder: line.coder, transcript: transcript, codes: codes))
    case .settle(let codes, let anchor):
      state.settled.append(
        Settled(coder: line.coder, codes: codes, anchor: anchor, wordsLine: index))
    case .edit(let edit) where edit.kind == "delete":
      state.newCodes.removeAll { new in edit.codes.contains { new.code == "\(edit.book):\($0)" } }
    case .text, .code, .adopt, .edit, .erase, .acceptFork, .seal, .undo, .redo, .unknown: break
    }
  }

  /// The name of an event; lines of a fork are told apart by their digests.
  private func reference(_ line: LogLine, _ event: Int) -> LogReference {
    var check: UInt32 = 0
    if !forked.isEmpty, forked.contains(line.key) { check = log.check(of: line) }
    return LogReference(strand: line.strand, n: line.n, event: event, line: check)
  }

  // MARK: Changes

  /// Carries out changes in the order of number and digest.
  mutating func change() {
    sortDecisions()
    guard !changes.isEmpty else { return }
    var places: [LogReference: Int] = [:]
    for (place, coding) in state.codings.enumerated() { places[coding.id] = place }
    var removed: [Int: Int] = [:]
    for change in changes.sorted(by: { precedes($0.line, $1.line) }) {
      guard let place = place(of: change.coding, in: places) else { continue }
      switch change.event {
      case .uncode: removed[place] = removed[place] ?? change.line
      case .recode(_, let code, let level):
        state.codings[place].code = code
        state.codings[place].level = level
      case .resize(_, let anchor), .reanchor(_, let anchor?):
        state.codings[place].anchor = anchor
        state.codings[place].wordsLine = change.line
        state.codings[place].isGone = false
      case .reanchor(_, nil): state.codings[place].isGone = true
      default: break
      }
    }
    if removed.isEmpty { return }
    state.removed = removed.keys.sorted().map { place in
      let line = log.lines[removed[place, default: 0]]
      return RemovedCoding(
        coding: state.codings[place], coder: line.coder,
        at: log.files[line.file].text(line.parts.at))
    }
    state.codings = state.codings.enumerated().filter { removed[$0.offset] == nil }
      .map(\.element)
  }

  /// A coding as an event names it: without the check of its line, unless it is forked.
  private func place(of coding: LogReference, in places: [LogReference: Int]) -> Int? {
    let plain = LogReference(strand: coding.strand, n: coding.n, event: coding.event, line: 0)
    return places[plain] ?? places[coding]
  }

  private mutating func sortDecisions() {
    let lines = state.decisions
    state.decisions = lines.sorted { left, right in
      left.wordsLine == right.wordsLine
        ? left.id.event < right.id.event : precedes(left.wordsLine, right.wordsLine)
    }
  }

  /// Whether a line comes before another in the order of number and digest.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (log.lines[left], log.lines[right])
    if first.n != second.n { return first.n < second.n }
    return left != right && log.digest(of: first) < log.digest(of: second)
  }
}

extension LogEvent {
  /// What it codes, copied once; nil when it does something else.
  fileprivate func coding(_ id: LogReference, _ coder: String, _ line: Int) -> LoggedCoding? {
    guard case .code(let code, let level, let anchor) = self else { return nil }
    return LoggedCoding(
      id: id, coder: coder, code: code, level: level, anchor: anchor, wordsLine: line)
  }
}

extension CodingLog {
  /// The first 32 bits of a line's digest.
  func check(of line: LogLine) -> UInt32 {
    hexadecimal(digest(of: line).utf8.prefix(8), count: 8).map { UInt32($0) } ?? 0
  }
}
