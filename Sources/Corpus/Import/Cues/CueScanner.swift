/// A piece of a subtitle file: when, and where its words stand in the file.
struct Cue {
  /// Milliseconds; nil for words that stand under no times of their own.
  let start: Int?
  let end: Int?
  /// The lines under the times: UTF-8 byte offsets into the file's text.
  let words: Range<Int>
}

/// Takes a WebVTT or SubRip file apart into cues.
struct CueScanner {
  private(set) var cues: [Cue] = []
  private(set) var losses: [ImportLoss] = []
  private(set) var language: String?
  /// Where a line with `-->` has times that cannot be read.
  private(set) var faultyTimes: [Int] = []

  private let isVTT: Bool
  /// What the present block is, from its first line.
  private enum Block { case open, skipped, header }

  init(isVTT: Bool) {
    self.isVTT = isVTT
  }

  /// Finds all cues.
  ///
  /// - Complexity: O(*n*), one pass.
  mutating func scan(_ text: borrowing Span<UInt8>) {
    var index = 0
    var block = isVTT ? Block.header : Block.open
    var isFirstLine = true
    var strayStart: Int?
    while index < text.count {
      let end = lineEnd(text, from: index)
      if trimBlanks(text, from: index, to: end) == index {
        noteStray(text, strayStart, end: index)
        strayStart = nil
        block = .open
        isFirstLine = true
        index = end + 1
        continue
      }
      if block != .skipped, let arrow = arrow(text, from: index, to: end) {
        strayStart = nil
        index = addCue(text, line: index, arrow: arrow, lineEnd: end)
        block = .open
        isFirstLine = true
        continue
      }
      if block == .header {
        readHeader(text, index..<end)
      } else if isFirstLine, isVTT, let kind = skippedKind(text, index..<end) {
        losses.add(1, kind)
        block = .skipped
      } else if block == .open, strayStart == nil {
        strayStart = index
      }
      isFirstLine = false
      index = end + 1
    }
    noteStray(text, strayStart, end: text.count)
  }

  private func lineEnd(_ text: borrowing Span<UInt8>, from index: Int) -> Int {
    var end = index
    while end < text.count, text[end] != 0x0A { end += 1 }
    return end
  }

  /// Where `-->` stands in a line that begins like a time.
  private func arrow(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    let last = min(end, start + 48)
    while index + 2 < last {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"),
        text[index + 2] == UInt8(ascii: ">")
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Adds the cue whose times stand on this line, and returns where the next block begins.
  private mutating func addCue(
    _ text: borrowing Span<UInt8>, line: Int, arrow: Int, lineEnd: Int
  ) -> Int {
    let first = skipBlanks(text, from: line, to: arrow)
    let second = skipBlanks(text, from: arrow + 3, to: lineEnd)
    let index = min(lineEnd + 1, text.count)
    let words = wordsEnd(text, from: index)
    let range = index..<max(words.end, index)
    let from = CueTime(text, at: first, end: arrow)?.milliseconds
    let to = CueTime(text, at: second, end: lineEnd)?.milliseconds
    if from == nil || to == nil { faultyTimes.append(line) }
    if from == nil || to == nil, range.isEmpty { return words.next }
    cues.append(Cue(start: from, end: to, words: range))
    return words.next
  }

  /// Where the words that begin at `index` end, and where to go on.
  private func wordsEnd(
    _ text: borrowing Span<UInt8>, from index: Int
  ) -> (end: Int, next: Int) {
    var index = index
    var end = index
    var previous = index
    while index < text.count {
      let next = lineEnd(text, from: index)
      if next == index || !isVTT && isBlank(text, index, next) { break }
      // A next cue without a blank line before it, perhaps with its number.
      if text[index] &- 0x30 < 10, let arrow = arrow(text, from: index, to: next),
        CueTime(text, at: index, end: arrow) != nil
      {
        return isNumber(text, previous, end) ? (max(previous - 1, 0), index) : (end, index)
      }
      previous = index
      end = next
      index = next + 1
    }
    return (end, index)
  }

  private func isNumber(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where text[index] &- 0x30 >= 10 { return false }
    return end > start
  }

  private func isBlank(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    trimBlanks(text, from: start, to: end) == start
  }

  /// Words after a blank line, before the next times: they go on with the cue before.
  private mutating func noteStray(_ text: borrowing Span<UInt8>, _ start: Int?, end: Int) {
    guard let start, !cues.isEmpty else { return }
    cues.append(Cue(start: nil, end: nil, words: start..<end))
  }

  // MARK: What is no cue

  private mutating func readHeader(_ text: borrowing Span<UInt8>, _ line: Range<Int>) {
    let name = Array("Language:".utf8)
    guard line.count > name.count else { return }
    for (offset, byte) in name.enumerated() where text[line.lowerBound + offset] != byte { return }
    let start = skipBlanks(text, from: line.lowerBound + name.count, to: line.upperBound)
    language = string(text, start..<trimBlanks(text, from: start, to: line.upperBound))
  }

  private func skippedKind(_ text: borrowing Span<UInt8>, _ line: Range<Int>) -> String? {
    for (word, kind) in [("NOTE", "note"), ("STYLE", "style"), ("REGION", "region")] {
      let bytes = Array(word.utf8)
      guard line.count >= bytes.count else { continue }
      var isSame = true
      for (offset, byte) in bytes.enumerated() where text[line.lowerBound + offset] != byte {
        isSame = false
      }
      let next = line.lowerBound + bytes.count
      if isSame, next == line.upperBound || text[next] == 0x20 || text[next] == 0x09 { return kind }
    }
    return nil
  }
}

/// A stretch of text as a string.
func string(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
  do {
    return String(copying: try UTF8Span(validating: text.extracting(range)))
  } catch {
    var bytes: [UInt8] = []
    for index in range { bytes.append(text[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
