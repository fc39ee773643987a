import CodingEngine

/// A phrase as the format reads it: parts between which stand blanks, or loose hyphens.
struct SlowPhrase {
  enum Sign: Equatable {
    case star, one, joint
    case letter(String)
  }

  /// nil for a lone `*`.
  private let parts: [[Sign]?]
  /// Whether a part may stand in one word with the part before it.
  private let isLoose: [Bool]
  private let isExact: Bool

  init(_ phrase: Phrase) {
    var parts: [[Sign]?] = []
    var isLoose: [Bool] = []
    let isPair = phrase.words.count == 2 && !phrase.words.contains(.any)
    for word in phrase.words {
      guard case .glob(let glob) = word else {
        parts.append(nil)
        isLoose.append(false)
        continue
      }
      for (number, part) in glob.split(separator: "-").enumerated() {
        parts.append(Self.signs(String(part), isExact: phrase.isExact))
        isLoose.append(number > 0 || isPair)
      }
    }
    self.parts = parts
    self.isLoose = isLoose
    isExact = phrase.isExact
  }

  private static func signs(_ part: String, isExact: Bool) -> [Sign] {
    SlowForm.letters(part.unicodeScalars, isExact: isExact).map { letter in
      letter == "*" ? .star : letter == "?" ? .one : .letter(letter)
    }
  }

  /// The ends of the stretches that begin at `place`; words are nil where no word stands.
  func ends(_ words: [SlowWord?], from place: Int, part: Int = 0) -> Set<Int> {
    if part == parts.count { return [place] }
    guard place < words.count, let word = words[place] else { return [] }
    guard var pattern = parts[part] else { return ends(words, from: place + 1, part: part + 1) }
    var found: Set<Int> = []
    var next = part + 1
    while true {
      if word.isMet(by: pattern, isExact: isExact) {
        found.formUnion(ends(words, from: place + 1, part: next))
      }
      guard next < parts.count, isLoose[next], let more = parts[next] else { return found }
      pattern += [.joint] + more
      next += 1
    }
  }
}

/// A word in all forms that a pattern may meet: as a whole, by its parts, and written together.
struct SlowWord {
  private let folded: [[String]]
  private let exact: [[String]]

  init(_ word: some Sequence<Unicode.Scalar>) {
    folded = Self.forms(SlowForm.letters(word, isExact: false))
    exact = Self.forms(SlowForm.letters(word, isExact: true))
  }

  private static func forms(_ word: [String]) -> [[String]] {
    guard word.contains("-") else { return [word] }
    let parts = word.split(separator: "-").map(Array.init)
    let meetsDigits = zip(parts, parts.dropFirst()).contains { left, right in
      SlowForm.isDigit(left[left.count - 1]) && SlowForm.isDigit(right[0])
    }
    return [word] + parts + (meetsDigits ? [] : [Array(parts.joined())])
  }

  func isMet(by pattern: [SlowPhrase.Sign], isExact: Bool) -> Bool {
    (isExact ? exact : folded).contains { Self.meets(pattern[...], $0, 0) }
  }

  private static func meets(
    _ pattern: ArraySlice<SlowPhrase.Sign>, _ word: [String], _ index: Int
  ) -> Bool {
    guard let sign = pattern.first else { return index == word.count }
    let rest = pattern.dropFirst()
    let isHyphen = index < word.count && word[index] == "-"
    let isOther = index < word.count && !isHyphen
    switch sign {
    case .star:
      return meets(rest, word, index) || (isOther && meets(pattern, word, index + 1))
    case .one:
      return isOther && meets(rest, word, index + 1)
    case .joint:
      let isBetweenDigits =
        index > 0 && index < word.count && SlowForm.isDigit(word[index - 1])
        && SlowForm.isDigit(word[index])
      return (isHyphen && meets(rest, word, index + 1))
        || (!isBetweenDigits && meets(rest, word, index))
    case .letter(let letter):
      return index < word.count && word[index] == letter && meets(rest, word, index + 1)
    }
  }
}
