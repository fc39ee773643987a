import Corpus

extension RuleGroup {
  /// How many terms of a row an advice repeats.
  private static let mostShown = 6

  // MARK: Terms and operators must take turns

  /// A term or operator where the other is due.
  func orderFault(_ source: RuleSource) -> Diagnostic? {
    var last: Element?
    for (index, element) in elements.enumerated() {
      switch (last, element) {
      case (nil, .combining(let found, let range)):
        return missingTerm(found, range, before: nil, after: operand(index + 1), source)
      case (.combining(let first, let range)?, .combining(let found, let second)):
        return twoOperators(first, range, found, second, index, source)
      case (.operand?, .operand(let operand)):
        return sideBySide(at: index, operand, source)
      case (_, .unknown), (_, .operand), (_, .combining): break
      }
      last = element
    }
    guard case .combining(let found, let range)? = last else { return nil }
    let before = operand(elements.count - 2)
    return missingTerm(found, range, before: before, after: nil, source)
  }

  private func operand(_ index: Int) -> Operand? {
    guard elements.indices.contains(index), case .operand(let operand) = elements[index] else {
      return nil
    }
    return operand
  }

  private func missingTerm(
    _ found: RuleOperator, _ range: Range<Int>, before: Operand?, after: Operand?,
    _ source: RuleSource
  ) -> Diagnostic {
    let name = source.words(range)
    if found == .not, before == nil {
      let vetoed = after.map { source.words($0.range) } ?? "school"
      return source.error(
        at: range.lowerBound, "a rule cannot begin with NOT",
        fix: "say first what to find, as in zorg* NOT \(vetoed)"
          + "; for the word itself write =NOT or \"not\"")
    }
    let left = before.map { source.words($0.range) } ?? "zorg*"
    let right = after.map { source.words($0.range) } ?? "school*"
    let reading = "\(left) \(name) \(right)"
    switch found {
    case .near:
      return source.error(
        at: range.lowerBound, "\"\(name)\" needs a term on both sides",
        fix: "write for example \(reading)")
    case .or, .and, .not:
      let word = "for the word itself write =\(name) or \"\(name.lowercased())\""
      let isAlone = before == nil && after == nil
      return source.error(
        at: range.lowerBound, "\"\(name)\" needs a term on both sides",
        fix: isAlone ? word : "write for example \(reading); \(word)")
    }
  }

  private func twoOperators(
    _ first: RuleOperator, _ range: Range<Int>, _ second: RuleOperator, _ place: Range<Int>,
    _ index: Int, _ source: RuleSource
  ) -> Diagnostic {
    let names = (source.words(range), source.words(place))
    var kept = names.0
    if second == .not { kept = "NOT" }
    let left = operand(index - 2).map { source.words($0.range) } ?? "zorg*"
    let right = operand(index + 1).map { source.words($0.range) } ?? "school*"
    return source.error(
      at: place.lowerBound, "\(names.1) cannot follow \(names.0)",
      fix: "write one of them, as in \(left) \(kept) \(right)")
  }

  private func sideBySide(
    at index: Int, _ second: Operand, _ source: RuleSource
  ) -> Diagnostic {
    var run: [Operand] = operand(index - 1).map { [$0] } ?? []
    for element in elements[index...] {
      guard case .operand(let operand) = element else { break }
      run.append(operand)
    }
    return source.error(
      at: second.range.lowerBound, "two terms stand side by side", fix: sideBySideFix(run, source))
  }

  private func sideBySideFix(_ run: [Operand], _ source: RuleSource) -> String {
    var texts = run.prefix(Self.mostShown).map { source.words($0.range) }
    if run.count > Self.mostShown { texts.append("…") }
    let list = texts.joined(separator: ", ")
    let isPhrase = run.allSatisfy {
      $0.isTerm && source.bytes[$0.range.lowerBound] != UInt8(ascii: "=")
    }
    let row = withoutQuotes(texts.joined(separator: " "))
    let isOperator = { ["and", "or", "not"].contains($0) }
    let small = Set(texts.dropFirst().dropLast().map { $0.lowercased() }.filter(isOperator))
    if let found = small.first {
      guard small.count == 1 else {
        return "write AND, OR and NOT in capitals, and parentheses where two of them meet"
      }
      let name = found.uppercased()
      let capitals = texts.map { $0.lowercased() == found ? name : $0 }.joined(separator: " ")
      let words = isPhrase ? ", or \"\(row)\" for the words in a row" : ""
      return "write \(name) in capitals: \(capitals)\(words)"
    }
    return isPhrase
      ? "write \"\(row)\" for the words in a row, or \(list) for any of them"
      : "write \(list) for any of them, or \(texts.joined(separator: " AND ")) for all"
  }

  /// Takes out double quotes, and single ones around the whole.
  private func withoutQuotes(_ text: String) -> String {
    var bare = text.unicodeScalars.filter { RuleSign($0) != .quote }[...]
    if [bare.first, bare.last].allSatisfy({ $0.map { RuleSign($0) } == .apostrophe }) {
      bare = bare.dropFirst().dropLast()
    }
    return String(bare)
  }

  // MARK: Operators of one group must be of one family

  /// Operators of two families, two of NEAR or THEN, or AND inside one of those.
  func familyFault(_ source: RuleSource) -> Diagnostic? {
    var joining: (family: RuleOperator.Family, range: Range<Int>)?
    for element in elements {
      guard case .combining(let found, let range) = element else { continue }
      guard let (family, first) = joining else {
        joining = (found.family, range)
        continue
      }
      if found.family == family, family != .near { continue }
      return mixture(first, range, isRow: found.family == family, source)
    }
    guard let (family, range) = joining, family == .near else { return nil }
    return vetoFault(range, source)
  }

  private func mixture(
    _ first: Range<Int>, _ range: Range<Int>, isRow: Bool, _ source: RuleSource
  ) -> Diagnostic {
    let names = (source.words(first), source.words(range))
    let message =
      isRow
      ? "\(names.0) and \(names.1) in one row can be read in two ways"
      : "\(names.0) and \(names.1) cannot stand together without parentheses"
    return source.error(
      at: range.lowerBound, message, fix: RuleReadings(elements, source).advice)
  }

  private func vetoFault(_ near: Range<Int>, _ source: RuleSource) -> Diagnostic? {
    guard let left = operand(0), let right = operand(2) else { return nil }
    let isLeft = left.firstVeto != nil
    guard let veto = left.firstVeto ?? right.firstVeto else { return nil }
    let name = source.words(near)
    let pair = { (term: String) in
      isLeft
        ? "(\(term) \(name) \(source.words(right.range)))"
        : "(\(source.words(left.range)) \(name) \(term))"
    }
    let kept = source.bytes[veto] == UInt8(ascii: "N") ? "NOT" : "AND"
    return source.error(
      at: veto, "\(kept) cannot stand inside \(name)",
      fix: Self.spread(isLeft ? left : right, pair, source).map { "put it outside: \($0)" }
        ?? "put it outside the parentheses, or write OR")
  }

  /// `(a NEAR/5 b) AND (a NEAR/5 c)` for `a NEAR/5 (b AND c)`; nil for anything less plain.
  private static func spread(
    _ operand: Operand, _ pair: (String) -> String, _ source: RuleSource
  ) -> String? {
    guard let group = operand.inside?.first, operand.inside?.count == 1 else { return nil }
    var text = ""
    var isVeto = false
    for element in group.elements {
      switch element {
      case .combining(let found, let range):
        guard found.family == .and else { return nil }
        isVeto = found == .not
        text += " \(source.words(range)) "
      case .operand(let operand):
        let words = source.words(operand.range)
        text += isVeto ? words : pair(words)
      case .unknown: return nil
      }
    }
    return text
  }
}
