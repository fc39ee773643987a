import Corpus

@testable import CodingEngine

/// A proposal with everything that can be compared.
struct PlainProposal: Hashable, CustomStringConvertible {
  let code: Int
  let turn: Int
  let level: Proposal.Level
  let span: TurnSpan
  let evidence: [Evidence]

  var description: String {
    let words = evidence.map { "\($0.match)@\($0.text)" }.joined(separator: " ")
    return
      "code \(code) turn \(turn) \(level) text \(span.text) row \(span.row) words \(span.words)"
      + " sentences \(span.sentences) evidence \(words)"
  }
}

/// Applies a codebook as the format says it, without regard to time: the engine's slow twin.
struct SlowEngine {
  private let codebook: Codebook
  private let phrases: [Phrase: SlowPhrase]

  init(_ codebook: Codebook) {
    self.codebook = codebook
    let lines = codebook.codes.flatMap { $0.matches + $0.exceptions }
    phrases = lines.flatMap(\.rule.phrases).reduce(into: [:]) { $0[$1] = SlowPhrase($1) }
  }

  func apply(to transcript: Transcript) -> (sizes: [TurnSize], proposals: [PlainProposal]) {
    let text = SlowText(String(decoding: transcript.text, as: UTF8.self))
    var scalarAt: [Int: Int] = [:]
    for (index, byte) in text.bytes.enumerated() { scalarAt[byte] = index }
    var sizes: [TurnSize] = []
    var proposals: [PlainProposal] = []
    for (number, turn) in transcript.turns.enumerated() {
      guard let start = scalarAt[turn.text.lowerBound], let end = scalarAt[turn.text.upperBound]
      else { continue }
      let row = SlowRow(
        text, start..<end, bracketsAreWords: transcript.details.bracketsAreWords)
      sizes.append(
        TurnSize(words: row.wordIndex(row.places.count), sentences: row.sentences.count))
      let slow = SlowTurn(
        number: number, turn: start..<end, text: text, row: row, phrases: phrases)
      let speaker = transcript.speakers[turn.speaker]
      for (index, code) in codebook.codes.enumerated() where Self.isAbout(code, speaker) {
        proposals += slow.proposals(code, index)
      }
    }
    return (sizes, proposals)
  }

  private static func isAbout(_ code: Code, _ speaker: Speaker) -> Bool {
    func folded(_ role: String) -> [String] {
      SlowForm.letters(role.unicodeScalars, isExact: false)
    }
    switch code.speakers {
    case .all: return true
    case .participants: return !speaker.isModerator
    case .roles(let roles):
      guard let role = speaker.role else { return false }
      return roles.map(folded).contains(folded(role))
    }
  }
}

/// Applies codes to one turn.
private struct SlowTurn {
  let number: Int
  let turn: Range<Int>
  let text: SlowText
  let row: SlowRow
  private let phrases: [Phrase: SlowPhrase]
  private let words: [SlowWord?]
  private let sentenceEnds: [Int?]

  init(
    number: Int, turn: Range<Int>, text: SlowText, row: SlowRow, phrases: [Phrase: SlowPhrase]
  ) {
    self.phrases = phrases
    self.number = number
    self.turn = turn
    self.text = text
    self.row = row
    words = row.places.map { $0.isWord ? SlowWord(text.scalars[$0.range]) : nil }
    sentenceEnds = row.places.indices.map {
      row.sentence($0).map { row.sentences[$0].row.upperBound }
    }
  }

  private typealias Coded = (level: Proposal.Level, sentences: Range<Int>, words: [Set<Int>])

  func proposals(_ code: Code, _ index: Int) -> [PlainProposal] {
    let whole = 0..<row.places.count
    if code.unit == .turn || code.looksThroughTurn {
      guard let found = look(code, whole) else { return [] }
      let all = found.words.reduce(into: Set()) { $0.formUnion($1) }
      let coded = all.compactMap(row.sentence)
      guard code.unit == .sentence, let first = coded.min(), let last = coded.max() else {
        let span = TurnSpan(
          text: text.bytes(turn), row: whole, words: 0..<row.wordIndex(whole.upperBound),
          sentences: 0..<row.sentences.count)
        return [proposal(index, found.level, span, found.words)]
      }
      return [proposal(index, found.level, span(first..<last + 1), found.words)]
    }
    var coded: [Coded] = []
    for (number, sentence) in row.sentences.enumerated() {
      guard let found = look(code, sentence.row) else { continue }
      if let last = coded.last, last.level == found.level, last.sentences.upperBound == number,
        row.sentences[number - 1].row.upperBound == sentence.row.lowerBound
      {
        coded[coded.count - 1].sentences = last.sentences.lowerBound..<number + 1
        coded[coded.count - 1].words = zip(last.words, found.words).map { $0.union($1) }
      } else {
        coded.append((found.level, number..<number + 1, found.words))
      }
    }
    return coded.map { proposal(index, $0.level, span($0.sentences), $0.words) }
  }

  /// What the code's lines find in a unit: the level, and for each line its words.
  private func look(
    _ code: Code, _ range: Range<Int>
  ) -> (level: Proposal.Level, words: [Set<Int>])? {
    var unit = SlowUnit(
      words: words, sentenceEnds: sentenceEnds, range: range, phrases: phrases)
    unit.hidden = code.exceptions.reduce(into: []) { hidden, exception in
      for one in unit.stretches(exception.rule) { hidden.formUnion(one.words) }
    }
    let found = code.matches.map { match in
      unit.stretches(match.rule).reduce(into: Set<Int>()) { $0.formUnion($1.words) }
    }
    guard found.contains(where: { !$0.isEmpty }) else { return nil }
    let levels = Set(zip(code.matches, found).compactMap { $1.isEmpty ? nil : $0.level })
    let level = levels.first.map { levels.count == 1 ? Proposal.Level.level($0) : .mixed }
    return (level ?? .none, found)
  }

  private func span(_ sentences: Range<Int>) -> TurnSpan {
    let coded = row.sentences[sentences]
    let places =
      coded[sentences.lowerBound].row.lowerBound..<coded[coded.endIndex - 1].row.upperBound
    let start = coded[sentences.lowerBound].text.lowerBound
    return TurnSpan(
      text: text.bytes(start..<coded[coded.endIndex - 1].text.upperBound), row: places,
      words: row.wordIndex(places.lowerBound)..<row.wordIndex(places.upperBound),
      sentences: sentences)
  }

  private func proposal(
    _ code: Int, _ level: Proposal.Level, _ span: TurnSpan, _ words: [Set<Int>]
  ) -> PlainProposal {
    let evidence = words.enumerated().flatMap { line, found in
      found.sorted().map { Evidence(match: line, text: text.bytes(row.places[$0].range)) }
    }
    return PlainProposal(code: code, turn: number, level: level, span: span, evidence: evidence)
  }
}
