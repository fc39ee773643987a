/// Makes turns of the lines of a document.
struct TextTurns {
  private(set) var transcript = ImportedTranscript()
  private(set) var diagnostics: [Diagnostic] = []

  private let lines: TextLines
  private let path: String
  private var names: [String?] = []
  private var hasNames = false
  private var hasTimes = false

  private var open: (label: String?, start: Int?, end: Int?)?
  private var text: [UInt8] = []
  private var preface: [UInt8] = []
  /// A time on a line of its own, for what comes next.
  private var waitingTime: Int?
  /// When the turn before ended.
  private var lastEnd: Int? = 0

  /// Makes the turns.
  ///
  /// - Complexity: O(*n*).
  init(_ lines: TextLines, _ bytes: [UInt8], path: String) {
    self.lines = lines
    self.path = path
    transcript.title = lines.title
    transcript.losses = lines.losses
    findNames(bytes)
    for line in lines.lines { append(line, bytes) }
    close()
    transcript.preface = String(decoding: preface, as: UTF8.self)
  }

  private mutating func findNames(_ bytes: [UInt8]) {
    let isSpeaker = lines.census.speakers()
    names = zip(lines.census.labels.entries, isSpeaker).map { entry, isSpeaker in
      isSpeaker ? ImportedLabel.tidy(entry.text) : nil
    }
    hasNames = names.contains { $0 != nil }
    hasTimes = lines.heads.contains { $0.label < 0 } || lines.lines.contains { $0.end != nil }
    for entry in lines.census.doubtful(isSpeaker).prefix(10) {
      diagnostics.append(
        Diagnostic(
          .note, path: path, at: position(in: bytes.span, of: entry.firstLine),
          "\"\(entry.text):\" is read as words, not as a speaker",
          fix: "if it is one, give it a turn of its own in what is written"))
    }
    if !hasNames, !lines.lines.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, "no speaker is found: no line begins with a label",
          fix: "write for example Interviewer: before what somebody says"))
    }
  }

  // MARK: Lines

  private mutating func append(_ line: TextLines.Line, _ bytes: [UInt8]) {
    var words = line.words
    if line.head >= 0 {
      let (head, label) = lines.heads[line.head]
      if label >= 0, let name = names[label] {
        begin(name, head.start, head.end)
        words = head.textStart..<max(line.words.upperBound, head.textStart)
      } else if label < 0, head.textStart == line.words.upperBound {
        waitingTime = head.start
        return
      } else if label < 0, hasNames ? open != nil : true {
        begin(open?.label, head.start, head.end)
        words = head.textStart..<line.words.upperBound
      } else {
        goOn(line, bytes)
      }
    } else {
      goOn(line, bytes)
    }
    add(words, line, bytes)
    if let end = line.end {
      if open?.end != nil { transcript.losses.add(1, "time inside a turn", "times inside turns") }
      open?.end = end
    }
  }

  /// What a line without a head begins, if anything.
  private mutating func goOn(_ line: TextLines.Line, _ bytes: [UInt8]) {
    if !hasNames {
      let isParagraph = line.beginsParagraph || !lines.isWrapped
      if open == nil || isParagraph && !hasTimes { begin(nil, nil, nil) }
    } else if open != nil, line.beginsParagraph, isQuestion(line, bytes) {
      begin(nil, nil, nil)
    }
  }

  private func isQuestion(_ line: TextLines.Line, _ bytes: [UInt8]) -> Bool {
    var end = line.words.lowerBound
    while end < line.words.upperBound, end - line.words.lowerBound < 20,
      bytes[end] != UInt8(ascii: "."), bytes[end] != UInt8(ascii: ":"), bytes[end] != 0x29
    {
      end += 1
    }
    return NameShape.isQuestion(Array(bytes[line.words.lowerBound..<end]))
  }

  private mutating func begin(_ label: String?, _ start: Int?, _ end: Int?) {
    close()
    open = (label, start ?? waitingTime, end)
    waitingTime = nil
  }

  private mutating func add(
    _ words: Range<Int>, _ line: TextLines.Line, _ bytes: [UInt8]
  ) {
    if words.isEmpty { return }
    if open == nil {
      Self.separate(&preface, line, isWrapped: lines.isWrapped)
      WordBytes.append(bytes, words, to: &preface)
    } else {
      Self.separate(&text, line, isWrapped: lines.isWrapped)
      WordBytes.append(bytes, words, to: &text)
    }
  }

  private static func separate(
    _ text: inout [UInt8], _ line: TextLines.Line, isWrapped: Bool
  ) {
    guard !text.isEmpty else { return }
    if line.beginsParagraph {
      text.append(0x0A)
      text.append(0x0A)
    } else {
      text.append(isWrapped ? 0x20 : 0x0A)
    }
  }

  private mutating func close() {
    defer {
      open = nil
      text.removeAll(keepingCapacity: true)
    }
    guard let open else { return }
    var start = open.start
    // A time at the end of a paragraph: the turn began when the one before ended.
    if start == nil, open.end != nil { start = lastEnd }
    lastEnd = open.end
    if text.isEmpty {
      transcript.losses.add(1, "turn without words", "turns without words")
      return
    }
    transcript.turns.append(
      ImportedTurn(
        label: open.label, text: String(decoding: text, as: UTF8.self), start: start, end: open.end)
    )
  }
}

/// The words of a line, with what stands for something else resolved.
enum WordBytes {
  /// Appends words: references such as `&#39;` become characters, and a time such as `#00:01:12-3#`
  /// gets the brackets of the home format.
  static func append(
    _ text: [UInt8], _ range: Range<Int>, to result: inout [UInt8]
  ) {
    var plain = range.lowerBound
    var index = plain
    while index < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "&"),
        let found = Entities.decode(text.span, at: index, end: range.upperBound)
      {
        result += text[plain..<index]
        Corpus.append(found.scalar, to: &result)
        (plain, index) = (found.end, found.end)
      } else if byte == UInt8(ascii: "#"),
        let stamp = LineTime(text.span, at: index, end: range.upperBound)
      {
        result += text[plain..<index]
        result.append(UInt8(ascii: "["))
        HomeTime.append(stamp.start, to: &result)
        result.append(UInt8(ascii: "]"))
        (plain, index) = (stamp.end, stamp.end)
      } else {
        index += 1
      }
    }
    result += text[plain..<range.upperBound]
  }
}
