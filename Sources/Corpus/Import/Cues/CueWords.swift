/// The words of cues without their markup, line by line.
///
/// Tags go, references such as `&amp;` become characters, and a `<v Name>` becomes a voice.
struct CueWords {
  /// A line of words, and who speaks from its first byte on.
  struct Line {
    /// UTF-8 byte offsets into `bytes`.
    var range: Range<Int>
    let cue: Int
    /// An index into `voices`; nil where no `<v>` tells.
    let voice: Int?
    /// Whether it is the first line of its cue.
    let isFirst: Bool
  }

  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var voices: [String] = []
  /// Whether times stand between the words, as in captions that roll.
  private(set) var hasInnerTimes = false

  private var voiceIndices: [String: Int] = [:]
  /// The names as they stand in tags, and the voice of each.
  private var names = LabelTable()
  private var voiceOfName: [Int?] = []
  private var voice: Int?
  private var isFirst = true

  /// Takes the words of all cues out of a file's text.
  ///
  /// - Complexity: O(*n*).
  init(_ text: [UInt8], cues: [Cue]) {
    bytes.reserveCapacity(text.count)
    lines.reserveCapacity(cues.count)
    for (index, cue) in cues.enumerated() {
      voice = nil
      isFirst = true
      append(text, cue.words, cue: index)
    }
  }

  private mutating func append(_ file: [UInt8], _ words: Range<Int>, cue: Int) {
    let text = file.span
    var start = bytes.count
    var index = words.lowerBound
    while index < words.upperBound {
      let byte = text[index]
      switch byte {
      case 0x0A:
        endLine(from: start, cue: cue)
        start = bytes.count
        index += 1
      case UInt8(ascii: "<"):
        let end = tagEnd(text, from: index, to: words.upperBound)
        if let end {
          if readTag(text, (index + 1)..<end, lineStart: start, cue: cue) { start = bytes.count }
          index = end + 1
        } else {
          bytes.append(byte)
          index += 1
        }
      case UInt8(ascii: "{") where index + 1 < words.upperBound && text[index + 1] == 0x5C:
        while index < words.upperBound, text[index] != UInt8(ascii: "}") { index += 1 }
        index += 1
      case UInt8(ascii: "&"):
        if let found = Entities.decode(text, at: index, end: words.upperBound) {
          Corpus.append(found.scalar, to: &bytes)
          index = found.end
        } else {
          bytes.append(byte)
          index += 1
        }
      default:
        let first = index
        repeat { index += 1 } while index < words.upperBound && !Self.isSign(text[index])
        bytes += file[first..<index]
      }
    }
    endLine(from: start, cue: cue)
  }

  /// Whether a byte may be more than itself.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "&"): true
    default: false
    }
  }

  private mutating func endLine(from start: Int, cue: Int) {
    let range = bytes.span.trimmed(start..<bytes.count)
    guard !range.isEmpty else { return }
    lines.append(Line(range: range, cue: cue, voice: voice, isFirst: isFirst))
    isFirst = false
  }

  // MARK: Tags

  /// The `>` of the tag that begins at `index`; nil when it is no tag.
  private func tagEnd(_ text: borrowing Span<UInt8>, from index: Int, to end: Int) -> Int? {
    guard index + 1 < end else { return nil }
    let next = text[index + 1]
    guard asciiClass(next) == .letter || next == UInt8(ascii: "/") || next &- 0x30 < 10 else {
      return nil
    }
    var cursor = index + 1
    let last = min(end, index + 400)
    while cursor < last {
      if text[cursor] == UInt8(ascii: ">") { return cursor }
      if text[cursor] == UInt8(ascii: "<") { return nil }
      cursor += 1
    }
    return nil
  }

  /// Reads a tag; true when a new line of words begins with it.
  private mutating func readTag(
    _ text: borrowing Span<UInt8>, _ tag: Range<Int>, lineStart: Int, cue: Int
  ) -> Bool {
    guard !tag.isEmpty else { return false }
    let first = text[tag.lowerBound]
    if first &- 0x30 < 10 {
      hasInnerTimes = true
      return false
    }
    let isVoice = first == UInt8(ascii: "v")
    guard isVoice, tag.count > 1 else { return false }
    let second = text[tag.lowerBound + 1]
    guard second == 0x20 || second == 0x09 || second == UInt8(ascii: ".") || second == 0x0A else {
      return false
    }
    var start = tag.lowerBound + 1
    while start < tag.upperBound, text[start] != 0x20, text[start] != 0x09 { start += 1 }
    endLine(from: lineStart, cue: cue)
    let name = names.count(text, start..<tag.upperBound, isMarked: false, line: 0)
    if name == voiceOfName.count {
      let label = ImportedLabel.tidy(Entities.decode(names.entries[name].text))
      voiceOfName.append(label.isEmpty ? nil : index(of: label))
    }
    voice = voiceOfName[name]
    return true
  }

  private mutating func index(of label: String) -> Int {
    if let index = voiceIndices[label] { return index }
    voices.append(label)
    voiceIndices[label] = voices.count - 1
    return voices.count - 1
  }

  // MARK: Captions that roll

  /// Takes out what captions that roll show again from the cue before.
  ///
  /// - Returns: How many lines were taken out.
  mutating func removeRepeats(cues: [Cue]) -> Int {
    guard isRolling(cues) else { return 0 }
    var kept: [Line] = []
    var removed = 0
    var previous: [Line] = []
    var index = 0
    while index < lines.count {
      var end = index + 1
      while end < lines.count, lines[end].cue == lines[index].cue { end += 1 }
      let present = Array(lines[index..<end])
      let repeats = overlap(previous, present)
      removed += repeats
      var fresh = Array(present.dropFirst(repeats))
      if let last = previous.last, let first = fresh.first, repeats == 0 || repeats == 1,
        isLonger(first.range, than: last.range)
      {
        fresh[0].range = bytes.span.trimmed(
          (first.range.lowerBound + last.range.count)..<first.range.upperBound)
        removed += 1
      }
      kept += fresh
      previous = present
      index = end
    }
    lines = kept
    return removed
  }

  /// Whether most cues of more than one line begin with the last line of the cue before, or times
  /// stand between the words.
  private func isRolling(_ cues: [Cue]) -> Bool {
    if hasInnerTimes { return true }
    var many = 0
    var repeated = 0
    for index in lines.indices where lines[index].isFirst && index > 0 {
      let isOfMany = index + 1 < lines.count && lines[index + 1].cue == lines[index].cue
      guard isOfMany else { continue }
      many += 1
      if isSame(lines[index - 1].range, lines[index].range) { repeated += 1 }
    }
    return repeated >= 2 && repeated * 2 > many
  }

  /// How many of the first lines repeat the last lines of the cue before.
  private func overlap(_ previous: [Line], _ present: [Line]) -> Int {
    for count in stride(from: min(previous.count, present.count), to: 0, by: -1) {
      let last = previous.suffix(count)
      if zip(last, present).allSatisfy({ isSame($0.range, $1.range) }) { return count }
    }
    return 0
  }

  private func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count && bytes[first].elementsEqual(bytes[second])
  }

  private func isLonger(_ range: Range<Int>, than other: Range<Int>) -> Bool {
    range.count > other.count + 1 && bytes[range].starts(with: bytes[other])
      && bytes[range.lowerBound + other.count] == 0x20
  }
}

extension Span<UInt8> {
  /// A range without the blanks at its two ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skipBlanks(self, from: range.lowerBound, to: range.upperBound)
    return start..<trimBlanks(self, from: start, to: range.upperBound)
  }
}
