/// Makes turns of the cues of a subtitle file.
///
/// Cues of one speaker in a row become one turn, and a cue without a name goes on with the one before.
/// Where nobody is named, a turn ends with a sentence, at a pause, or at a dash that says so.
struct CueTurns {
  private(set) var turns: [ImportedTurn] = []

  private let words: CueWords
  private let cues: [Cue]
  private var census = LabelCensus()
  /// For each line its label's index and where its words begin behind the label.
  private var heads: [(label: Int, textStart: Int)?] = []
  private var names: [String?] = []
  private var isNamed = false
  private var showsChanges = false

  private var open: (speaker: Int?, start: Int?, end: Int?)?
  private var text: [UInt8] = []

  /// Makes the turns.
  ///
  /// - Complexity: O(*n*) in the words.
  init(_ words: CueWords, cues: [Cue]) {
    self.words = words
    self.cues = cues
    let text = words.bytes.span
    findHeads(text)
    findNames()
    for (index, line) in words.lines.enumerated() { append(line, head: heads[index], text) }
    close()
  }

  /// Labels that were left in the words, and stand there once.
  var doubtful: [String] {
    isNamed && words.voices.isEmpty ? census.doubtful(census.speakers()).map(\.text) : []
  }

  // MARK: Who speaks

  private mutating func findHeads(_ text: borrowing Span<UInt8>) {
    guard words.voices.isEmpty else {
      heads = Array(repeating: nil, count: words.lines.count)
      return
    }
    heads.reserveCapacity(words.lines.count)
    var dashes = 0
    for line in words.lines {
      if Self.changeMark(text, line.range) > 0 { dashes += 1 }
      let start = line.range.lowerBound + Self.changeMark(text, line.range)
      if let head = LabelHead(text, line: start, end: line.range.upperBound) {
        let label = census.count(
          text, head.label, shape: head.isMarked ? .marked : .colon, line: start)
        heads.append((label, head.textStart))
      } else {
        if line.isFirst { census.countPlain() }
        heads.append(nil)
      }
    }
    showsChanges = dashes > 1
  }

  private mutating func findNames() {
    let isSpeaker = census.speakers()
    names = zip(census.labels.entries, isSpeaker).map { entry, isSpeaker in
      isSpeaker ? ImportedLabel.tidy(entry.text) : nil
    }
    isNamed = !words.voices.isEmpty || names.contains { $0 != nil }
  }

  /// The length of a mark at the start of a line that somebody else speaks: `- `, `>> `.
  private static func changeMark(_ text: borrowing Span<UInt8>, _ line: Range<Int>) -> Int {
    guard line.count > 2 else { return 0 }
    let first = text[line.lowerBound]
    let second = text[line.lowerBound + 1]
    if first == UInt8(ascii: "-"), second == 0x20 { return 2 }
    if first == UInt8(ascii: ">"), second == UInt8(ascii: ">") {
      var end = line.lowerBound + 2
      while end < line.upperBound, text[end] == UInt8(ascii: ">") || text[end] == 0x20 { end += 1 }
      return end - line.lowerBound
    }
    return 0
  }

  // MARK: Turns

  private mutating func append(
    _ line: CueWords.Line, head: (label: Int, textStart: Int)?, _ text: borrowing Span<UInt8>
  ) {
    let cue = cues[line.cue]
    var range = line.range
    if let head, names[head.label] != nil {
      range = min(head.textStart, range.upperBound)..<range.upperBound
      begin(head.label, cue)
    } else if let voice = line.voice {
      begin(voice, cue)
    } else {
      let mark = showsChanges || isNamed ? Self.changeMark(text, range) : 0
      if showsChanges, mark > 0 {
        range = (range.lowerBound + mark)..<range.upperBound
        close()
      } else if !isNamed, endsTurn(before: cue) {
        close()
      }
      if open == nil { open = (nil, cue.start, cue.end) }
    }
    if let end = cue.end {
      let last = open?.end ?? end
      open?.end = max(last, end)
    }
    if range.isEmpty { return }
    if !self.text.isEmpty { self.text.append(0x20) }
    self.text += words.bytes[range]
  }

  private mutating func begin(_ speaker: Int, _ cue: Cue) {
    if let open, open.speaker == speaker { return }
    close()
    open = (speaker, cue.start, cue.end)
  }

  /// Whether what was said until now is a turn of its own, where nobody is named.
  private func endsTurn(before cue: Cue) -> Bool {
    guard open != nil, !text.isEmpty else { return false }
    if let start = cue.start, let end = open?.end, start - end >= TurnJoiner.pause { return true }
    if showsChanges { return false }
    return text.span.endsSentence
  }

  private mutating func close() {
    defer {
      open = nil
      text.removeAll(keepingCapacity: true)
    }
    guard let open, !text.isEmpty else { return }
    let label = open.speaker.flatMap { words.voices.isEmpty ? names[$0] : words.voices[$0] }
    turns.append(
      ImportedTurn(
        label: label, text: String(decoding: text, as: UTF8.self), start: open.start, end: open.end)
    )
  }
}
