/// Finds the names of a key in any text.
///
/// A name is found as whole words, whatever the accents and whatever blanks, hyphens, apostrophes or
/// full stops stand between its words; also with `'s` behind it and within a hyphenated word. Of
/// names that overlap, the longest one counts.
public struct NameFinder: Sendable {
  /// A name in a text.
  public struct Found: Sendable, Hashable {
    /// UTF-8 byte offsets into the text.
    public let range: Range<Int>
    /// An index into the key's entries.
    public let entry: Int
    /// Whether its words have their capitals, and no `s` behind them: then it is the name.
    public let isSure: Bool
  }

  private struct Word: Hashable {
    let folded: [UInt8]
    let isCapitalised: Bool
  }

  /// The words of the names.
  private let names: [[Word]]
  /// The entries that begin with a folded word, those with most words first.
  private var beginnings: [[UInt8]: [Int]] = [:]

  /// Prepares a key.
  public init(_ key: PseudonymKey) {
    names = key.entries.map { entry in
      Self.words(Array(entry.name.utf8)).map(\.word)
    }
    for (index, words) in names.enumerated() {
      guard let first = words.first?.folded else { continue }
      for beginning in words.count == 1 ? [first, first + [0x73]] : [first] {
        beginnings[beginning, default: []].append(index)
      }
    }
    for key in beginnings.keys {
      beginnings[key]?.sort { (names[$1].count, $0) < (names[$0].count, $1) }
    }
  }

  /// How many letters and digits a name has.
  static func letterCount(_ name: String) -> Int {
    words(Array(name.utf8)).reduce(0) { $0 + $1.word.folded.count }
  }

  /// All names in a text, in its order; none overlap, and a sure one goes before a doubtful one.
  ///
  /// - Complexity: O(*n*) in the bytes, times the names that begin with one word.
  public func find(_ text: [UInt8]) -> [Found] {
    if beginnings.isEmpty { return [] }
    let words = Self.words(text)
    var found: [Found] = []
    var start = 0
    for (match, place) in matches(words[...], text, isSure: true) {
      found += matches(words[start..<place.lowerBound], text, isSure: false).map(\.found)
      found.append(match)
      start = place.upperBound
    }
    return found + matches(words[start...], text, isSure: false).map(\.found)
  }

  private typealias Placed = (word: Word, range: Range<Int>)

  /// The names among some words, with the indices of their words.
  private func matches(
    _ words: ArraySlice<Placed>, _ text: [UInt8], isSure: Bool
  ) -> [(found: Found, place: Range<Int>)] {
    var matches: [(found: Found, place: Range<Int>)] = []
    var index = words.startIndex
    while index < words.endIndex {
      if let match = match(words[index...], text, isSure: isSure) {
        matches.append(match)
        index = match.place.upperBound
      } else {
        index += 1
      }
    }
    return matches
  }

  private func match(
    _ words: ArraySlice<Placed>, _ text: [UInt8], isSure: Bool
  ) -> (found: Found, place: Range<Int>)? {
    for entry in words.first.flatMap({ beginnings[$0.word.folded] }) ?? [] {
      let name = names[entry]
      let candidate = words.prefix(name.count)
      guard candidate.count == name.count, agrees(candidate.map(\.word), name) == isSure,
        Self.areJoined(candidate, text), let first = candidate.first, let last = candidate.last
      else { continue }
      let range = first.range.lowerBound..<last.range.upperBound
      return (Found(range: range, entry: entry, isSure: isSure), candidate.indices)
    }
    return nil
  }

  /// Whether words are those of a name, and surely so; nil when they are not.
  private func agrees(_ words: [Word], _ name: [Word]) -> Bool? {
    var isSure = true
    for (index, (word, wanted)) in zip(words, name).enumerated() {
      if wanted.isCapitalised, !word.isCapitalised { isSure = false }
      if word.folded == wanted.folded { continue }
      guard index == name.count - 1, word.folded == wanted.folded + [0x73] else { return nil }
      isSure = false
    }
    return isSure
  }

  /// Whether only blanks, hyphens, apostrophes and full stops stand between words, and no paragraph ends.
  private static func areJoined(_ words: ArraySlice<Placed>, _ text: [UInt8]) -> Bool {
    zip(words, words.dropFirst()).allSatisfy { left, right in
      let gap = text[left.range.upperBound..<right.range.lowerBound]
      guard gap.count <= 16, gap.count(where: { $0 == 0x0A }) < 2 else { return false }
      return String(decoding: gap, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
        switch scalarClass(scalar.value) {
        case .blank, .hyphen, .apostrophe, .dropped: true
        default: scalar == "."
        }
      }
    }
  }

  /// The runs of letters, digits and marks of a text.
  private static func words(_ bytes: [UInt8]) -> [Placed] {
    var words: [Placed] = []
    let text = bytes.span
    var index = 0
    var start = 0
    var isCapitalised = false
    func end(at index: Int) {
      guard start < index else { return }
      let word = Word(folded: Folding.fold(bytes[start..<index]), isCapitalised: isCapitalised)
      words.append((word, start..<index))
    }
    while index < text.count {
      let (scalar, length) = decodeScalar(text, at: index)
      switch scalar.map(scalarClass) {
      case .letter, .digit, .mark:
        if start == index { isCapitalised = scalar.map(isCapital) == true }
      default:
        end(at: index)
        start = index + length
      }
      index += length
    }
    end(at: index)
    return words
  }
}
