/// Why a line of the log cannot be read, and where.
struct LogSyntaxFault: Error, Hashable {
  /// Lower case, no full stop.
  let message: String
  /// A byte offset into the file.
  let offset: Int
}

/// Walks along the JSON of one line of the log, without building a tree.
///
/// A study has tens of thousands of lines, read at every start: so members are met one by one, and what
/// is not asked for is only passed over. Strict all the same (RFC 8259): what is passed over is checked.
struct LogCursor {
  let bytes: [UInt8]
  private(set) var index: Int
  let end: Int
  private var names = LogNameCache()

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  func fault(_ message: String) -> LogSyntaxFault {
    LogSyntaxFault(message: message, offset: index)
  }

  /// Goes on elsewhere.
  mutating func move(to index: Int) { self.index = index }

  // MARK: Containers

  /// Enters an object; `nextKey` then goes along its members.
  mutating func enterObject() throws(LogSyntaxFault) {
    try take(UInt8(ascii: "{"), "an object should stand here")
  }

  /// The next member's name, with the cursor at its value; nil at the object's end.
  mutating func nextKey(isFirst: inout Bool) throws(LogSyntaxFault) -> LogKey? {
    try nextName(isFirst: &isFirst).map { LogKey(bytes, $0) }
  }

  /// The next member's name as text.
  mutating func nextText(isFirst: inout Bool) throws(LogSyntaxFault) -> String? {
    guard let name = try nextName(isFirst: &isFirst) else { return nil }
    return try unescaped(name)
  }

  private mutating func nextName(isFirst: inout Bool) throws(LogSyntaxFault) -> Range<Int>? {
    skipBlanks()
    if isNext(UInt8(ascii: "}")) {
      index += 1
      return nil
    }
    if !isFirst {
      try take(UInt8(ascii: ","), "a comma or the end of the object is missing")
      skipBlanks()
    }
    isFirst = false
    let key = try text()
    skipBlanks()
    try take(UInt8(ascii: ":"), "a colon is missing")
    skipBlanks()
    return key
  }

  mutating func enterArray() throws(LogSyntaxFault) {
    try take(UInt8(ascii: "["), "an array should stand here")
  }

  /// Whether another element follows, with the cursor at it.
  mutating func nextElement(isFirst: inout Bool) throws(LogSyntaxFault) -> Bool {
    skipBlanks()
    if isNext(UInt8(ascii: "]")) {
      index += 1
      return false
    }
    if !isFirst {
      try take(UInt8(ascii: ","), "a comma or the end of the array is missing")
      skipBlanks()
    }
    isFirst = false
    return true
  }

  // MARK: Values

  /// Passes over a value and gives its bytes.
  mutating func skip(depth: Int = 0) throws(LogSyntaxFault) -> Range<Int> {
    let start = index
    guard index < end else { throw fault("the line ends too early") }
    if depth > 32 { throw fault("values nest too deep") }
    switch bytes[index] {
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "{"):
      try enterObject()
      var isFirst = true
      while try nextName(isFirst: &isFirst) != nil { _ = try skip(depth: depth + 1) }
    case UInt8(ascii: "["):
      try enterArray()
      var isFirst = true
      while try nextElement(isFirst: &isFirst) { _ = try skip(depth: depth + 1) }
    default: try skipWord()
    }
    return start..<index
  }

  /// The raw bytes between the quotes of a text, escapes as written.
  mutating func text() throws(LogSyntaxFault) -> Range<Int> {
    try take(UInt8(ascii: "\""), "a text should stand here")
    let start = index
    while true {
      index = endOfPlainText(bytes.span, from: index, to: end)
      guard index < end else { throw fault("a text is never closed") }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return start..<index - 1
      case UInt8(ascii: "\\"):
        if index + 1 < end, bytes[index + 1] < 0x20 {
          throw fault("a control character must be escaped in a text")
        }
        index += 2
      default: throw fault("a control character must be escaped in a text")
      }
    }
  }

  mutating func string() throws(LogSyntaxFault) -> String {
    try unescaped(try text())
  }

  /// A text that stands on many lines, such as a coder or a code.
  mutating func name() throws(LogSyntaxFault) -> String { try name(try text()) }

  /// The text that stands between quotes, one that stands on many lines.
  mutating func name(_ range: Range<Int>) throws(LogSyntaxFault) -> String {
    if let known = names.find(bytes, range) { return known }
    let name = try unescaped(range)
    names.keep(name, bytes, range)
    return name
  }

  /// The number that exactly `count` small hexadecimal digits make, at most 16.
  @inline(__always)
  func hexadecimal(_ range: Range<Int>, count: Int) -> UInt64? {
    guard range.count == count else { return nil }
    var number: UInt64 = 0
    for index in range {
      guard let digit = hexadecimalDigit(bytes[index]) else { return nil }
      number = number << 4 | digit
    }
    return number
  }

  mutating func integer() throws(LogSyntaxFault) -> Int {
    let start = index
    var value = 0
    while index < end, bytes[index] &- 0x30 < 10 {
      guard value < 1 << 53 else { throw fault("this number is too large") }
      value = value * 10 + Int(bytes[index] &- 0x30)
      index += 1
    }
    if index == start || index - start > 1 && bytes[start] == 0x30 {
      throw fault("a whole number should stand here")
    }
    return value
  }

  /// Checks that only blanks are left.
  mutating func finish() throws(LogSyntaxFault) {
    skipBlanks()
    if index < end { throw fault("nothing can follow the line's object") }
  }

  mutating func take(_ byte: UInt8, _ message: String) throws(LogSyntaxFault) {
    guard isNext(byte) else { throw fault(message) }
    index += 1
  }

  func isNext(_ byte: UInt8) -> Bool { index < end && bytes[index] == byte }

  @inline(__always)
  private mutating func skipBlanks() {
    guard index < end, bytes[index] <= 0x20 else { return }
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func skipWord() throws(LogSyntaxFault) {
    let start = index
    while index < end, bytes[index] &- 0x30 < 10 { index += 1 }
    // Nearly all are plain whole numbers.
    let isPlain = index > start && (bytes[start] != 0x30 || index == start + 1)
    if isPlain, index == end || !Self.isOfWords(bytes[index]) { return }
    while index < end, Self.isOfWords(bytes[index]) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return }
    let first = word.utf8.first.map { $0 == 0x2D || $0 &- 0x30 < 10 } ?? false
    if !first || Double(word) == nil {
      index = start
      throw fault("a value cannot begin so")
    }
  }

  private static func isOfWords(_ byte: UInt8) -> Bool {
    asciiIsAlphanumeric(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }
}

private func asciiIsAlphanumeric(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}
