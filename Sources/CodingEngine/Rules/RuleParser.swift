import Corpus

/// Reads a rule, and reports what is wrong in it: for each part between commas the first fault.
struct RuleParser {
  private static let deepest = 32
  private static let longest = 20_000

  private let source: RuleSource
  private let tokens: [RuleToken]
  private let plain: [UInt8]
  private var next = 0
  private var diagnostics: [Diagnostic]

  static func read(_ source: RuleSource) -> Read<RuleLine> {
    if let end = endOfLongest(source) {
      return Read(
        nil,
        [
          source.error(
            at: end, "this rule has more than \(longest) signs", fix: "make several lines of it")
        ])
    }
    let lexer = RuleLexer(reading: source)
    let (body, level, arrowFault) = RuleLine.cut(lexer.tokens, source)
    var parser = RuleParser(
      source: source, tokens: body, plain: lexer.plain, diagnostics: lexer.diagnostics)
    if let arrowFault { parser.diagnostics.append(arrowFault) }
    let rule = body.isEmpty && arrowFault != nil ? nil : parser.readAll()
    let end = body.last?.range.upperBound ?? 0
    let line = rule.map { RuleLine(rule: $0, source: source.text.string(0..<end), level: level) }
    return Read(line, parser.diagnostics.inFileOrder)
  }

  /// Where a rule must end at the latest; nil for one that does.
  private static func endOfLongest(_ source: RuleSource) -> Int? {
    guard source.bytes.count > longest else { return nil }
    let all = String(decoding: source.bytes, as: UTF8.self)
    let head = all.unicodeScalars.prefix(longest)
    return head.endIndex == all.endIndex ? nil : String(head).utf8.count
  }

  private init(
    source: RuleSource, tokens: [RuleToken], plain: [UInt8], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.tokens = tokens
    self.plain = plain
    self.diagnostics = diagnostics
  }

  private func phrase(_ token: RuleToken) -> Rule? {
    guard case .phrase(let text, let isExact) = token.kind else { return nil }
    return .phrase(Phrase(text: String(decoding: plain[text], as: UTF8.self), isExact: isExact))
  }

  private mutating func readAll() -> Rule? {
    guard !tokens.isEmpty else {
      let start = source.text.trimming(source.bytes.indices).lowerBound
      diagnostics.append(
        source.error(at: start, "this rule is empty", fix: "write a word, as in zorg*"))
      return nil
    }
    var (rule, _) = readRule(depth: 0)
    while next < tokens.count {
      // Only a closing parenthesis ends a rule before its end.
      rule = nil
      diagnostics.append(
        source.error(
          at: tokens[next].range.lowerBound, "this ) has no partner",
          fix: "take it out, or write a ( before it"))
      next += 1
      if next < tokens.count, tokens[next].kind == .comma { next += 1 }
      if !isAtEnd { _ = readRule(depth: 0) }
    }
    return rule
  }

  private var isAtEnd: Bool {
    next == tokens.count || tokens[next].kind == .close
  }

  /// Reads a group of nothing but terms with OR between them: what most are; nil for any other.
  private mutating func readRow() -> Rule? {
    var end = next
    while end + 2 < tokens.count, tokens[end].isPhrase, tokens[end + 1].kind == .combining(.or) {
      end += 2
    }
    guard tokens[end].isPhrase, end + 1 == tokens.count || tokens[end + 1].endsGroup else {
      return nil
    }
    let first = next
    next = end + 1
    if first == end { return phrase(tokens[end]) }
    var rules: [Rule] = []
    rules.reserveCapacity((end - first) / 2 + 1)
    for index in stride(from: first, through: end, by: 2) {
      if let rule = phrase(tokens[index]) { rules.append(rule) }
    }
    return .any(rules)
  }

  /// Reads groups up to a closing parenthesis or the end.
  private mutating func readRule(depth: Int) -> (rule: Rule?, groups: [RuleGroup]) {
    var groups: [RuleGroup] = []
    var rules: [Rule] = []
    var isSound = true
    let first = next
    while true {
      if isAtEnd || tokens[next].kind == .comma {
        isSound = false
        diagnostics.append(missingGroup(isFirst: next == first))
      } else if let rule = readRow() {
        if depth > 0 { groups.append(RuleGroup()) }
        rules.append(rule)
      } else {
        let group = readGroup(depth: depth)
        let (rule, fault) = group.resolved(source)
        if let fault { diagnostics.append(fault) }
        groups.append(group)
        if let rule { rules.append(rule) } else { isSound = false }
      }
      guard !isAtEnd else { break }
      next += 1
    }
    guard isSound else { return (nil, groups) }
    return (rules.count == 1 ? rules[0] : .any(rules), groups)
  }

  private func missingGroup(isFirst: Bool) -> Diagnostic {
    let fix = "take a comma out, or write a term beside it"
    if isFirst {
      return source.error(
        at: tokens[next].range.lowerBound, "nothing stands before this \(name(tokens[next]))",
        fix: fix)
    }
    return isAtEnd
      ? source.error(
        at: tokens[next - 1].range.lowerBound, "nothing stands after this comma", fix: fix)
      : source.error(
        at: tokens[next].range.lowerBound, "nothing stands between these commas", fix: fix)
  }

  private func name(_ token: RuleToken) -> String {
    token.kind == .comma ? "comma" : source.words(token.range)
  }

  private mutating func readGroup(depth: Int) -> RuleGroup {
    var group = RuleGroup()
    var hasUnknown = false
    while !isAtEnd, tokens[next].kind != .comma {
      let token = tokens[next]
      switch token.kind {
      case .phrase, .faulty:
        group.elements.append(
          .operand(.init(rule: phrase(token), range: token.range, inside: nil)))
        next += 1
      case .combining(let found):
        group.elements.append(.combining(found, token.range))
        next += 1
      case .open: group.elements.append(.operand(readParentheses(depth: depth + 1)))
      case .close, .comma, .arrow, .unknown:
        group.elements.append(.unknown)
        readUnknown(isFirst: !hasUnknown)
        hasUnknown = true
      }
    }
    return group
  }

  private mutating func readParentheses(depth: Int) -> RuleGroup.Operand {
    let open = tokens[next].range
    next += 1
    if depth > Self.deepest {
      diagnostics.append(
        source.error(
          at: open.lowerBound, "parentheses stand more than \(Self.deepest) deep here",
          fix: "make several lines of this rule"))
      skipToPartner()
      return .init(
        rule: nil, range: open.lowerBound..<tokens[next - 1].range.upperBound, inside: [])
    }
    let start = next
    var (rule, groups): (Rule?, [RuleGroup]) = (nil, [])
    if isAtEnd, next < tokens.count {
      diagnostics.append(
        source.error(
          at: open.lowerBound, "there is nothing between these parentheses",
          fix: "write a term between them, or take them out"))
    } else if next < tokens.count {
      (rule, groups) = readRule(depth: depth)
    }
    guard next < tokens.count else {
      let end = tokens[next - 1].range.upperBound
      let inside = start < next ? source.words(open.upperBound..<end) : ""
      diagnostics.append(
        source.error(
          at: open.lowerBound, "this ( has no partner",
          fix: inside.isEmpty ? "take it out" : "write (\(inside))"))
      return .init(rule: nil, range: open.lowerBound..<end, inside: groups)
    }
    next += 1
    let end = tokens[next - 1].range.upperBound
    return .init(rule: rule, range: open.lowerBound..<end, inside: groups)
  }

  /// Goes on after the parenthesis that closes the one just read.
  private mutating func skipToPartner() {
    var open = 1
    while next < tokens.count, open > 0 {
      if tokens[next].kind == .open { open += 1 }
      if tokens[next].kind == .close { open -= 1 }
      next += 1
    }
  }

  /// Passes over a sign that means nothing in a rule, and others like it; reports the first.
  private mutating func readUnknown(isFirst: Bool) {
    let first = next
    let sign = source.text.scalar(at: tokens[first].range.lowerBound).scalar
    while next < tokens.count, tokens[next].kind == .unknown,
      source.text.scalar(at: tokens[next].range.lowerBound).scalar == sign
    {
      next += 1
    }
    guard isFirst else { return }
    let before = first > 0 ? tokens[first - 1] : nil
    let after = next < tokens.count ? tokens[next] : nil
    diagnostics.append(UnknownSign(sign, tokens[first].range, before, after, source).diagnostic)
  }
}
