import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Decided and proposed together, in every choice of them, against a slow reading of the log.
@Suite struct `Counting what people decided` {
  static let seeds: [UInt64] = Array(101...140)

  private static var selections: [Selection] {
    var plain = Selection()
    plain.includesModerators = true
    var selections = [plain]
    for status in StatusChoice.allCases {
      selections.append(plain)
      selections[selections.count - 1].status = status
    }
    for origin in OriginChoice.allCases {
      selections.append(plain)
      selections[selections.count - 1].origin = origin
    }
    for coders in [["Anna"], ["bram", "Anna"], ["Nobody"]] {
      selections.append(plain)
      selections[selections.count - 1].coders = coders
    }
    return selections
  }

  /// As design.md says it, coding by coding.
  private static func counts(_ outcome: RandomDecisions.Outcome, _ selection: Selection) -> Bool {
    let isAskedFor = outcome.coder.map { coder in
      selection.coders.isEmpty
        || selection.coders.contains { $0.lowercased() == coder.lowercased() }
    }
    if let isAskedFor, !isAskedFor { return false }
    if isAskedFor == nil, !selection.coders.isEmpty { return false }
    if selection.origin == .hand, outcome.coder == nil { return false }
    if selection.origin == .rules, outcome.coder != nil { return false }
    let isOpen = outcome.coder == nil && outcome.status == .open
    switch selection.status {
    case .all: return true
    case nil: return outcome.status != .rejected
    case .decided: return outcome.status != .rejected && !isOpen
    case .accepted:
      return outcome.status == .accepted || outcome.coder != nil && outcome.status == .open
    }
  }

  @Test(arguments: seeds) func `equals a slow reading of the log`(seed: UInt64) async {
    let study = RandomStudy(seed: seed)
    let decisions = RandomDecisions(study, seed: seed)
    let corpus = await decisions.corpus.decided(
      by: decisions.log, decisions.log.state(), workers: 1)
    for selection in Self.selections {
      var counted = decisions.study
      for script in study.scripts.indices {
        counted.codings[script] = decisions.outcomes
          .filter { $0.script == script && Self.counts($0, selection) }.map(\.coding)
      }
      let checks = TwinChecks(
        Talk(of: corpus, selection: selection), SlowCount(study: counted, everybody: true))
      checks.checkFrequencies()
      checks.checkTranscripts()
    }
  }
}
