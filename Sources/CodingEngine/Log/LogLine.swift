/// One line of the log: what one command of one coder did.
struct LogLine: Sendable {
  /// An index into the log's `files`.
  let file: Int
  /// Its bytes in the file, without line end.
  @FileRange var range: Range<Int>
  /// The version of the format; of a later one, only coder, strand and number are known.
  let version: Int
  /// The full name of who wrote it.
  let coder: String
  let strand: StrandID
  /// Greater than that of every line its writer had seen.
  let n: Int
  let events: [LogEvent]
  /// Whether it codes, and no more: nearly every line.
  let isPlain: Bool
  /// Where its members are in the file: their values, texts without quotes; empty when missing.
  let parts: Parts

  struct Parts: Sendable {
    @FileRange var prev = 0..<0
    @FileRange var seen = 0..<0
    @FileRange var at = 0..<0
    @FileRange var command = 0..<0
    @FileRange var shown = 0..<0
    @FileRange var words = 0..<0
    /// The digest of words that were erased.
    @FileRange var digest = 0..<0
  }

  /// The beginning of the digest of the line before, with the strand: lines that were written after
  /// one line have it in common.
  private(set) var branch: UInt64

  /// Strand and number as one number: equal for lines that are copies, or sides of a fork.
  var key: UInt64 { UInt64(strand.number) << 32 | UInt64(n) }

  static let version = 1

  /// Whether its version and all its events are known.
  var isKnown: Bool {
    version == Self.version
      && (isPlain || events.allSatisfy { if case .unknown = $0 { false } else { true } })
  }

  private static func isPlain(_ events: [LogEvent]) -> Bool {
    events.allSatisfy {
      switch $0 {
      case .code, .text: true
      default: false
      }
    }
  }
}

/// A range in a file of at most 4 GB, in half the space.
@propertyWrapper struct FileRange: Sendable {
  private var start, end: UInt32

  var wrappedValue: Range<Int> {
    get { Int(start)..<Int(end) }
    set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
  }

  init(wrappedValue: Range<Int>) {
    (start, end) = (UInt32(wrappedValue.lowerBound), UInt32(wrappedValue.upperBound))
  }
}

extension LogLine {
  /// Reads the line at which the cursor stands, to the end of its object.
  init(_ cursor: inout LogCursor, file: Int) throws(LogSyntaxFault) {
    let start = cursor.index
    if let line = try? LogLine(written: &cursor, file: file) {
      self = line
    } else {
      cursor.move(to: start)
      try self.init(json: &cursor, file: file)
    }
  }

  /// Reads a line that has the form in which the tool writes it; nil where it has another.
  private init?(written cursor: inout LogCursor, file: Int) throws(LogSyntaxFault) {
    let start = cursor.index
    guard let head = WrittenHead(cursor.bytes.span, from: start, to: cursor.end) else {
      return nil
    }
    let coder = try cursor.name(head.coder)
    cursor.move(to: head.events)
    var events = [try LogEvent(&cursor)]
    while cursor.isNext(UInt8(ascii: ",")) {
      cursor.move(to: cursor.index + 1)
      events.append(try LogEvent(&cursor))
    }
    guard cursor.isNext(UInt8(ascii: "]")),
      let tail = WrittenTail(cursor.bytes.span, from: cursor.index + 1, to: cursor.end)
    else { return nil }
    cursor.move(to: tail.end)
    var parts = head.parts
    parts.words = tail.words
    self.init(
      file: file, range: start..<tail.end, version: Self.version, coder: coder,
      strand: head.strand, n: head.n, events: events, isPlain: Self.isPlain(events), parts: parts,
      branch: Self.branch(head.strand, after: parts.prev, cursor))
  }

  /// Reads a line in any form.
  init(json cursor: inout LogCursor, file: Int) throws(LogSyntaxFault) {
    let start = cursor.index
    var (parts, events) = (Parts(), [LogEvent]())
    var (version, n): (Int?, Int?)
    var (coder, strand): (String?, StrandID?)
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(isFirst: &isFirst) {
      switch key {
      case .v: version = try cursor.integer()
      case .coder: coder = try cursor.name()
      case .strand:
        strand = cursor.hexadecimal(try cursor.text(), count: 8).map { StrandID(UInt32($0)) }
      case .n: n = try cursor.integer()
      case .prev: parts.prev = try cursor.text()
      case .seen: parts.seen = try cursor.skip()
      case .at: parts.at = try cursor.text()
      case .command: parts.command = try cursor.text()
      case .shown: parts.shown = try cursor.skip()
      case .words: parts.words = try cursor.skip()
      case .digest: parts.digest = try cursor.text()
      case .do where version == Self.version:
        try cursor.enterArray()
        var isFirst = true
        while try cursor.nextElement(isFirst: &isFirst) { events.append(try LogEvent(&cursor)) }
      default: _ = try cursor.skip()
      }
    }
    guard let version, let coder, let strand, let n, n > 0, n <= UInt32.max else {
      throw LogSyntaxFault(
        message: "no line of a log: v, coder, strand and n are needed", offset: start)
    }
    self.init(
      file: file, range: start..<cursor.index, version: version, coder: coder,
      strand: strand, n: n, events: events, isPlain: Self.isPlain(events), parts: parts,
      branch: Self.branch(strand, after: parts.prev, cursor))
  }

  private static func branch(
    _ strand: StrandID, after prev: Range<Int>, _ cursor: LogCursor
  ) -> UInt64 {
    var start: UInt32?
    if prev.count >= 8 { start = eightDigits(cursor.bytes.span, at: prev.lowerBound) }
    return UInt64(strand.number) << 32 | UInt64(start ?? 0)
  }
}
