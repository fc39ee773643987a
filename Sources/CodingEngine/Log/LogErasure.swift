public import Corpus
public import FileSystem

/// Words of a speaker that are taken out of the log: consent was withdrawn.
struct LogErasureEvent: Hashable, Sendable {
  /// The digests of the lines that lose words.
  let lines: [String]
  /// Whose words: the transcript, and the label in it.
  let transcript: String
  let speaker: String
  /// As its author wrote it.
  let why: String
}

/// Finds in the log the words of a speaker: in quotations, in what stands around them, and in the
/// memos and reasons on codings of those words.
public struct LogErasure: Sendable {
  /// How many quotations lose their words.
  public private(set) var quotationCount = 0
  /// How many memos and reasons lose theirs.
  public private(set) var noteCount = 0
  /// The codings whose words they were.
  public private(set) var codings: [LoggedCoding] = []
  private var replacements: [String: [UInt8]] = [:]
  private let transcript: String
  private let speaker: String
  private let log: CodingLog

  /// How many lines of the log change.
  public var lineCount: Int { replacements.count }

  /// Looks for the words.
  ///
  /// - Parameters:
  ///   - speaker: The label.
  ///   - transcript: As it is now. What was written on another version of it is judged by its labels
  ///     alone, and loses rather too many words than too few.
  ///   - log: Where to look.
  ///   - state: What holds after it.
  public init(
    of speaker: String, in transcript: Transcript, from log: CodingLog, _ state: LogState
  ) {
    self.speaker = speaker
    self.transcript = transcript.id
    self.log = log
    let finder = SpokenAnchors(speaker, transcript)
    codings = state.codings.filter { finder.quotes($0.anchor) }
    let own = Set(codings.map { $0.id.withoutLine })
    for line in log.lines {
      var taken: Set<Int> = []
      for event in line.events { add(event, finder, own, &taken) }
      if !taken.isEmpty { replaceWords(of: line, at: taken) }
    }
  }

  /// Notes which words of a line an event makes the speaker's.
  private mutating func add(
    _ event: LogEvent, _ finder: SpokenAnchors, _ own: Set<LogReference>, _ taken: inout Set<Int>
  ) {
    var anchors: [Anchor] = []
    switch event {
    case .code(_, _, let anchor), .resize(_, let anchor), .reanchor(_, let anchor?),
      .settle(_, let anchor):
      anchors = [anchor]
    case .decide(let decision):
      anchors = [decision.anchor] + (decision.span.map { [$0] } ?? [])
      if let reason = decision.reason, anchors.contains(where: finder.quotes),
        taken.insert(reason).inserted
      {
        noteCount += 1
      }
    case .memo(.coding(let id), let words) where own.contains(id.withoutLine):
      if taken.insert(words).inserted { noteCount += 1 }
    default: break
    }
    for anchor in anchors {
      if finder.quotes(anchor), taken.insert(anchor.words).inserted { quotationCount += 1 }
      if finder.isAround(anchor) { taken.formUnion([anchor.words + 1, anchor.words + 2]) }
    }
  }

  private mutating func replaceWords(of line: LogLine, at taken: Set<Int>) {
    let file = log.files[line.file]
    guard let words = file.words(of: line) else { return }
    let left = words.enumerated().map { taken.contains($0.offset) ? nil : $0.element }
    if left != words, let rewritten = file.rewriting(line, words: left) {
      replacements[file.digest(of: line)] = rewritten
    }
  }

  /// Takes the words out of every file of the log.
  ///
  /// - Parameter writer: Of the line that says so, which is there already.
  /// - Throws: `FileError`; what was done by then holds, and doing it again does the rest.
  public func carryOut(by writer: LogWriter) throws(FileError) {
    try log.replace(replacements, held: (writer.path, writer.file))
  }

  fileprivate func event(why: String) -> LogEvent {
    .erase(
      LogErasureEvent(
        lines: replacements.keys.sorted(), transcript: transcript, speaker: speaker, why: why))
  }
}

extension LogEntry {
  /// Says whose words are taken out of which lines, and that their codings have none any more.
  public mutating func erase(_ erasure: LogErasure, why: String, in log: CodingLog) {
    add(erasure.event(why: why))
    for coding in erasure.codings { add(.reanchor(log.checked(coding.id), nil)) }
  }
}

/// Tells which anchors hold words of a speaker.
private struct SpokenAnchors {
  private let speaker: String
  private let transcript: Transcript
  private let version: UInt64
  private let words: WordSequence

  init(_ speaker: String, _ transcript: Transcript) {
    self.speaker = speaker
    self.transcript = transcript
    version = transcript.version.key
    words = WordSequence(of: transcript)
  }

  /// Whether some of the quotation is the speaker's.
  func quotes(_ anchor: Anchor) -> Bool {
    guard anchor.transcript == transcript.id else { return false }
    if anchor.speaker == speaker { return true }
    let turns = anchor.span.firstTurn - 1..<max(anchor.span.firstTurn, anchor.span.lastTurn)
    guard anchor.text == version, turns.lowerBound >= 0, turns.upperBound <= transcript.turns.count
    else { return turns.count > 1 }
    return turns.contains(where: isSpeakers)
  }

  /// Whether some of the words before or after the quotation are the speaker's.
  func isAround(_ anchor: Anchor) -> Bool {
    guard anchor.transcript == transcript.id else { return false }
    let (first, last) = (anchor.span.firstTurn - 1, anchor.span.lastTurn - 1)
    guard anchor.text == version, first >= 0, first <= last, last < transcript.turns.count,
      let start = transcript.offset(of: anchor.span.start, inTurn: first),
      let end = transcript.offset(of: anchor.span.end, inTurn: last), start < end
    else { return true }
    let around = words.around(words.symbols(in: start..<end))
    return (around.before + around.after).contains { isSpeakers(Int($0.turn)) }
  }

  private func isSpeakers(_ turn: Int) -> Bool {
    transcript.speakers[transcript.turns[turn].speaker].label == speaker
  }
}
