/// Reads CHAT, the format of TalkBank: a main tier for each utterance.
enum CHATReader {
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    let text = SourceText(source)
    if text.hasError { return Read(nil, text.diagnostics) }
    var file = CHATFile(text.bytes.span)
    var diagnostics = text.diagnostics
    if !file.hasEnd {
      diagnostics.append(
        Diagnostic(
          .warning, path: source.path, "the line @End is missing",
          fix: "look whether the file is whole"))
    }
    file.transcript.losses.add(
      file.dependentTiers, "line that depends on an utterance",
      "lines that depend on utterances")
    file.transcript.losses.add(file.comments, "comment")
    file.transcript.losses.add(file.codes, "CHAT code")
    return Read([file.transcript], diagnostics)
  }
}

/// The lines of a CHAT file, each with those that go on with it.
private struct CHATFile {
  var transcript = ImportedTranscript()
  private(set) var dependentTiers = 0
  private(set) var comments = 0
  private(set) var codes = 0
  private(set) var hasEnd = false

  /// Names and roles by code.
  private var roles: [String: String] = [:]

  init(_ text: borrowing Span<UInt8>) {
    var index = 0
    while index < text.count {
      var end = Self.lineEnd(text, from: index)
      // A line that begins with a tab goes on with the one before.
      while end + 1 < text.count, text[end + 1] == 0x09 {
        end = Self.lineEnd(text, from: end + 1)
      }
      append(text, index..<end)
      index = end + 1
    }
  }

  private static func lineEnd(_ text: borrowing Span<UInt8>, from index: Int) -> Int {
    var end = index
    while end < text.count, text[end] != 0x0A { end += 1 }
    return end
  }

  private mutating func append(_ text: borrowing Span<UInt8>, _ line: Range<Int>) {
    guard !line.isEmpty else { return }
    switch text[line.lowerBound] {
    case UInt8(ascii: "@"): readHeader(string(text, line))
    case UInt8(ascii: "%"): dependentTiers += 1
    case UInt8(ascii: "*"):
      var colon = line.lowerBound + 1
      while colon < line.upperBound, text[colon] != UInt8(ascii: ":") { colon += 1 }
      guard colon < line.upperBound else { return }
      readUtterance(
        string(text, text.trimmed((line.lowerBound + 1)..<colon)),
        text, (colon + 1)..<line.upperBound)
    default: break
    }
  }

  // MARK: Headers

  private mutating func readHeader(_ line: String) {
    let parts = line.split(separator: ":", maxSplits: 1)
    let value = parts.count > 1 ? ImportedLabel.tidy(String(parts[1])) : ""
    switch parts[0] {
    case "@End": hasEnd = true
    case "@Languages":
      transcript.language = value.split(whereSeparator: { $0 == "," || $0 == " " }).first.map {
        Self.languages[String($0)] ?? String($0)
      }
    case "@Participants":
      for participant in value.split(separator: ",") {
        let words = participant.split(separator: " ").map(String.init)
        guard let code = words.first else { continue }
        let role = words.count > 1 ? words[words.count - 1] : nil
        transcript.speakers.append(ImportedSpeaker(label: code, role: role.map(Self.role)))
      }
    case "@ID": readIdentity(value)
    case "@Date": transcript.date = Self.date(value)
    case "@Title": transcript.title = value
    case "@Comment": comments += 1
    default: break
    }
  }

  /// `nld|corpus|PAR0|30;|female|group|SES|Participant|education||`.
  private mutating func readIdentity(_ value: String) {
    let fields = value.split(separator: "|", omittingEmptySubsequences: false).map {
      ImportedLabel.tidy(String($0))
    }
    guard fields.count > 4,
      let index = transcript.speakers.firstIndex(where: { $0.label == fields[2] })
    else { return }
    for (key, place) in [("age", 3), ("sex", 4), ("group", 5), ("education", 8)]
    where fields.count > place && !fields[place].isEmpty {
      var text = fields[place]
      if key == "age", text.last == ";" { text.removeLast() }
      transcript.speakers[index].variables.append(ImportedVariable(key: key, value: text))
    }
  }

  /// CHAT's own word for who asks, in the words of the home format.
  private static func role(_ role: String) -> String {
    switch role {
    case "Investigator", "Interviewer": "interviewer"
    case "Moderator": "moderator"
    default: role.replacing("_", with: " ").lowercased()
    }
  }

  /// `12-MAR-2018` as year-month-day.
  private static func date(_ value: String) -> String? {
    let parts = value.split(separator: "-").map(String.init)
    let months = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    guard parts.count == 3, let month = months.firstIndex(of: parts[1].uppercased()),
      parts[0].utf8.count == 2, parts[2].utf8.count == 4
    else { return nil }
    return "\(parts[2])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[0])"
  }

  private static let languages = [
    "nld": "nl", "eng": "en", "deu": "de", "fra": "fr", "spa": "es", "ita": "it", "por": "pt",
  ]

  // MARK: Utterances

  private mutating func readUtterance(
    _ label: String, _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) {
    var turn = ImportedTurn(label: label, text: "")
    var words: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == 0x15 {
        index = readTimes(text, index, range.upperBound, &turn)
      } else {
        words.append(text[index] == 0x0A || text[index] == 0x09 ? 0x20 : text[index])
        index += 1
      }
    }
    let speech = CHATWords(words.span)
    codes += speech.codes
    turn.text = speech.text()
    transcript.turns.append(turn)
  }

  /// Reads `␕125_475␕`, milliseconds from and to; returns the index after it.
  private func readTimes(
    _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, _ turn: inout ImportedTurn
  ) -> Int {
    var numbers: [Int] = []
    var number: Int?
    var index = start + 1
    while index < end, text[index] != 0x15 {
      let byte = text[index]
      if byte &- 0x30 < 10, number ?? 0 < 1 << 40 {
        number = (number ?? 0) * 10 + Int(byte &- 0x30)
      } else if let finished = number {
        numbers.append(finished)
        number = nil
      }
      index += 1
    }
    if let number { numbers.append(number) }
    if numbers.count > 1 {
      let (from, to) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
      turn.start = turn.start ?? from
      turn.end = to
    }
    return min(index + 1, end)
  }
}

/// The words of an utterance without CHAT's codes (CHAT manual, chapters 8 to 10).
private struct CHATWords {
  private(set) var codes = 0
  private var words: [String] = []

  init(_ text: borrowing Span<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 {
        index += 1
        continue
      }
      let first = index
      if byte == UInt8(ascii: "[") {
        while index < text.count, text[index] != UInt8(ascii: "]") { index += 1 }
        index = min(index + 1, text.count)
        codes += 1
        continue
      }
      while index < text.count, text[index] != 0x20, text[index] != UInt8(ascii: "[") { index += 1 }
      add(string(text, first..<index))
    }
  }

  private mutating func add(_ token: String) {
    var word = token
    if word.hasPrefix("<") || word.hasSuffix(">") {
      word = String(word.filter { $0 != "<" && $0 != ">" })
      codes += 1
    }
    switch word {
    case "": return
    case ".", "?", "!", ",", ";", ":": attach(word)
    case "+...", "+..?": attach("…")
    case "xxx", "yyy", "www": words.append("[\(word)]")
    case let sign where sign.hasPrefix("+"): codes += 1
    case let event where event.hasPrefix("&="):
      words.append(
        "(" + event.dropFirst(2).replacing("_", with: " ").replacing(":", with: " ") + ")")
    case let filler where filler.hasPrefix("&"):
      words.append(String(filler.drop { "&-+~".contains($0) }))
    default: words.append(word)
    }
  }

  private mutating func attach(_ sign: String) {
    guard let last = words.indices.last else { return words.append(sign) }
    words[last] += sign
  }

  func text() -> String { words.joined(separator: " ") }
}
