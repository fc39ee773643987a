/// Which of the labels found in a file from elsewhere are speakers.
///
/// A label is what stands before a colon; sentences have colons too. Counted is how many units (cues,
/// paragraphs) begin with each, and from that it follows who speaks: where most units have a label,
/// one that stands once is believed if it looks like a name; elsewhere a label must come back.
struct LabelCensus {
  private(set) var labels = LabelTable()
  /// For each label, how often it begins a paragraph, and whether its shape leaves no doubt.
  private var paragraphs: [Int] = []
  private var isCertain: [Bool] = []
  private var plainParagraphs = 0
  private var plainLines = 0

  /// Counts a line that begins with a label, and returns the label's index.
  mutating func count(
    _ text: borrowing Span<UInt8>, _ label: Range<Int>, shape: LineHead.Shape = .colon,
    beginsParagraph: Bool = true, line: Int
  ) -> Int {
    let index = labels.count(text, label, isMarked: shape != .colon, line: line)
    if index == paragraphs.count {
      paragraphs.append(0)
      isCertain.append(false)
    }
    if beginsParagraph { paragraphs[index] += 1 }
    if shape == .certain { isCertain[index] = true }
    return index
  }

  /// Counts a line without a label.
  mutating func countPlain(beginsParagraph: Bool = true) {
    if beginsParagraph { plainParagraphs += 1 } else { plainLines += 1 }
  }

  /// For each label whether it is a speaker's.
  func speakers() -> [Bool] {
    let entries = labels.entries
    let isLikely = entries.indices.map { index in
      isCertain[index] || Self.looksLikeSpeaker(entries[index])
    }
    var lines = 0
    var first = 0
    for index in entries.indices where isLikely[index] {
      lines += entries[index].lines
      first += paragraphs[index]
    }
    // Where turns begin paragraphs, a line within one that looks like a turn is wrapped text.
    let hasParagraphs = plainLines > 0 && first * 10 >= lines * 7
    let times = entries.indices.map { hasParagraphs ? paragraphs[$0] : entries[$0].lines }
    let all = entries.indices.reduce(0) { $0 + times[$1] }
    let units = all + plainParagraphs + (hasParagraphs ? 0 : plainLines)
    let likely = entries.indices.reduce(0) { $0 + (isLikely[$1] ? times[$1] : 0) }
    let isDense = likely * 2 >= units
    let returning = entries.indices.count { isLikely[$0] && times[$0] > 1 }
    let found = entries.indices.map { index in
      if isCertain[index] { return true }
      let count = times[index]
      if isLikely[index] {
        return count > 0 && isDense || count > 1 && (returning > 1 || count > 3)
      }
      return isDense && count > 2 && NameShape.isShort(entries[index].bytes)
        && !LabelRules.isNoLabel(entries[index].bytes)
        && !NameShape.isQuestion(entries[index].bytes)
    }
    // A speaker's label with another case or other blanks is a slip of whoever typed it.
    let keys = entries.map { SpeakerRenaming.key($0.text) }
    let known = Set(zip(keys, found).filter(\.1).map(\.0))
    return zip(keys, found).map { known.contains($0) || $1 }
  }

  /// Labels that look like speakers' but were left in the text.
  func doubtful(_ speakers: [Bool]) -> [LabelTable.Entry] {
    zip(labels.entries, speakers).filter { !$1 && Self.looksLikeSpeaker($0) }.map(\.0)
  }

  private static func looksLikeSpeaker(_ entry: LabelTable.Entry) -> Bool {
    (entry.isMarked || NameShape.isName(entry.bytes)) && !LabelRules.isNoLabel(entry.bytes)
      && !NameShape.isQuestion(entry.bytes)
  }
}

/// What names and labels look like.
enum NameShape {
  /// Small words within names.
  private static let particles: Set<[UInt8]> = Set(
    """
    van|de|den|der|het|'t|’t|ten|ter|te|in|op|von|zu|zum|la|le|les|du|di|da|del|el|al|bin|ben|of|en|\
    and|the|und|et|y|dos|das
    """.split(separator: "|").map { Array($0.utf8) })

  /// Whether it looks like a name: up to six words that begin with a capital or a digit, or stand in
  /// parentheses, particles aside; no sign in it that ends or breaks a sentence.
  static func isName(_ label: [UInt8]) -> Bool {
    let words = label.split(separator: 0x20)
    guard let first = words.first, words.count <= 6, !hasSentenceSign(label) else { return false }
    if words.count == 1, isSpeakerWord(first) { return true }
    var isInParentheses = false
    for (index, word) in words.enumerated() {
      if word.first == UInt8(ascii: "(") || word.first == UInt8(ascii: "[") {
        isInParentheses = true
      }
      let isFine =
        isInParentheses || beginsLikeName(word) || index > 0 && particles.contains(Array(word))
        || index == 0 && words.count > 1 && isSpeakerWord(word)
      if !isFine { return false }
      if word.last == UInt8(ascii: ")") || word.last == UInt8(ascii: "]") {
        isInParentheses = false
      }
    }
    return true
  }

  /// Whether it is a speaker without a name: `Speaker 1`, `Unknown Speaker`, `SPEAKER_00`.
  static func isSpeaker(_ label: [UInt8]) -> Bool {
    let words = label.split { $0 == 0x20 || $0 == 0x5F }
    guard (1...2).contains(words.count), label.count < 30, let last = words.last else {
      return false
    }
    let hasNumber = last.last.map { $0 &- 0x30 < 10 } == true
    let isUnknown = words.count == 2 && isSpeakerWord(words[0]) && isSpeakerWord(words[1])
    return isUnknown || hasNumber && words[0].count > 3 && isSpeakerWord(words[0])
  }

  /// Whether it says what somebody does, not who it is: `Moderator`, `Speaker 2`.
  static func isRole(_ label: [UInt8]) -> Bool {
    label.split { $0 == 0x20 || $0 == 0x5F }.allSatisfy { word in
      isSpeakerWord(word) || word.allSatisfy { $0 &- 0x30 < 10 }
    }
  }

  /// Whether it is the number of a question or a part: `Question 1`, `Vraag 2`.
  static func isQuestion(_ label: [UInt8]) -> Bool {
    let words = label.split(separator: 0x20)
    guard words.count == 2, words[1].first.map({ $0 &- 0x30 < 10 }) == true else { return false }
    return questionWords.contains(Folding.fold(words[0]))
  }

  private static let questionWords: Set<[UInt8]> = Set(
    "question|vraag|topic|thema|theme|onderwerp|section|sectie|part|deel|pregunta|chapter|hoofdstuk"
      .split(separator: "|").map { Array($0.utf8) })

  /// Whether it is at most three words without any sign that ends or breaks a sentence.
  static func isShort(_ label: [UInt8]) -> Bool {
    label.split(separator: 0x20).count <= 3 && !hasSentenceSign(label)
  }

  private static func beginsLikeName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let scalar = decodeScalar(Array(word).span, at: 0).0 else { return false }
    switch scalarClass(scalar) {
    case .digit: return true
    case .letter: return isCapital(scalar) || !isSmall(scalar)
    default: return [0x23, 0x40, 0x2A, 0x26, 0x5F, 0x3C].contains(scalar)
    }
  }

  private static func hasSentenceSign(_ label: [UInt8]) -> Bool {
    for (index, byte) in label.enumerated() {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"),
        UInt8(ascii: "\""), UInt8(ascii: "="):
        return true
      case UInt8(ascii: "."):
        // An initial or a title is short: "J. de Vries", "Dr. Smit".
        let start = label[..<index].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
        if index - start > 4, index + 1 < label.count { return true }
        if index + 1 == label.count, index - start > 4 { return true }
      default: break
      }
    }
    return false
  }

  /// A word that services and researchers write small before a colon.
  private static func isSpeakerWord(_ word: ArraySlice<UInt8>) -> Bool {
    var folded = Folding.fold(word)
    while let last = folded.last, last &- 0x30 < 10 { folded.removeLast() }
    return speakerWords.contains(folded)
  }

  private static let speakerWords: Set<[UInt8]> = Set(
    """
    interviewer|interviewee|interviewees|interviewers|respondent|respondents|moderator|participant|\
    participants|speaker|spreker|deelnemer|gespreksleider|facilitator|geinterviewde|onderzoeker|\
    researcher|host|guest|unknown|onbekend|int|mod|resp|part|p|r|i|all|allen|iedereen|observator|\
    notulist|docent|leerkracht|ouder|moeder|vader|begeleider|man|vrouw|intervieweur|enqueteur
    """.split(separator: "|").map { Array($0.utf8) })
}
