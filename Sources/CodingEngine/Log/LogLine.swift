/// One line of the log: what one command of one coder did.
struct LogLine: Sendable {
  /// An index into the log's `files`.
  let file: Int
  /// The line of the file, from 1.
  let number: Int
  /// Its bytes in the file, without line end.
  let range: Range<Int>
  /// The version of the format; of a later one, only coder, strand and number are known.
  let version: Int
  /// The full name of who wrote it.
  let coder: String
  let strand: StrandID
  /// Greater than that of every line its writer had seen.
  let n: Int
  let events: [LogEvent]
  /// Where its members are in the file: their values, texts without quotes; empty when missing.
  let parts: Parts

  struct Parts: Sendable {
    var prev = 0..<0
    var seen = 0..<0
    var at = 0..<0
    var command = 0..<0
    var book = 0..<0
    var words = 0..<0
    /// The digest of words that were erased.
    var digest = 0..<0
  }

  /// Strand and number as one number: equal for lines that are copies, or sides of a fork.
  var key: UInt64 { UInt64(strand.number) << 32 | UInt64(n) }

  static let version = 1
}

extension LogLine {
  /// Reads the line at which the cursor stands, to the end of its object.
  init(
    _ cursor: inout LogCursor, file: Int, number: Int
  ) throws(LogSyntaxFault) {
    let start = cursor.index
    var (parts, events) = (Parts(), [LogEvent]())
    var (version, n): (Int?, Int?)
    var (coder, strand): (String?, StrandID?)
    try cursor.enterObject()
    var isFirst = true
    while let key = try cursor.nextKey(isFirst: &isFirst) {
      switch key {
      case .v: version = try cursor.integer()
      case .coder: coder = try cursor.string()
      case .strand:
        strand = hexadecimal(cursor.bytes[try cursor.text()], count: 8).map { StrandID(UInt32($0)) }
      case .n: n = try cursor.integer()
      case .prev: parts.prev = try cursor.text()
      case .seen: parts.seen = try cursor.skip()
      case .at: parts.at = try cursor.text()
      case .command: parts.command = try cursor.text()
      case .book: parts.book = try cursor.text()
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
      file: file, number: number, range: start..<cursor.index, version: version, coder: coder,
      strand: strand, n: n, events: events, parts: parts)
  }
}
