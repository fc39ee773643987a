import Corpus

/// A pattern for one word: letters, `*`, `?` and joints, as the engine compares it.
///
/// A joint is where a hyphen stands in the pattern: it meets a hyphen, or nothing unless digits stand
/// on both sides. `*` and `?` stand for letters, digits and apostrophes, never for a hyphen.
struct Glob: Hashable, Sendable {
  static let star: UInt8 = 0x01
  static let one: UInt8 = 0x02
  static let joint: UInt8 = 0x03
  private static let hyphen = UInt8(ascii: "-")

  /// UTF-8 of the compared form (folded, or canonical when exact), with the three signs above.
  let elements: [UInt8]
  let isExact: Bool
  private let shape: Shape

  /// What most globs look like, so that they are compared without further ado.
  private enum Shape {
    case literal
    /// A literal, then one `*`; folded words only, which have no loose accents.
    case beginning
    /// One `*`, then a literal.
    case end
    /// A literal between two `*`.
    case middle
    case other
  }

  /// How many bytes of letters it asks for.
  let letterCount: Int

  /// Appends the elements that letters of a pattern, UTF-8 as written, come to.
  static func append(
    _ letters: borrowing Span<UInt8>, _ range: Range<Int>, isExact: Bool,
    to elements: inout [UInt8]
  ) {
    let first = elements.count
    if isExact {
      Folding.append(canonical: letters, range, to: &elements)
    } else {
      Folding.append(folding: letters, range, to: &elements)
    }
    for place in first..<elements.count {
      if elements[place] == UInt8(ascii: "*") { elements[place] = star }
      if elements[place] == UInt8(ascii: "?") { elements[place] = one }
    }
  }

  init(elements: [UInt8], isExact: Bool) {
    self.elements = elements
    self.isExact = isExact
    let special = elements.count(where: Self.isSpecial)
    letterCount = elements.count - special
    shape =
      if special == 0 {
        .literal
      } else if special == 1, !isExact, elements.last == Self.star {
        .beginning
      } else if special == 1, !isExact, elements.first == Self.star {
        .end
      } else if special == 2, !isExact, elements.count > 2, elements.first == Self.star,
        elements.last == Self.star
      {
        .middle
      } else {
        .other
      }
  }

  static func isSpecial(_ element: UInt8) -> Bool { element <= joint }

  /// Whether the pattern meets the whole of `word[range]`.
  func matches(_ word: [UInt8], _ range: Range<Int>) -> Bool {
    let literal = elements.count - 1
    switch shape {
    case .literal: return elements.count == range.count && holds(word, range, at: 0)
    case .beginning:
      let rest = range.lowerBound + literal
      return literal <= range.count && holds(word, range.lowerBound..<rest, at: 0)
        && !word[rest..<range.upperBound].contains(Self.hyphen)
    case .end:
      let rest = range.upperBound - literal
      return literal <= range.count && holds(word, rest..<range.upperBound, at: 1)
        && !word[range.lowerBound..<rest].contains(Self.hyphen)
    case .middle: return isAround(word, range)
    case .other: return endsAlike(word, range) && runs(over: word, range)
    }
  }

  /// Whether the word ends in the letters that the pattern ends in.
  private func endsAlike(_ word: [UInt8], _ range: Range<Int>) -> Bool {
    var position = elements.count
    var index = range.upperBound
    while position > 0, !Self.isSpecial(elements[position - 1]) {
      position -= 1
      index -= 1
      if index < range.lowerBound || word[index] != elements[position] { return false }
    }
    return true
  }

  /// Whether the literal between two `*` stands in the word, and no hyphen beside it.
  private func isAround(_ word: [UInt8], _ range: Range<Int>) -> Bool {
    let count = elements.count - 2
    guard count <= range.count, !word[range].contains(Self.hyphen) else { return false }
    for start in range.lowerBound...range.upperBound - count {
      var offset = 0
      while offset < count, elements[1 + offset] == word[start + offset] { offset += 1 }
      if offset == count { return true }
    }
    return false
  }

  /// Follows all ways through the pattern at once.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of word and pattern.
  private func runs(over word: [UInt8], _ range: Range<Int>) -> Bool {
    var states: [Int] = []
    var after: [Int] = []
    var index = range.lowerBound
    enter(0, &states, word, range, at: index)
    while index < range.upperBound, !states.isEmpty {
      let next = Self.afterScalar(word, index, range.upperBound)
      let isHyphen = word[index] == Self.hyphen
      after.removeAll(keepingCapacity: true)
      for position in states where position < elements.count {
        switch elements[position] {
        case Self.star: if !isHyphen { enter(position, &after, word, range, at: next) }
        case Self.one: if !isHyphen { enter(position + 1, &after, word, range, at: next) }
        case Self.joint: if isHyphen { enter(position + 1, &after, word, range, at: next) }
        default:
          if holds(word, index..<next, at: position) {
            enter(position + next - index, &after, word, range, at: next)
          }
        }
      }
      swap(&states, &after)
      index = next
    }
    return states.contains(elements.count)
  }

  /// Adds a state, and those after it that need nothing: `*` can stand for nothing, and a joint too
  /// where no two digits meet.
  private func enter(
    _ position: Int, _ states: inout [Int], _ word: [UInt8], _ range: Range<Int>, at index: Int
  ) {
    var position = position
    while !states.contains(position) {
      states.append(position)
      guard position < elements.count else { return }
      switch elements[position] {
      case Self.star: break
      case Self.joint:
        let meetsDigits =
          Self.isDigit(word[index..<range.upperBound])
          && Self.endsInDigit(word[range.lowerBound..<index])
        if meetsDigits { return }
      default: return
      }
      position += 1
    }
  }

  /// Whether the pattern has the letter `word[letter]` at `position`.
  private func holds(_ word: [UInt8], _ letter: Range<Int>, at position: Int) -> Bool {
    guard position + letter.count <= elements.count else { return false }
    var offset = 0
    while offset < letter.count {
      if elements[position + offset] != word[letter.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether the first sign of `word` is a digit.
  static func isDigit(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first < 0x80 { return first &- 0x30 < 10 }
    return String(decoding: word, as: UTF8.self).unicodeScalars.first?.isDigit ?? false
  }

  /// Whether the last sign of `word`, accents apart, is a digit.
  static func endsInDigit(_ word: ArraySlice<UInt8>) -> Bool {
    guard let last = word.last else { return false }
    if last < 0x80 { return last &- 0x30 < 10 }
    return String(decoding: word, as: UTF8.self).unicodeScalars
      .last { !(0x300...0x36F).contains($0.value) }?.isDigit ?? false
  }

  /// The index after one letter: a scalar and the combining marks U+0300–U+036F on it.
  private static func afterScalar(_ word: [UInt8], _ index: Int, _ end: Int) -> Int {
    var next = index + 1
    while next < end, word[next] & 0xC0 == 0x80 { next += 1 }
    while next + 1 < end, word[next] == 0xCC || word[next] == 0xCD && word[next + 1] < 0xB0 {
      next += 2
    }
    return next
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }
}
