import Corpus

/// What the rules of one code come to in one turn.
struct CodeInTurn {
  let isTurnCoded: Bool
  /// Whether rules look through the whole turn: it is coded, or the sentences with the evidence.
  let isWholeTurnSearched: Bool
  let program: RuleProgram
  /// The code's lines with a phrase in the turn, ascending.
  let lines: ArraySlice<Int>
  let row: Row
  let hits: [[Stretch]]

  /// What one line found in one unit.
  private struct Finding {
    let unit: Int
    let line: Int
    let stretches: [Stretch]
  }

  /// Adds the code's proposals for the turn.
  func propose(code: Int, turn: Int, text: Range<Int>, into list: inout ProposalList) {
    let findings = findings()
    guard !findings.isEmpty else { return }
    if isWholeTurnSearched {
      list.add(
        code: code, turn: turn, level: level(findings[...]), span: span(findings, turnText: text),
        evidence: evidence(findings[...]))
      return
    }
    var open: (level: Proposal.Level, first: Int, last: Int, from: Int, to: Int)?
    func close(_ list: inout ProposalList) {
      guard let open else { return }
      list.add(
        code: code, turn: turn, level: open.level,
        span: row.span(ofSentences: open.first..<open.last),
        evidence: evidence(findings[open.from..<open.to]))
    }
    var start = 0
    while start < findings.count {
      let unit = findings[start].unit
      var end = start
      while end < findings.count, findings[end].unit == unit { end += 1 }
      let level = level(findings[start..<end])
      if let one = open, one.level == level, one.last == unit,
        row.sentences[unit - 1].row.upperBound == row.sentences[unit].row.lowerBound
      {
        open = (level, one.first, unit + 1, one.from, end)
      } else {
        close(&list)
        open = (level, unit, unit + 1, start, end)
      }
      start = end
    }
    close(&list)
  }

  /// What the code's `match` lines find, ordered by unit and line.
  private func findings() -> [Finding] {
    let exceptions = lines.filter { program.lines[$0].isException }
    if isWholeTurnSearched {
      let unit = 0..<Int32(row.places.count)
      let hidden = hidden(by: exceptions, in: unit)
      return lines.compactMap { finding($0, unit: 0, range: unit, hidden: hidden) }
    }
    var findings: [Finding] = []
    for unit in sentencesTouched() {
      let places = row.sentences[unit].row
      let range = Int32(places.lowerBound)..<Int32(places.upperBound)
      let hidden = hidden(by: exceptions, in: range)
      findings += lines.compactMap { finding($0, unit: unit, range: range, hidden: hidden) }
    }
    return findings
  }

  /// The sentences in which a phrase of a `match` line stands, ascending.
  private func sentencesTouched() -> [Int] {
    var sentences: [Int] = []
    for line in lines where !program.lines[line].isException {
      for leaf in program.lines[line].leaves {
        for stretch in hits[leaf] {
          guard let sentence = row.sentenceIndex(Int(stretch.first)) else { continue }
          if sentences.last != sentence { sentences.append(sentence) }
        }
      }
    }
    if sentences.count < 2 { return sentences }
    return Set(sentences).sorted()
  }

  private func finding(
    _ line: Int, unit: Int, range: Range<Int32>, hidden: [Int32]
  ) -> Finding? {
    guard !program.lines[line].isException else { return nil }
    let found = program.lines[line].root.find(in: range, hidden: hidden, hits: hits)
    return found.isEmpty
      ? nil : Finding(unit: unit, line: line, stretches: found.flatMap(\.evidence))
  }

  private func hidden(by exceptions: [Int], in range: Range<Int32>) -> [Int32] {
    var hidden: Set<Int32> = []
    for line in exceptions {
      for found in program.lines[line].root.find(in: range, hidden: [], hits: hits) {
        for stretch in found.evidence { hidden.formUnion(stretch.first..<stretch.last) }
      }
    }
    return hidden.sorted()
  }

  /// The level on which all lines with an arrow agree.
  private func level(_ findings: ArraySlice<Finding>) -> Proposal.Level {
    var level: Proposal.Level = .none
    for finding in findings {
      guard let own = program.lines[finding.line].level else { continue }
      switch level {
      case .none: level = .level(own)
      case .level(own): break
      case .level, .mixed: return .mixed
      }
    }
    return level
  }

  /// The whole turn, or the sentences from first to last evidence.
  private func span(_ findings: [Finding], turnText: Range<Int>) -> TurnSpan {
    let stretches = findings.flatMap(\.stretches)
    let first = stretches.map(\.first).min().flatMap { row.sentenceIndex(Int($0)) }
    let last = stretches.map(\.last).max().flatMap { row.sentenceIndex(Int($0) - 1) }
    if !isTurnCoded, let first, let last {
      return row.span(ofSentences: first..<last + 1)
    }
    return TurnSpan(
      text: turnText, row: 0..<row.places.count, words: 0..<row.wordCount,
      sentences: 0..<row.sentences.count)
  }

  /// The words of the findings, line by line, each once for a line.
  private func evidence(_ findings: ArraySlice<Finding>) -> [Evidence] {
    var words: Set<Evidence> = []
    for finding in findings {
      for stretch in finding.stretches {
        for index in stretch.first..<stretch.last {
          let place = row.places[Int(index)]
          words.insert(
            Evidence(
              match: program.lines[finding.line].index, text: Int(place.start)..<Int(place.end)))
        }
      }
    }
    return words.sorted {
      ($0.match, $0.text.lowerBound) < ($1.match, $1.text.lowerBound)
    }
  }
}
