public import Corpus

/// What one command adds to the log: it comes to stand there as one line, or not at all.
public struct LogEntry: Sendable {
  /// What the user typed, or what it came to, without words of transcripts.
  public var command: String
  /// Id, version and SHA-256 of the codebook.
  let book: String
  /// Whose codings were on the screen.
  public var shown: [String] = []
  private(set) var events: [LogEvent] = []
  private(set) var words: [String?] = []
  /// The transcripts that it stands on, by their ids: their versions, and the words in a row.
  private var transcripts: [String: (version: TextVersion, words: WordSequence)] = [:]

  /// Begins an entry.
  ///
  /// - Parameters:
  ///   - command: What the user typed, without words of transcripts: those are kept apart.
  ///   - codebook: The book in use, if there is one.
  public init(command: String, codebook: Codebook? = nil) {
    self.command = command
    let known = codebook.flatMap { $0.id.isEmpty ? nil : $0 }
    book = known.map { "\($0.id) \($0.version) \($0.digest)" } ?? ""
  }

  /// Whether there is nothing to write.
  public var isEmpty: Bool { events.isEmpty }

  mutating func add(_ event: LogEvent) { events.append(event) }

  /// Keeps words, and gives their index.
  mutating func keep(_ text: String) -> Int {
    words.append(text)
    return words.count - 1
  }

  /// The anchor of a stretch of a transcript; its words are kept, and its version is noted when it
  /// is new to the log.
  mutating func anchor(
    _ range: Range<Int>, in transcript: Transcript, knowing state: LogState
  ) -> Anchor {
    let known = transcripts[transcript.id] ?? (transcript.version, WordSequence(of: transcript))
    if transcripts.updateValue(known, forKey: transcript.id) == nil,
      !state.versions.contains(known.version)
    {
      events.append(.text(known.version))
    }
    let anchor = Anchor(
      of: range, in: transcript, words: known.words, version: known.version, at: words.count)
    words += QuotedWords.texts(of: range, in: transcript, known.words)
    return anchor
  }
}

extension LogEntry {
  /// Codes a stretch of a transcript.
  ///
  /// - Parameters:
  ///   - code: `book:id`.
  ///   - level: A level of the code's scale.
  ///   - range: UTF-8 byte offsets into the text.
  ///   - transcript: As it is now.
  ///   - state: What the log knows.
  public mutating func code(
    _ code: String, level: String? = nil, _ range: Range<Int>, in transcript: Transcript,
    knowing state: LogState
  ) {
    let anchor = anchor(range, in: transcript, knowing: state)
    add(.code(code: code, level: level, anchor))
  }

  /// Removes a coding.
  public mutating func uncode(_ coding: LoggedCoding, in log: CodingLog) {
    add(.uncode(log.checked(coding.id)))
  }

  /// Gives a coding another code or level.
  public mutating func recode(
    _ coding: LoggedCoding, to code: String, level: String?, in log: CodingLog
  ) {
    add(.recode(log.checked(coding.id), code: code, level: level))
  }

  /// Puts a coding on other words.
  public mutating func resize(
    _ coding: LoggedCoding, to range: Range<Int>, in transcript: Transcript,
    knowing state: LogState, in log: CodingLog
  ) {
    let anchor = anchor(range, in: transcript, knowing: state)
    add(.resize(log.checked(coding.id), anchor))
  }

  /// Says where a coding stands now; nil: its words are gone.
  public mutating func reanchor(
    _ coding: LoggedCoding, at range: Range<Int>?, in transcript: Transcript?,
    knowing state: LogState, in log: CodingLog
  ) {
    guard let range, let transcript else {
      add(.reanchor(log.checked(coding.id), nil))
      return
    }
    let anchor = anchor(range, in: transcript, knowing: state)
    add(.reanchor(log.checked(coding.id), anchor))
  }

  /// Gives a verdict on what rules propose for a stretch, or on a person's coding there.
  public mutating func decide(
    _ verdict: Verdict, code: String, _ range: Range<Int>, in transcript: Transcript,
    coding: LoggedCoding? = nil, newCode: String? = nil, level: String? = nil,
    newRange: Range<Int>? = nil, reason: String? = nil, on audited: AuditedPlace? = nil,
    knowing state: LogState, in log: CodingLog
  ) {
    let place = anchor(range, in: transcript, knowing: state)
    var span: Anchor?
    if let newRange { span = anchor(newRange, in: transcript, knowing: state) }
    let reasonIndex = reason.map { keep($0) }
    add(
      .decide(
        LogDecision(
          verdict: verdict, code: code, anchor: place, coding: coding.map { log.checked($0.id) },
          to: newCode, level: level, span: span, reason: reasonIndex,
          audited: audited.map { $0.checked(in: log) })))
  }

  /// Says that coders have agreed on a stretch of a transcript, with these codes in view.
  public mutating func settle(
    _ range: Range<Int>, codes: [String], in transcript: Transcript, knowing state: LogState
  ) {
    let anchor = anchor(range, in: transcript, knowing: state)
    add(.settle(codes: codes, anchor))
  }

  /// Adds a note.
  public mutating func memo(_ text: String, on target: MemoTarget) {
    let index = keep(text)
    add(.memo(target, words: index))
  }

  /// Adds a note on the coding that was added last.
  public mutating func memoOnCoding(_ text: String, by writer: LogWriter) {
    guard let index = events.lastIndex(where: { if case .code = $0 { true } else { false } })
    else { return }
    let id = LogReference(strand: writer.strand, n: writer.nextNumber, event: index, line: 0)
    memo(text, on: .coding(id))
  }

  /// Makes a code while reading.
  public mutating func newCode(_ code: String, title: String) {
    add(.newCode(code: code, title: title))
  }

  /// Says that codes made while reading are in the codebook now.
  public mutating func adopt(_ codes: [String]) {
    add(.adopt(codes: codes))
  }

  /// Says that a coder has been through a transcript; no codes means all.
  public mutating func done(_ transcript: String, codes: [String]) {
    add(.done(transcript: transcript, codes: codes))
  }

  /// Makes the digest of this line a fingerprint of all that is there.
  public mutating func seal() { add(.seal) }

  /// Lets both sides of every fork hold.
  public mutating func acceptForks(of log: CodingLog) {
    for fork in log.openForks() { add(.acceptFork(after: "\(fork.strand):\(fork.after)")) }
  }
}

extension CodingLog {
  /// The name of an event with the check of its line, so that it holds also when the line gets a twin.
  func checked(_ id: LogReference) -> LogReference {
    if id.line != 0 { return id }
    // They are in the order of number and strand.
    func key(_ n: Int, _ strand: StrandID) -> UInt64 { UInt64(n) << 32 | UInt64(strand.number) }
    let wanted = key(id.n, id.strand)
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if key(lines[middle].n, lines[middle].strand) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < lines.count, lines[low].strand == id.strand, lines[low].n == id.n else { return id }
    let line = lines[low]
    return LogReference(strand: id.strand, n: id.n, event: id.event, line: check(of: line))
  }
}
