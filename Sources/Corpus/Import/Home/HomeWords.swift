/// The words of a turn made fit for the home format, so that they read back the same.
struct HomeWords {
  private(set) var removedControls = 0
  private(set) var joinedLines = 0
  private(set) var removedTimes = 0
  private(set) var hasLongLine = false

  private var declared: DeclaredLabels
  private var starts: [String: Bool] = [:]

  /// Takes the labels that will be declared.
  init(declared: [String]) {
    self.declared = DeclaredLabels(declared)
    for label in declared { starts[label] = true }
  }

  /// Makes words fit.
  ///
  /// - Parameters:
  ///   - text: The words of a turn.
  ///   - time: Of the turn; a time at the start of the words becomes it where it is nil.
  /// - Returns: The words, without blanks at their ends and without signs that steer.
  mutating func fit(_ text: String, time: inout Int?) -> String {
    if text.utf8.count > DecodedText.longestLine {
      hasLongLine = true
      return ""
    }
    if Self.isPlain(text.utf8.span) { return text }
    var bytes = cleaned(text.utf8.span)
    takeTimes(&bytes, &time)
    if bytes.contains(0x0A) { joinHeads(&bytes, isPreface: false) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands before the first turn; no line of it may begin one.
  mutating func fitPreface(_ text: String) -> String {
    var bytes = cleaned(text.utf8.span)
    joinHeads(&bytes, isPreface: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether nothing can need a change: one line, without controls, blanks at its ends or a bracket
  /// at its start.
  private static func isPlain(_ text: borrowing Span<UInt8>) -> Bool {
    guard text.count > 0 else { return false }
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 { return false }
    }
    let first = text[0]
    if first >= 0xE1 || text[text.count - 1] >= 0x80 { return false }
    return first > 0x20 && first != UInt8(ascii: "[") && first != UInt8(ascii: "(")
      && text[text.count - 1] > 0x20
  }

  // MARK: Signs

  private mutating func cleaned(_ text: borrowing Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    var breaks = 0
    func endLine() {
      while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
      breaks += 1
    }
    while index < text.count {
      let (decoded, length) = decodeScalar(text, at: index)
      let scalar = decoded ?? 0xFFFD
      switch scalar {
      case 0x0D where index + 1 < text.count && text[index + 1] == 0x0A: break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: endLine()
      case 0...8, 0x0E...0x1F, 0x7F...0x9F, 0xFEFF: removedControls += 1
      default:
        if breaks > 0, scalarClass(scalar) == .blank { break }
        if breaks > 0, !result.isEmpty { result += [0x0A, 0x0A].prefix(breaks) }
        breaks = 0
        if decoded == nil {
          append(0xFFFD, to: &result)
        } else {
          for offset in 0..<length { result.append(text[index + offset]) }
        }
      }
      index += length
    }
    let range = result.span.trimmed(0..<result.count)
    return range.count == result.count ? result : Array(result[range])
  }

  /// Takes times off the start of the words, where the home format would read them as the turn's.
  private mutating func takeTimes(_ bytes: inout [UInt8], _ time: inout Int?) {
    while let stamp = TimeStamp(bytes.span, at: 0, end: bytes.count) {
      if time == nil { time = stamp.milliseconds } else { removedTimes += 1 }
      let start = skipBlanks(bytes.span, from: stamp.end, to: bytes.count)
      bytes.removeFirst(start)
    }
  }

  // MARK: Lines

  /// Joins every line that would begin a turn to the line before it.
  private mutating func joinHeads(_ bytes: inout [UInt8], isPreface: Bool) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    var index = 0
    var isFirst = true
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      if isFirst ? isPreface : true, beginsTurn(bytes.span, index..<end) {
        joinedLines += 1
        while result.last == 0x0A { result.removeLast() }
        if isFirst || result.isEmpty { append(0x2013, to: &result) }
        result.append(0x20)
      }
      result += bytes[index..<end]
      if end < bytes.count { result.append(0x0A) }
      isFirst = false
      index = end + 1
    }
    bytes = result
  }

  private mutating func beginsTurn(_ text: borrowing Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard !line.isEmpty,
      let head = LabelHead(text, line: line.lowerBound, end: line.upperBound)
    else { return false }
    let bytes = text.bytes(head.label)
    let label = String(decoding: bytes, as: UTF8.self)
    if let known = starts[label] { return known }
    let begins =
      declared.exactly(label) != nil
      || !LabelRules.isNoLabel(bytes) && declared.like(label) != nil
    if starts.count < 10_000 { starts[label] = begins }
    return begins
  }
}
