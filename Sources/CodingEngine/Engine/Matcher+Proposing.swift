import Corpus

extension Matcher {
  /// Makes the findings of the turn at hand into proposals, and forgets them.
  mutating func propose(turn: Int, text: Range<Int>) {
    findings.sort { $0.place == $1.place ? $0.detail < $1.detail : $0.place < $1.place }
    var start = 0
    while start < findings.count {
      let code = findings[start].code
      var level = Proposal.Level.none
      var end = endOfUnit(start, &level)
      if isWholeTurnSearched[code] {
        add(start..<end, turn: turn, level: level, span: span(start..<end, turnText: text))
        start = end
        continue
      }
      let first = findings[start].unit
      var last = first
      while end < findings.count, findings[end].code == code, findings[end].unit == last + 1,
        row.sentences[last].row.upperBound == row.sentences[last + 1].row.lowerBound
      {
        var next = Proposal.Level.none
        let nextEnd = endOfUnit(end, &next)
        guard next == level else { break }
        end = nextEnd
        last += 1
      }
      add(start..<end, turn: turn, level: level, span: row.span(ofSentences: first..<last + 1))
      start = end
    }
    findings.removeAll(keepingCapacity: true)
  }

  /// The end of the findings with the code and unit of the one at `start`; takes up their level: the
  /// one on which all lines with an arrow agree.
  private func endOfUnit(_ start: Int, _ level: inout Proposal.Level) -> Int {
    var end = start
    while end < findings.count, findings[end].place == findings[start].place {
      if let own = levels[findings[end].line] {
        if level == .none { level = .level(own) }
        if level != .level(own) { level = .mixed }
      }
      end += 1
    }
    return end
  }

  /// The whole turn, or the sentences from first to last evidence.
  private func span(_ range: Range<Int>, turnText: Range<Int>) -> TurnSpan {
    let first = findings[range].map(\.first).min().flatMap { row.sentenceIndex(Int($0)) }
    let last = findings[range].map(\.last).max().flatMap { row.sentenceIndex(Int($0) - 1) }
    if !isTurnCoded[findings[range.lowerBound].code], let first, let last {
      return row.span(ofSentences: first..<last + 1)
    }
    return TurnSpan(
      text: turnText, row: 0..<row.places.count, words: 0..<row.wordCount,
      sentences: 0..<row.sentences.count)
  }

  private mutating func add(
    _ range: Range<Int>, turn: Int, level: Proposal.Level, span: TurnSpan
  ) {
    let first = evidence.count
    if isEvidenceWanted { appendEvidence(range) }
    proposals.append(
      Proposal(
        code: findings[range.lowerBound].code, turn: turn, level: level, span: span,
        evidence: first..<evidence.count))
  }

  /// Appends the words of the findings, line by line, each once for a line.
  private mutating func appendEvidence(_ range: Range<Int>) {
    let start = evidence.count
    var isOrdered = true
    for finding in findings[range] {
      let match = numbers[finding.line]
      for index in finding.first..<finding.last {
        let place = row.places[Int(index)]
        let word = Evidence(match: match, text: Int(place.start)..<Int(place.end))
        if evidence.count > start, let last = evidence.last, !last.isBefore(word) {
          if last == word { continue }
          isOrdered = false
        }
        evidence.append(word)
      }
    }
    if isOrdered { return }
    evidence[start...].sort { $0.isBefore($1) }
    var kept = start + 1
    for index in (start + 1)..<evidence.count where evidence[index] != evidence[kept - 1] {
      evidence[kept] = evidence[index]
      kept += 1
    }
    evidence.removeSubrange(kept...)
  }
}

extension Evidence {
  fileprivate func isBefore(_ other: Evidence) -> Bool {
    (match, text.lowerBound) < (other.match, other.text.lowerBound)
  }
}
