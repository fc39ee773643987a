@testable import CodingEngine
@testable import Corpus
@testable import Export

/// What people did to a random study: the log as it would stand in files, and the codings that a
/// slow reading of it leaves, word by word.
struct RandomDecisions {
  /// A coding with who made it and what became of it.
  struct Outcome {
    var script: Int
    var coding: Coding
    /// Nil for what the rules propose.
    var coder: String?
    var status: CodingEngine.Coding.Status
  }

  private struct Hand {
    var id: LogReference
    var coder: String
    var script: Int
    var coding: Coding
    /// By reviewer.
    var verdicts: [String: Verdict] = [:]
  }

  private struct Review {
    var coder: String
    var verdict: Verdict
    var script: Int
    var code: Int
    var turn: Int
    var row: Range<Int>
  }

  /// What one line does, as the slow reading takes it.
  private enum Deed {
    case code(Hand)
    case uncode(LogReference)
    case recode(LogReference, Int)
    case resize(LogReference, Range<Int>)
    case judge(LogReference, String, Verdict)
    case review(Review)
  }

  /// With proposals as the rules make them.
  let study: RandomStudy
  let corpus: CodedCorpus
  let log: CodingLog
  let outcomes: [Outcome]

  init(_ plain: RandomStudy, seed: UInt64) {
    let study = plain.proposingSentences
    self.study = study
    var random = SeededGenerator(state: seed &* 77)
    let plain = study.corpus
    corpus = plain
    var strands = RandomStrands()
    strands.write(0, plain.transcripts.map { .text($0.transcript.version) }, words: [])
    var lines: [(n: Int, writer: Int, deed: Deed, isUndone: Bool)] = []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let writer = Int.random(in: 0..<2, using: &random)
      let own = lines.indices.filter { lines[$0].writer == writer }
      if Int.random(in: 0..<8, using: &random) == 0,
        let last = own.last(where: { !lines[$0].isUndone })
      {
        strands.write(writer, [.undo(n: lines[last].n)], words: [])
        lines[last].isUndone = true
        continue
      }
      let made = lines.compactMap { line -> Hand? in
        if case .code(let hand) = line.deed, line.writer == writer { hand } else { nil }
      }
      let (deed, event, words) = Self.deed(
        study, plain, made, by: strands.names[writer], id: strands.nextID(writer), &random)
      let n = strands.write(writer, [event], words: words)
      lines.append((n, writer, deed, false))
    }
    log = strands.log
    outcomes = Self.outcomes(study, lines.filter { !$0.isUndone }.map(\.deed))
  }

  private static func deed(
    _ study: RandomStudy, _ corpus: CodedCorpus, _ made: [Hand], by coder: String,
    id: LogReference, _ random: inout SeededGenerator
  ) -> (Deed, LogEvent, [String?]) {
    let kind = Int.random(in: 0..<8, using: &random)
    let script = Int.random(in: study.scripts.indices, using: &random)
    let turn = Int.random(in: study.scripts[script].turns.indices, using: &random)
    let code = Int.random(in: study.codebook.codes.indices, using: &random)
    func row(_ script: Int, _ turn: Int) -> Range<Int> {
      let count = study.scripts[script].tokens(of: turn).count
      let start = Int.random(in: 0..<count, using: &random)
      return start..<Int.random(in: (start + 1)...count, using: &random)
    }
    func anchor(_ script: Int, _ turn: Int, _ row: Range<Int>) -> Anchor {
      corpus.transcripts[script].transcript.anchor(study.scripts[script], turn, row)
    }
    let name = { (code: Int) in "boek:\(study.codebook.codes[code].id)" }
    let verdict =
      Verdict.allCases.filter { $0 != .recode && $0 != .resize }
      .randomElement(using: &random) ?? .accept
    let old = made.randomElement(using: &random)
    if let old, kind < 4 {
      switch kind {
      case 0: return (.uncode(old.id), .uncode(old.id), [])
      case 1: return (.recode(old.id, code), .recode(old.id, code: name(code), level: nil), [])
      case 2:
        let new = row(old.script, old.coding.turn)
        let place = anchor(old.script, old.coding.turn, new)
        return (.resize(old.id, new), .resize(old.id, place), ["w", "", ""])
      default:
        let place = anchor(old.script, old.coding.turn, old.coding.row ?? 0..<1)
        let decision = LogDecision(
          verdict: verdict, code: name(old.coding.code), anchor: place, coding: old.id, to: nil,
          level: nil, span: nil, reason: nil)
        return (.judge(old.id, coder, verdict), .decide(decision), ["w", "", ""])
      }
    }
    let row = row(script, turn)
    let place = anchor(script, turn, row)
    if kind < 6 {
      let hand = Hand(
        id: id, coder: coder, script: script, coding: Coding(code: code, turn: turn, row: row))
      return (.code(hand), .code(code: name(code), level: nil, place), ["w", "", ""])
    }
    let review = Review(
      coder: coder, verdict: verdict, script: script, code: code, turn: turn, row: row)
    let decision = LogDecision(
      verdict: verdict, code: name(code), anchor: place, coding: nil, to: nil, level: nil,
      span: nil, reason: nil)
    return (.review(review), .decide(decision), ["w", "", ""])
  }

  // MARK: The slow reading

  private static func outcomes(_ study: RandomStudy, _ deeds: [Deed]) -> [Outcome] {
    var hands: [Hand] = []
    for case .code(let hand) in deeds { hands.append(hand) }
    var removed: [LogReference] = []
    for deed in deeds {
      switch deed {
      case .uncode(let id): removed.append(id)
      case .recode(let id, let code):
        for index in hands.indices where hands[index].id == id { hands[index].coding.code = code }
      case .resize(let id, let row):
        for index in hands.indices where hands[index].id == id { hands[index].coding.row = row }
      case .judge(let id, let coder, let verdict):
        for index in hands.indices where hands[index].id == id {
          hands[index].verdicts[coder] = verdict
        }
      case .code, .review: break
      }
    }
    var outcomes = hands.filter { !removed.contains($0.id) }.map { hand in
      Outcome(
        script: hand.script, coding: hand.coding, coder: hand.coder,
        status: status(of: Array(hand.verdicts.values)))
    }
    for (script, codings) in study.codings.enumerated() {
      for coding in codings {
        outcomes += proposals(of: coding, script, study.scripts[script], deeds)
      }
    }
    return outcomes
  }

  /// What a proposal becomes: sentence by sentence, each with what was said of all its words.
  private static func proposals(
    of coding: Coding, _ script: Int, _ text: Script, _ deeds: [Deed]
  ) -> [Outcome] {
    let tokens = text.tokens(of: coding.turn)
    let row = coding.row ?? 0..<0
    let sentences = Set(row.filter { tokens[$0].isWord }.map { tokens[$0].sentence }).sorted()
    let rows = sentences.isEmpty ? [row] : sentences.map { text.row(of: $0, in: coding.turn) }
    var outcomes: [Outcome] = []
    for own in rows {
      let words = own.filter { tokens[$0].isWord || sentences.isEmpty }
      var verdicts: [String: Verdict] = [:]
      for case .review(let review) in deeds
      where review.script == script && review.turn == coding.turn && review.code == coding.code
        && words.allSatisfy(review.row.contains)
      {
        verdicts[review.coder] = review.verdict
      }
      outcomes.append(
        Outcome(
          script: script, coding: coding, coder: nil, status: status(of: Array(verdicts.values))))
      outcomes[outcomes.count - 1].coding.row = own
    }
    let statuses = Set(outcomes.map(\.status.rawValue))
    if statuses.count == 1 {
      return [Outcome(script: script, coding: coding, coder: nil, status: outcomes[0].status)]
    }
    return outcomes
  }

  private static func status(of verdicts: [Verdict]) -> CodingEngine.Coding.Status {
    if Set(verdicts).count > 1 { return .contested }
    switch verdicts.first {
    case nil: return .open
    case .accept: return .accepted
    case .reject, .recode, .resize: return .rejected
    case .unsure: return .unsure
    }
  }
}

extension RandomStudy {
  /// The study with proposals as the rules make them: of whole sentences.
  fileprivate var proposingSentences: RandomStudy {
    var study = self
    for script in scripts.indices {
      study.codings[script] = codings[script].map { coding in
        let tokens = scripts[script].tokens(of: coding.turn)
        let words = (coding.row ?? 0..<0).filter { tokens[$0].isWord }
        guard let first = words.first, let last = words.last else { return coding }
        let rows = [first, last].map {
          scripts[script].row(of: tokens[$0].sentence, in: coding.turn)
        }
        var whole = coding
        whole.row = rows[0].lowerBound..<rows[1].upperBound
        return whole
      }
    }
    return study
  }
}

extension Script {
  /// The tokens of a sentence that has a word.
  fileprivate func row(of sentence: Int, in turn: Int) -> Range<Int> {
    let tokens = tokens(of: turn)
    let line = tokens.first { $0.isWord && $0.sentence == sentence }?.line
    let inside = tokens.indices.filter { tokens[$0].line == line }
    return (inside.first ?? 0)..<(inside.last ?? -1) + 1
  }
}

/// Lines of two coders who always see each other's.
struct RandomStrands {
  let names = ["Anna", "Bram"]
  private var lines: [[UInt8]] = [[], []]
  private var heads = ["", ""]
  private var n = 0

  func nextID(_ writer: Int) -> LogReference {
    LogReference(strand: StrandID(UInt32(writer + 1)), n: n + 1, event: 0, line: 0)
  }

  @discardableResult
  mutating func write(_ writer: Int, _ events: [LogEvent], words: [String?]) -> Int {
    n += 1
    let draft = LogDraft(
      coder: names[writer], strand: StrandID(UInt32(writer + 1)), n: n, prev: heads[writer],
      seen: [], at: "2025-01-01T00:00:00Z", command: "", book: "", shown: [], events: events,
      words: words)
    let line = draft.line(salt: "\(n)")
    lines[writer] += line
    let file = LogFile(path: "", bytes: line, index: 0)
    heads[writer] = file.lines.first.map(file.digest) ?? ""
    return n
  }

  var log: CodingLog {
    CodingLog(zip(names, lines).map { ("\($0).jsonl", $1) })
  }
}

extension Transcript {
  /// The anchor of some tokens of a turn, on the text as it is.
  fileprivate func anchor(_ script: Script, _ turn: Int, _ row: Range<Int>) -> Anchor {
    let tokens = script.tokens(of: turn)
    let start = turns[turn].text.lowerBound + tokens[row.lowerBound].text.lowerBound
    let end = turns[turn].text.lowerBound + tokens[row.upperBound - 1].text.upperBound
    return Anchor(of: start..<end, in: self, words: WordSequence(of: self), version: version, at: 0)
  }
}
