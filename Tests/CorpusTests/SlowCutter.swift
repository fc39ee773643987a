/// The slow, obvious twin of `Row.cut`: over scalars, classes as letters, and regular expressions.
struct SlowCutter {
  struct Place: Equatable {
    let text: Range<Int>
    let isTranscribers: Bool
  }

  struct Sentence: Equatable {
    let text: Range<Int>
    let row: Range<Int>
  }

  private struct End {
    let index: Int
    let next: Int
    let holds: (Unicode.Scalar?) -> Bool
  }

  private(set) var places: [Place] = []
  private(set) var sentences: [Sentence] = []

  private let scalars: [Unicode.Scalar]
  /// Where each scalar begins, and where the last one ends: UTF-8 byte offsets.
  private var offsets: [Int]
  /// One sign for each scalar.
  private let classes: String
  private var isHidden: [Bool]
  private var words: [Range<Int>] = []

  /// Cuts a turn's text, whose first byte stands at `offset`.
  init(_ text: String, offset: Int, bracketsAreWords: Bool) {
    scalars = Array(text.unicodeScalars)
    offsets = [offset]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    classes = String(scalars.map(Self.sign))
    isHidden = [Bool](repeating: false, count: scalars.count)
    var found: [(Range<Int>, isTranscribers: Bool)] = []
    for (range, isTranscribers) in regions(bracketsAreWords) {
      for index in range { isHidden[index] = true }
      if isTranscribers { found.append((range, true)) }
    }
    findWords()
    found += words.map { ($0, false) }
    found.sort { $0.0.lowerBound < $1.0.lowerBound }
    places = found.map { Place(text: bytes($0.0), isTranscribers: $0.isTranscribers) }
    cutSentences(found)
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  // MARK: Signs

  /// Letters and digits `L`, marks `M`, soft hyphens `S`, what joins words `J`, blanks `_`, LF `n`,
  /// terminators `.`, closing signs `)`, anything else `x`.
  private static func sign(_ scalar: Unicode.Scalar) -> Character {
    if "\u{AD}\u{200C}\u{200D}".unicodeScalars.contains(scalar) { return "S" }
    if "-‐‑'`´‘’‛ʹʻʼ′＇".unicodeScalars.contains(scalar) { return "J" }
    if scalar == "\n" { return "n" }
    if scalar.properties.isWhitespace { return "_" }
    if ".?!…".unicodeScalars.contains(scalar) { return "." }
    if ")]\"”“»«›".unicodeScalars.contains(scalar) { return ")" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return "L"
    case .nonspacingMark, .spacingMark, .enclosingMark: return "M"
    default: return "x"
    }
  }

  // MARK: Brackets

  private func regions(_ bracketsAreWords: Bool) -> [(Range<Int>, isTranscribers: Bool)] {
    var partner: [Int: Int] = [:]
    for (open, close) in [("[", "]"), ("(", ")")] as [(Unicode.Scalar, Unicode.Scalar)] {
      var stack: [Int] = []
      for (index, scalar) in scalars.enumerated() {
        if scalar == open { stack.append(index) }
        if scalar == close, let last = stack.popLast() { partner[last] = index }
      }
    }
    var regions: [(Range<Int>, isTranscribers: Bool)] = []
    var index = 0
    while index < scalars.count {
      guard let close = partner[index] else {
        index += 1
        continue
      }
      let inside = string(index + 1..<close)
      let range = index..<close + 1
      if inside.wholeMatch(of: /(\d{1,2}:[0-5]\d|\d{3}|\d{1,2}):[0-5]\d([.,]\d{1,9})?/) != nil {
        regions.append((range, false))
      } else if scalars[index] == "[" {
        if bracketsAreWords {
          index += 1
          continue
        }
        regions.append((range, true))
      } else if isDirection(inside) || partner[index + 1] == close - 1 && scalars[index + 1] == "("
      {
        regions.append((range, false))
      } else {
        index += 1
        continue
      }
      index = close + 1
    }
    return regions
  }

  /// The generator writes no other directions.
  private func isDirection(_ inside: String) -> Bool {
    let plain = String(inside.unicodeScalars.filter { $0 != " " })
    if plain.wholeMatch(of: /\.+|…|\d{1,2}|\d+[.,]\d+|\d+([.,]\d+)?(s|sec|sec\.|seconden|seconds)/)
      != nil
    {
      return true
    }
    return inside.lowercased().prefixMatch(
      of:
        /[^\p{L}\p{N}]*(lacht|hoest|pauze|stilte|inaudible|door[^\p{L}\p{N}]+elkaar)(?![\p{L}\p{N}\p{M}])/
        .matchingSemantics(.unicodeScalar)) != nil
  }

  // MARK: Words

  private mutating func findWords() {
    let visible = String(zip(classes, isHidden).map { $1 ? "x" : $0 })
    for match in visible.matches(of: /L(?:S*M|S*J?S*L)*/) {
      words.append(
        visible.distance(
          from: visible.startIndex, to: match.range.lowerBound)..<visible.distance(
            from: visible.startIndex, to: match.range.upperBound))
    }
  }

  // MARK: Sentences

  private mutating func cutSentences(_ found: [(Range<Int>, isTranscribers: Bool)]) {
    let ends = findEnds()
    var start = 0
    var firstPlace = 0
    func close(at end: Int, before place: Int) -> Sentence? {
      guard found[firstPlace..<place].contains(where: { !$0.isTranscribers }) else { return nil }
      return Sentence(text: offsets[start]..<offsets[end], row: firstPlace..<place)
    }
    for (index, place) in found.enumerated() {
      let before = index == 0 ? 0 : found[index - 1].0.upperBound
      let next = place.isTranscribers ? nil : scalars[place.0.lowerBound]
      let here = ends.filter { end in
        (before...place.0.lowerBound).contains(end.index) && end.next > before
          && end.next <= place.0.lowerBound && end.holds(next)
      }
      guard let first = here.map(\.index).min(), let last = here.map(\.next).max() else { continue }
      if let sentence = close(at: first, before: index) { sentences.append(sentence) }
      start = last
      firstPlace = index
    }
    let lastWord = found.last?.0.upperBound ?? 0
    let end = ends.filter { $0.index >= lastWord && $0.holds(nil) }.map(\.index).min()
    if let sentence = close(at: end ?? scalars.count, before: found.count) {
      sentences.append(sentence)
    }
  }

  private func findEnds() -> [End] {
    let signs = Array(zip(classes, isHidden).map { $1 ? "x" : $0 })
    var ends: [End] = []
    var index = 0
    while index < signs.count {
      let start = index
      index += 1
      if signs[start] == "n" {
        let next = signs[start...].firstIndex { $0 != "n" && $0 != "_" } ?? signs.count
        var end = start
        while end > 0, classes(at: end - 1) == "_" || classes(at: end - 1) == "n" { end -= 1 }
        if signs[start..<next].count(where: { $0 == "n" }) > 1 {
          ends.append(End(index: end, next: next) { _ in true })
        }
        index = next
      } else if signs[start] == "." {
        let stop = signs[start...].firstIndex { $0 != "." } ?? signs.count
        index = stop
        if let end = end(afterRun: start..<stop, signs) { ends.append(end) }
      }
    }
    return ends
  }

  private func classes(at index: Int) -> Character {
    Self.sign(scalars[index])
  }

  private func end(afterRun run: Range<Int>, _ signs: [Character]) -> End? {
    var close = run.upperBound
    var isQuoted = false
    while close < signs.count, signs[close] == ")" || "'`‘’".unicodeScalars.contains(scalars[close])
    {
      isQuoted = isQuoted || !")]".unicodeScalars.contains(scalars[close])
      close += 1
    }
    let next = signs[close...].firstIndex { $0 != "n" && $0 != "_" } ?? signs.count
    guard next > close else { return nil }
    let isSmall: (Unicode.Scalar?) -> Bool = { $0?.properties.isLowercase == true }
    if string(run).contains(where: { "?!".contains($0) }) {
      return End(index: close, next: next) { !(isQuoted && isSmall($0)) }
    }
    let word = words.first { string(run) == "." && $0.upperBound == run.lowerBound }
    if let word {
      let before = string(0..<word.upperBound)
      if before.contains(/(?i)(^|[^\p{L}\p{N}\p{M}])e\.d$/.matchingSemantics(.unicodeScalar))
        || ["enz", "etc"].contains(string(word).lowercased())
      {
        return End(index: close, next: next) { next in
          next?.properties.isUppercase == true
            || next?.properties.generalCategory == .titlecaseLetter
        }
      }
      let letters = string(word).unicodeScalars.filter { Self.sign($0) == "L" }
      let isLetter = letters.count == 1 && letters.first?.properties.numericType == nil
      if isLetter, !string(word).unicodeScalars.contains(where: { Self.sign($0) == "J" }) {
        return nil
      }
      if ["bijv", "Bijv", "dhr", "nl", "Dr", "vs"].contains(string(word)) { return nil }
    }
    return End(index: close, next: next) { !isSmall($0) }
  }
}
