@testable import CodingEngine
@testable import Corpus

/// A log made in memory: coders who write in turn, and see of each other what the test lets them see.
struct InventedLog {
  struct Writer {
    let coder: String
    let strand: StrandID
    var lines: [[UInt8]] = []
    var n = 0
    var prev = ""
    /// The last line of each other strand that this writer has seen.
    var seen: [StrandID: LogDraft.Seen] = [:]
  }

  var writers: [Writer]
  private var clock = 0

  init(_ names: [String] = ["Anna", "Bram"]) {
    writers = names.enumerated().map { Writer(coder: $1, strand: StrandID(UInt32($0 + 1))) }
  }

  /// Writes a line, and gives the name of its first event.
  @discardableResult
  mutating func write(_ writer: Int, _ events: [LogEvent], words: [String?] = ["ja", "", ""])
    -> LogReference
  {
    var own = writers[writer]
    clock += 1
    own.n = 1 + max(own.n, own.seen.values.map(\.n).max() ?? 0)
    let draft = LogDraft(
      coder: own.coder, strand: own.strand, n: own.n, prev: own.prev,
      seen: own.seen.values.sorted { $0.strand < $1.strand }, at: "2025-01-01T00:00:00Z",
      command: "invented \(clock)", book: "", shown: [], events: events, words: words)
    let line = draft.line(salt: "salt\(clock)")
    own.lines.append(line)
    own.prev = digest(line)
    writers[writer] = own
    return LogReference(strand: own.strand, n: own.n, event: 0, line: 0)
  }

  /// Lets one writer see all that the others have written.
  mutating func synchronize(_ writer: Int) {
    for other in writers where other.strand != writers[writer].strand && other.n > 0 {
      writers[writer].seen[other.strand] = LogDraft.Seen(
        strand: other.strand, n: other.n, digest: other.prev)
    }
  }

  func digest(_ line: [UInt8]) -> String {
    let file = LogFile(path: "", bytes: line, index: 0)
    return file.lines.first.map(file.digest) ?? ""
  }

  /// Each writer's file.
  var files: [(path: String, bytes: [UInt8])] {
    writers.map { ("\($0.coder)/\($0.strand).jsonl", Array($0.lines.joined())) }
  }

  var log: CodingLog { CodingLog(files) }

  static func erasure(of lines: [String]) -> LogEvent {
    .erase(LogErasureEvent(lines: lines, transcript: "T1", speaker: "P1", why: "withdrawn"))
  }

  static func coding(_ code: String, turn: Int = 1) -> LogEvent {
    .code(code: "b:\(code)", level: nil, anchor(turn: turn))
  }

  static func anchor(turn: Int) -> Anchor {
    Anchor(
      transcript: "T", text: 7,
      span: TurnPositions(firstTurn: turn, start: 0, lastTurn: turn, end: 4), speaker: "A",
      twins: 1, words: 0)
  }
}

extension LogState {
  /// What holds, without regard to where lines stand in files.
  var dump: [String] {
    codings.map {
      "\($0.id) \($0.coder) \($0.code) \($0.level ?? "-") \($0.anchor.span) \($0.isGone)"
    }
      + decisions.map { "\($0.id) \($0.coder) \($0.verdict) \($0.code) \($0.newCode ?? "-")" }
      + memos.map { "\($0.id) \($0.target) \($0.text ?? "-")" } + newCodes.map(\.code)
      + done.map { "\($0.coder) \($0.transcript) \($0.codes)" }
  }
}
