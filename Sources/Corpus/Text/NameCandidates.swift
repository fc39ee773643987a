/// Words in talk that look like names of people, places or organisations.
///
/// Names have a capital inside a sentence, and are never written small in the same talk.
public struct NameCandidates {
  /// How often each stands inside a sentence, with where it stands first.
  public private(set) var counts: [String: Int] = [:]
  private var small: Set<String> = []
  private var order: [String] = []

  /// Starts without any talk.
  public init() {}

  /// The candidates, most frequent first, then in the order in which they were met.
  public var found: [(name: String, count: Int)] {
    let kept = order.filter { name in
      !small.contains(name.lowercased()) && !Self.isNoName(name)
    }
    return kept.enumerated().map { ($0.offset, $0.element, counts[$0.element, default: 0]) }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { ($0.1, $0.2) }
  }

  /// Looks at what is said in a turn.
  public mutating func add(_ words: String) {
    var beginsSentence = true
    var name: [String] = []
    var word = String.UnicodeScalarView()
    func isCapitalised(_ word: String) -> Bool {
      word.unicodeScalars.first.map { isCapital($0.value) } == true && word.utf8.count > 1
    }
    func endName() {
      while let last = name.last, !isCapitalised(last) { name.removeLast() }
      if !name.isEmpty { note(name.joined(separator: " ")) }
      name = []
    }
    func endWord() {
      guard !word.isEmpty else { return }
      let text = String(word)
      word = String.UnicodeScalarView()
      if isCapitalised(text) {
        if !beginsSentence || !name.isEmpty { name.append(text) }
      } else {
        small.insert(text.lowercased())
        if !name.isEmpty, Self.particles.contains(text) { name.append(text) } else { endName() }
      }
      beginsSentence = false
    }
    for scalar in words.unicodeScalars {
      switch scalarClass(scalar.value) {
      case .letter, .mark, .digit: word.append(scalar)
      case .hyphen where !word.isEmpty: word.append(scalar)
      case .apostrophe where !word.isEmpty: word.append(scalar)
      case .blank:
        endWord()
        if scalar == "\n" {
          endName()
          beginsSentence = true
        }
      default:
        endWord()
        endName()
        switch scalar {
        case ".", "?", "!", "…", ":", "\"", "“", "„", "(", "[", "«": beginsSentence = true
        default: break
        }
      }
    }
    endWord()
    endName()
  }

  private mutating func note(_ name: String) {
    if counts[name] == nil { order.append(name) }
    counts[name, default: 0] += 1
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

  private static let particles: Set<String> = [
    "van", "de", "den", "der", "het", "ten", "ter", "te", "von", "la", "le", "di", "da", "del",
    "el",
  ]

  private static let always: Set<String> = Set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July \
    August September October November December Dutch English Nederlands Engels Duits Frans God
    """.split(separator: " ").map(String.init))
}
