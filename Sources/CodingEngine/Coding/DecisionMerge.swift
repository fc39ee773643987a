import Corpus

/// Lays decisions over the proposals of one transcript.
struct DecisionMerge {
  private let coded: CodedTranscript
  private let decisions: TranscriptDecisions
  private let names: LogNames
  private let book: Codebook
  private let log: CodingLog
  private let state: LogState
  private var finder: AnchorFinder
  private var row = Row()
  private var rowTurn = -1
  var codings: [Coding] = []
  var unplaced: [UnplacedCoding] = []
  var foundAgain = 0
  private var effective: Set<LogReference> = []

  /// What people accepted, or put in the place of it, where the rules propose nothing now.
  var idleVerdicts: [LoggedDecision] {
    decisions.decisions.filter { $0.coding == nil }.madeSomething
      .filter { !effective.contains($0.id) }
  }

  private var transcript: Transcript { coded.transcript }

  init(
    _ coded: CodedTranscript, _ decisions: TranscriptDecisions, _ names: LogNames,
    _ book: Codebook, _ log: CodingLog, _ state: LogState
  ) {
    self.coded = coded
    self.decisions = decisions
    self.names = names
    self.book = book
    self.log = log
    self.state = state
    finder = AnchorFinder(coded.transcript, versions: decisions.versions)
  }

  private mutating func find(_ anchor: Anchor, _ line: Int) -> AnchoredSpan {
    // Nearly all; what reads the words holds the log, and two threads that hold it wait for each other.
    finder.findUnchanged(anchor)
      ?? finder.find(anchor) { [log] in log.anchorTexts(anchor, line: line) }
  }

  // MARK: Codings by hand

  mutating func placeCodings() {
    let verdicts = Dictionary(grouping: decisions.decisions.filter { $0.coding != nil }) {
      $0.coding?.withoutLine
    }
    codings.reserveCapacity(decisions.codings.count + coded.proposals.count)
    for hand in inOrderOfTurns() {
      guard let code = names.codeOfNumber[Int(hand.code)] else { continue }
      let index = Int(hand.index)
      let place =
        state.codings[index].isGone
        ? .detached : find(state.codings[index].anchor, state.codings[index].wordsLine)
      if place.finding == .found { foundAgain += 1 }
      guard place.finding == .same || place.finding == .found else {
        unplaced.append(
          UnplacedCoding(
            coding: state.codings[index], text: place.finding == .uncertain ? place.text : nil))
        continue
      }
      let origin = Coding.Origin.hand(names.coderOfNumber[Int(hand.coder)])
      let level = level(state.codings[index].level, of: code)
      guard !verdicts.isEmpty, let about = verdicts[state.codings[index].id.withoutLine] else {
        add(code, level, place.text, origin, as: .open)
        continue
      }
      let outcome = VerdictOutcome(of: about)
      add(code, level, place.text, origin, as: outcome.status, by: outcome.deciders(names))
      addReplacement(outcome, of: place.text, origin)
    }
  }

  /// The codings by hand by the turns where they began, then as the log has them.
  private func inOrderOfTurns() -> [HandCoding] {
    let order = decisions.codings.indices.map { index in
      let turn = state.codings[Int(decisions.codings[index].index)].anchor.span.firstTurn
      return UInt64(UInt32(clamping: turn)) << 32 | UInt64(index)
    }
    return order.sorted().map { decisions.codings[Int($0 & 0xFFFF_FFFF)] }
  }

  /// Adds a coding for each turn of a stretch.
  private mutating func add(
    _ code: Int, _ level: Proposal.Level, _ text: Range<Int>, _ origin: Coding.Origin,
    as status: Coding.Status, by deciders: [Int] = []
  ) {
    for turn in transcript.turns(in: text) {
      cut(turn)
      let span = row.span(of: transcript.turns[turn].text.clamped(to: text))
      codings.append(
        Coding(
          code: code, turn: turn, level: level, span: span, origin: origin, status: status,
          deciders: deciders))
    }
  }

  /// Adds what a reviewer put in the place of a coding.
  private mutating func addReplacement(
    _ outcome: VerdictOutcome, of text: Range<Int>, _ origin: Coding.Origin
  ) {
    guard outcome.status == .rejected, let decision = outcome.decision,
      let code = names.codes[decision.newCode ?? decision.code]
    else { return }
    switch decision.verdict {
    case .recode:
      let level = level(decision.level, of: code)
      add(code, level, text, origin, as: .accepted, by: outcome.deciders(names))
    case .resize:
      guard let anchor = decision.newAnchor else { return }
      let place = find(anchor, decision.wordsLine)
      guard place.finding == .same || place.finding == .found else { return }
      let level = level(decision.level, of: code)
      add(code, level, place.text, origin, as: .accepted, by: outcome.deciders(names))
    case .accept, .reject, .unsure: break
    }
  }

  private func level(_ id: String?, of code: Int) -> Proposal.Level {
    id.flatMap { id in book.codes[code].scale.firstIndex { $0.id == id } }.map { .level($0) }
      ?? .none
  }

  private mutating func cut(_ turn: Int) {
    if turn == rowTurn { return }
    if let rows = coded.rows {
      rows.fill(&row, turn: turn)
    } else {
      row.cut(transcript.turns[turn], of: transcript)
    }
    rowTurn = turn
  }

  // MARK: Proposals

  mutating func decideProposals() {
    var found: [ProposalKey: [(decision: LoggedDecision, text: Range<Int>)]] = [:]
    for decision in decisions.decisions where decision.coding == nil {
      guard let code = names.codes[decision.code] else { continue }
      let place = find(decision.anchor, decision.wordsLine)
      guard place.finding == .same || place.finding == .found else { continue }
      for turn in transcript.turns(in: place.text) {
        found[ProposalKey(code: code, turn: turn), default: []].append((decision, place.text))
      }
    }
    codings.reserveCapacity(codings.count + coded.proposals.count)
    for proposal in coded.proposals {
      let key = ProposalKey(code: proposal.code, turn: proposal.turn)
      guard !found.isEmpty, let about = found[key] else {
        codings.append(
          Coding(
            code: proposal.code, turn: proposal.turn, level: proposal.level, span: proposal.span,
            origin: .rules, status: .open))
        continue
      }
      decide(proposal, by: about)
    }
  }

  /// Cuts a proposal to its units, decides each, and joins neighbours with one outcome.
  private mutating func decide(
    _ proposal: Proposal, by about: [(decision: LoggedDecision, text: Range<Int>)]
  ) {
    cut(proposal.turn)
    let isTurn = book.codes[proposal.code].unit == .turn
    let units =
      isTurn || proposal.span.sentences.isEmpty
      ? [proposal.span]
      : proposal.span.sentences.map { row.span(ofSentences: $0..<$0 + 1) }
    var runs: [(span: TurnSpan, outcome: VerdictOutcome)] = []
    for unit in units {
      let words = row.wordText(of: unit)
      let decisions = about.filter {
        $0.text.lowerBound <= words.lowerBound && words.upperBound <= $0.text.upperBound
      }.map(\.decision)
      effective.formUnion(decisions.map(\.id))
      let outcome = VerdictOutcome(of: decisions)
      if let last = runs.last, last.outcome == outcome {
        runs[runs.count - 1].span = last.span.joined(with: unit)
      } else {
        runs.append((unit, outcome))
      }
    }
    for run in runs {
      codings.append(
        Coding(
          code: proposal.code, turn: proposal.turn, level: proposal.level, span: run.span,
          origin: .rules, status: run.outcome.status, deciders: run.outcome.deciders(names)))
      addReplacement(run.outcome, of: run.span.text, .rules)
    }
  }
}

private struct ProposalKey: Hashable {
  let code, turn: Int
}

extension LogReference {
  /// The name without what tells the sides of a fork apart.
  var withoutLine: LogReference {
    LogReference(strand: strand, n: n, event: event, line: 0)
  }
}

extension CodingLog {
  /// The quotation of an anchor, the words before and after; nil when they were erased.
  func anchorTexts(_ anchor: Anchor, line: Int) -> [String]? {
    guard let words = files[lines[line].file].words(of: lines[line]), anchor.words >= 0,
      anchor.words + 2 < words.count, let quotation = words[anchor.words]
    else { return nil }
    return [quotation, words[anchor.words + 1] ?? "", words[anchor.words + 2] ?? ""]
  }
}
