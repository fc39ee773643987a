/// Words in talk that look like names of people, places or organisations.
///
/// Names have a capital inside a sentence, and are never written small in the same talk.
public struct NameCandidates {
  /// With how often each stands inside a sentence.
  private var names = LabelTable()
  /// The words that are not written with a capital.
  private var small = LabelTable()
  private var beginsSentence = true
  /// The name that is being read, and the end of its last word with a capital.
  private var name: [UInt8] = []
  private var nameEnd = 0

  /// Starts without any talk.
  public init() {}

  /// The candidates, most frequent first, then in the order in which they were met.
  public var found: [(name: String, count: Int)] {
    let small = Set(small.entries.map { $0.text.lowercased() })
    let kept = names.entries.filter { name in
      !small.contains(name.text.lowercased()) && !Self.isNoName(name.text)
    }
    return kept.enumerated().sorted { ($1.1.lines, $0.0) < ($0.1.lines, $1.0) }
      .map { ($0.1.text, $0.1.lines) }
  }

  /// Looks at what is said in a turn.
  ///
  /// - Complexity: O(*n*); no text is made but of what was not met before.
  public mutating func add(_ words: String) {
    let text = words.utf8.span
    beginsSentence = true
    var index = 0
    while index < text.count {
      if text[index] == 0x20 {
        index += 1
        continue
      }
      let end = Self.wordEnd(text, from: index)
      if end > index {
        addWord(text, index..<end)
        index = end
      } else {
        let (scalar, length) = decodeScalar(text, at: index)
        addSign(scalar ?? 0xFFFD)
        index += length
      }
    }
    endName()
  }

  private static func wordEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= text.count {
      let run = asciiOfWords(eightBytes(text, at: index))
      index += run
      if run < 8 { break }
    }
    while index < text.count {
      let byte = text[index]
      if isAsciiOfWords(byte) {
        index += 1
        continue
      }
      let (scalar, length) = decodeScalar(text, at: index)
      switch byte < 0x80 ? asciiClass(byte) : scalarClass(scalar ?? 0xFFFD) {
      case .letter, .mark, .digit: index += length
      case .hyphen where index > start, .apostrophe where index > start: index += length
      default: return index
      }
    }
    return index
  }

  private mutating func addWord(_ text: borrowing Span<UInt8>, _ word: Range<Int>) {
    let first = text[word.lowerBound]
    let hasCapital =
      first < 0x80
      ? first &- 0x41 < 26 : decodeScalar(text, at: word.lowerBound).0.map(isCapital) == true
    if hasCapital, word.count > 1 {
      if !beginsSentence || !name.isEmpty {
        addToName(text, word)
        nameEnd = name.count
      }
    } else {
      _ = small.count(text, word, isMarked: false, line: 0)
      if !name.isEmpty {
        if Self.particles.contains(text.bytes(word)) { addToName(text, word) } else { endName() }
      }
    }
    beginsSentence = false
  }

  private mutating func addToName(_ text: borrowing Span<UInt8>, _ word: Range<Int>) {
    if !name.isEmpty { name.append(0x20) }
    name += text.bytes(word)
  }

  private mutating func addSign(_ scalar: UInt32) {
    let isLineEnd = scalar == 0x0A
    if scalarClass(scalar) == .blank, !isLineEnd { return }
    endName()
    if isLineEnd || Self.sentenceSigns.contains(scalar) { beginsSentence = true }
  }

  private mutating func endName() {
    if name.isEmpty { return }
    let ended = name
    name = []
    _ = names.count(ended.span, 0..<nameEnd, isMarked: false, line: 0)
  }

  /// Whether a label looks like somebody's name, and not like a code or a role.
  public static func mayIdentify(_ label: String) -> Bool {
    let bytes = Array(label.utf8)
    let hasSmall = label.unicodeScalars.contains { isSmall($0.value) }
    let begins = label.unicodeScalars.first.map { isCapital($0.value) } == true
    return hasSmall && begins && NameShape.isName(bytes) && !NameShape.isRole(bytes)
      && label != HomeLabels.unknown
  }

  /// Abbreviations and words that English writes with a capital.
  private static func isNoName(_ name: String) -> Bool {
    let first = name.prefix { $0 != "'" && $0 != "’" }
    return ["I", "Ik", "OK", "Oké", "Okay"].contains(String(first)) || always.contains(name)
  }

  /// After these a sentence can begin.
  private static let sentenceSigns: [UInt32] = ".?!…:\"“„([«".unicodeScalars.map(\.value)

  private static let particles: Set<[UInt8]> = Set(
    "van de den der het ten ter te von la le di da del el".split(separator: " ")
      .map { Array($0.utf8) })

  private static let always: Set<String> = Set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July \
    August September October November December Dutch English Nederlands Engels Duits Frans God
    """.split(separator: " ").map(String.init))
}
