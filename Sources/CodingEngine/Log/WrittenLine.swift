/// What stands before the events in a line that the tool wrote.
struct WrittenHead {
  let coder: Range<Int>
  let strand: StrandID
  let n: Int
  private(set) var parts = LogLine.Parts()
  /// Where the first event begins.
  let events: Int

  /// Nil where the line has another form.
  init?(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    var walk = WrittenWalk(from: start, to: end)
    guard walk.pass(LogMark.coder, bytes), let coder = walk.text(bytes),
      walk.pass(LogMark.strand, bytes), let strand = walk.text(bytes), strand.count == 8,
      let number = eightDigits(bytes, at: strand.lowerBound),
      walk.pass(LogMark.n, bytes), let n = walk.integer(bytes), n > 0, n <= UInt32.max,
      walk.pass(LogMark.prev, bytes), let prev = walk.text(bytes),
      walk.pass(LogMark.seen, bytes), let seen = walk.heads(bytes),
      walk.pass(LogMark.at, bytes), let at = walk.text(bytes),
      walk.pass(LogMark.command, bytes), let command = walk.text(bytes),
      walk.pass(LogMark.book, bytes), walk.text(bytes) != nil,
      walk.pass(LogMark.shown, bytes), let shown = walk.texts(bytes),
      walk.pass(LogMark.events, bytes)
    else { return nil }
    self.coder = coder
    self.strand = StrandID(number)
    self.n = n
    parts.prev = prev
    parts.seen = seen
    parts.at = at
    parts.command = command
    parts.shown = shown
    events = walk.index
  }
}

/// What stands after the events in a line that the tool wrote, and whose words nobody erased.
struct WrittenTail {
  let words: Range<Int>
  let end: Int

  /// Nil where the line has another form.
  init?(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    var walk = WrittenWalk(from: start, to: end)
    guard walk.pass(LogMark.words, bytes) else { return nil }
    let first = walk.index
    guard walk.pass(LogMark.salt, bytes), walk.text(bytes) != nil, walk.pass(LogMark.text, bytes),
      walk.texts(bytes) != nil, walk.pass(UInt8(ascii: "}"), bytes)
    else { return nil }
    words = first..<walk.index
    guard walk.pass(UInt8(ascii: "}"), bytes) else { return nil }
    self.end = walk.index
  }
}

/// The members of a coding that is written as the tool writes it.
struct WrittenCoding {
  let code, transcript, speaker: Range<Int>
  private(set) var level: Range<Int>?
  let text: UInt64
  let span: TurnPositions
  private(set) var twins = 1
  let words: Int
  let end: Int

  /// Nil where something else stands, or in another order.
  init?(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    var walk = WrittenWalk(from: start, to: end)
    guard walk.pass(LogMark.coding, bytes), let code = walk.text(bytes) else { return nil }
    if walk.pass(LogMark.level, bytes) {
      guard let level = walk.text(bytes) else { return nil }
      self.level = level
    }
    guard walk.pass(LogMark.transcript, bytes), let transcript = walk.text(bytes),
      walk.pass(LogMark.version, bytes), let text = walk.text(bytes), text.count == 16,
      let high = eightDigits(bytes, at: text.lowerBound),
      let low = eightDigits(bytes, at: text.lowerBound + 8),
      walk.pass(LogMark.span, bytes), let firstTurn = walk.integer(bytes),
      walk.pass(UInt8(ascii: ","), bytes), let first = walk.integer(bytes),
      walk.pass(UInt8(ascii: ","), bytes), let lastTurn = walk.integer(bytes),
      walk.pass(UInt8(ascii: ","), bytes), let last = walk.integer(bytes),
      walk.pass(LogMark.speaker, bytes), let speaker = walk.text(bytes)
    else { return nil }
    if walk.pass(LogMark.twins, bytes) {
      guard let twins = walk.integer(bytes), walk.pass(LogMark.wordsAfterTwins, bytes) else {
        return nil
      }
      self.twins = twins
    } else if !walk.pass(LogMark.wordsOfCoding, bytes) {
      return nil
    }
    guard let words = walk.integer(bytes), walk.pass(UInt8(ascii: "}"), bytes) else { return nil }
    self.code = code
    self.transcript = transcript
    self.speaker = speaker
    self.text = UInt64(high) << 32 | UInt64(low)
    span = TurnPositions(firstTurn: firstTurn, start: first, lastTurn: lastTurn, end: last)
    self.words = words
    self.end = walk.index
  }
}

extension WrittenWalk {
  /// Passes over what a writer had seen of other strands.
  fileprivate mutating func heads(_ bytes: borrowing Span<UInt8>) -> Range<Int>? {
    let start = index
    guard pass(UInt8(ascii: "{"), bytes) else { return nil }
    if pass(UInt8(ascii: "}"), bytes) { return start..<index }
    repeat {
      guard pass(UInt8(ascii: "\""), bytes), text(bytes) != nil, pass(LogMark.number, bytes),
        integer(bytes) != nil, pass(LogMark.digest, bytes), text(bytes) != nil,
        pass(UInt8(ascii: "\""), bytes), pass(UInt8(ascii: "]"), bytes)
      else { return nil }
    } while pass(UInt8(ascii: ","), bytes)
    return pass(UInt8(ascii: "}"), bytes) ? start..<index : nil
  }

  /// Passes over an array of texts.
  fileprivate mutating func texts(_ bytes: borrowing Span<UInt8>) -> Range<Int>? {
    let start = index
    guard pass(UInt8(ascii: "["), bytes) else { return nil }
    if pass(UInt8(ascii: "]"), bytes) { return start..<index }
    repeat {
      guard pass(UInt8(ascii: "\""), bytes), text(bytes) != nil, pass(UInt8(ascii: "\""), bytes)
      else { return nil }
    } while pass(UInt8(ascii: ","), bytes)
    return pass(UInt8(ascii: "]"), bytes) ? start..<index : nil
  }
}

extension LogMark {
  fileprivate static let coder = LogMark(#"{"v":1,"coder":""#)
  fileprivate static let strand = LogMark(#"","strand":""#)
  fileprivate static let n = LogMark(#"","n":"#)
  fileprivate static let prev = LogMark(#","prev":""#)
  fileprivate static let seen = LogMark(#"","seen":"#)
  fileprivate static let number = LogMark(#"":["#)
  fileprivate static let digest = LogMark(#",""#)
  fileprivate static let at = LogMark(#","at":""#)
  fileprivate static let command = LogMark(#"","command":""#)
  fileprivate static let book = LogMark(#"","book":""#)
  fileprivate static let shown = LogMark(#"","shown":"#)
  fileprivate static let events = LogMark(#","do":["#)
  fileprivate static let words = LogMark(#","words":"#)
  fileprivate static let salt = LogMark(#"{"salt":""#)
  fileprivate static let text = LogMark(#"","text":"#)
  fileprivate static let coding = LogMark(#"{"event":"code","code":""#)
  fileprivate static let level = LogMark(#"","level":""#)
  fileprivate static let transcript = LogMark(#"","in":""#)
  fileprivate static let version = LogMark(#"","text":""#)
  fileprivate static let span = LogMark(#"","span":["#)
  fileprivate static let speaker = LogMark(#"],"by":""#)
  fileprivate static let twins = LogMark(#"","twins":"#)
  fileprivate static let wordsAfterTwins = LogMark(#","words":"#)
  fileprivate static let wordsOfCoding = LogMark(#"","words":"#)
}
