/// Which of the labels found in a file from elsewhere are speakers.
///
/// A label is what stands before a colon; sentences have colons too. Counted is how many units (cues,
/// paragraphs) begin with each, and from that it follows who speaks: where most units have a label,
/// one that stands once is believed if it looks like a name; elsewhere a label must come back.
struct LabelCensus {
  private(set) var labels = LabelTable()
  private var units = 0
  private var labelled = 0

  /// Counts a unit that begins with a label, and returns the label's index.
  mutating func count(
    _ text: borrowing Span<UInt8>, _ label: Range<Int>, isMarked: Bool = false, line: Int
  ) -> Int {
    units += 1
    labelled += 1
    return labels.count(text, label, isMarked: isMarked, line: line)
  }

  /// Counts a unit without a label.
  mutating func countPlain() { units += 1 }

  /// For each label whether it is a speaker's.
  func speakers() -> [Bool] {
    let isLikely = labels.entries.map { entry in
      (entry.isMarked || NameShape.isName(entry.bytes)) && !LabelRules.isNoLabel(entry.bytes)
    }
    var sure = 0
    for (entry, isLikely) in zip(labels.entries, isLikely) where isLikely { sure += entry.lines }
    let isDense = sure * 2 >= units
    let returning = zip(labels.entries, isLikely).count { $0.lines > 1 && $1 }
    return zip(labels.entries, isLikely).map { entry, isLikely in
      if isLikely { return isDense || entry.lines > 1 && (returning > 1 || entry.lines > 3) }
      return isDense && entry.lines > 2 && NameShape.isShort(entry.bytes)
        && !LabelRules.isNoLabel(entry.bytes)
    }
  }

  /// Labels that look like speakers but stand once and were left in the text.
  func doubtful(_ speakers: [Bool]) -> [LabelTable.Entry] {
    zip(labels.entries, speakers).filter { entry, isSpeaker in
      !isSpeaker && NameShape.isName(entry.bytes) && !LabelRules.isNoLabel(entry.bytes)
    }.map(\.0)
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
      if word.first == UInt8(ascii: "(") || word.first == UInt8(ascii: "[") { isInParentheses = true }
      let isFine =
        isInParentheses || beginsLikeName(word) || index > 0 && particles.contains(Array(word))
        || index == 0 && words.count > 1 && isSpeakerWord(word)
      if !isFine { return false }
      if word.last == UInt8(ascii: ")") || word.last == UInt8(ascii: "]") { isInParentheses = false }
    }
    return true
  }

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
