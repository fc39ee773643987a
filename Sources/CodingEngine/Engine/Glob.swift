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
    /// A literal, then one `*`.
    case beginning
    /// One `*`, then a literal.
    case end
    case other
  }

  /// Makes the pattern of parts that may be joined to one word.
  init(parts: [String], isExact: Bool) {
    var elements: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { elements.append(Self.joint) }
      let compared = isExact ? Folding.canonical(part.utf8) : Folding.fold(part.utf8)
      elements += compared.map { byte in
        switch byte {
        case UInt8(ascii: "*"): Self.star
        case UInt8(ascii: "?"): Self.one
        default: byte
        }
      }
    }
    self.elements = elements
    self.isExact = isExact
    let special = elements.indices.filter { Self.isSpecial(elements[$0]) }
    shape =
      switch special {
      case []: .literal
      case [elements.count - 1] where elements.last == Self.star: .beginning
      case [0] where elements.first == Self.star: .end
      default: .other
      }
  }

  static func isSpecial(_ element: UInt8) -> Bool { element <= joint }

  /// Whether the pattern meets the whole of `word[range]`.
  func matches(_ word: [UInt8], _ range: Range<Int>) -> Bool {
    switch shape {
    case .literal: elements.count == range.count && isEqual(0, word, range)
    case .beginning:
      elements.count - 1 <= range.count
        && isEqual(0, word, range.lowerBound..<range.lowerBound + elements.count - 1)
        && hasNoHyphen(word, range.lowerBound + elements.count - 1..<range.upperBound)
    case .end:
      elements.count - 1 <= range.count
        && isEqual(1, word, range.upperBound - elements.count + 1..<range.upperBound)
        && hasNoHyphen(word, range.lowerBound..<range.upperBound - elements.count + 1)
    case .other: runs(over: word, range)
    }
  }

  private func isEqual(_ first: Int, _ word: [UInt8], _ range: Range<Int>) -> Bool {
    for offset in 0..<range.count
    where elements[first + offset] != word[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private func hasNoHyphen(_ word: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range where word[index] == Self.hyphen { return false }
    return true
  }

  /// Follows all ways through the pattern at once.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of word and pattern.
  private func runs(over word: [UInt8], _ range: Range<Int>) -> Bool {
    var states = [Bool](repeating: false, count: elements.count + 1)
    states[0] = true
    var index = range.lowerBound
    passJoints(&states, word, range, at: index)
    while index < range.upperBound {
      let next = Self.afterScalar(word, index, range.upperBound)
      var after = [Bool](repeating: false, count: states.count)
      for (position, element) in elements.enumerated() where states[position] {
        switch element {
        case Self.star: if word[index] != Self.hyphen { after[position] = true }
        case Self.one: if word[index] != Self.hyphen { after[position + 1] = true }
        case Self.joint: if word[index] == Self.hyphen { after[position + 1] = true }
        default:
          let literal = position + (next - index)
          if literal <= elements.count, elements[position..<literal] == word[index..<next] {
            after[literal] = true
          }
        }
      }
      states = after
      index = next
      passJoints(&states, word, range, at: index)
    }
    return states[elements.count]
  }

  /// Lets `*` stand for nothing, and a joint too where no two digits meet.
  private func passJoints(
    _ states: inout [Bool], _ word: [UInt8], _ range: Range<Int>, at index: Int
  ) {
    for (position, element) in elements.enumerated() where states[position] {
      if element == Self.star
        || element == Self.joint
          && !(Self.isDigit(word[index..<range.upperBound])
            && Self.endsInDigit(word[range.lowerBound..<index]))
      {
        states[position + 1] = true
      }
    }
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
