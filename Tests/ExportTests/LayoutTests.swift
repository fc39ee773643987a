import CodingEngine
import Corpus
import Testing

@testable import Export

@Suite struct `Laying out a talk` {
  /// In parts cut at random, of every choice of codings.
  @Test(arguments: [UInt64](1...30)) func `in parts equals the whole`(seed: UInt64) async {
    let decisions = RandomDecisions(RandomStudy(seed: seed), seed: seed)
    let corpus = await decisions.corpus.decided(
      by: decisions.log, decisions.log.state(), workers: 1)
    var random = SeededGenerator(state: seed)
    var selection = Selection()
    selection.status = seed.isMultiple(of: 3) ? .accepted : nil
    selection.includesModerators = seed.isMultiple(of: 2)
    let outline = TalkOutline(of: corpus, selection: selection)
    let count = outline.transcripts.count
    let cut = Int.random(in: 0...count, using: &random)
    let later = Int.random(in: cut...count, using: &random)
    let talk = Talk(
      outline, [0..<cut, cut..<later, later..<count].map { TalkLayout($0, of: outline) })
    let whole = Talk(of: corpus, selection: selection)
    #expect(talk.places.own == whole.places.own)
    #expect(talk.places.all == whole.places.all)
    #expect(talk.firstTurns == whole.firstTurns)
    #expect(talk.turns.map(\.words) == whole.turns.map(\.words))
    #expect(talk.turns.map(\.sentences) == whole.turns.map(\.sentences))
    for language in Language.allCases {
      #expect(talk.transcriptSummary(in: language) == whole.transcriptSummary(in: language))
      #expect(talk.decisionTable(in: language) == whole.decisionTable(in: language))
    }
    for unit in Unit.allCases {
      let shared = await talk.sharedUnits(by: unit)
      #expect(
        talk.cooccurrence(by: unit, as: .lift, of: shared, in: .nl)
          == whole.cooccurrence(by: unit, as: .lift, in: .nl))
    }
  }

  @Test(arguments: [UInt64](1...30)) func `counts what rules and people made of each code`(
    seed: UInt64
  ) async {
    let study = RandomStudy(seed: seed)
    let decisions = RandomDecisions(study, seed: seed)
    let corpus = await decisions.corpus.decided(
      by: decisions.log, decisions.log.state(), workers: 1)
    // Where nobody decided anything the random proposals touch, which those of rules never do.
    let decided = corpus.transcripts.indices.filter { corpus.transcripts[$0].codings != nil }
    if decided.isEmpty { return }
    var selection = Selection()
    selection.includesModerators = true
    selection.transcripts = decided.map { study.scripts[$0].id }
    let standings = Talk(of: corpus, selection: selection).standingOfCode
    for isByHand in [false, true] {
      var made = decisions.study
      for script in study.scripts.indices {
        made.codings[script] = decisions.outcomes
          .filter { $0.script == script && ($0.coder != nil) == isByHand }
          .filter { decided.contains($0.script) }.map(\.coding)
      }
      let slow = SlowCount(study: made, everybody: true)
      for (code, standings) in standings.enumerated() {
        let count = isByHand ? standings.byHand : standings.proposed
        #expect(count == slow.places(of: code, own: true).count)
      }
    }
  }

  /// Codings of one code in a few turns, so that most touch others.
  private func codings(_ random: inout SeededGenerator) -> [Place] {
    let (turns, width) = (
      Int.random(in: 1...4, using: &random), Int.random(in: 5...200, using: &random)
    )
    return (0..<Int.random(in: 0...60, using: &random)).map { _ in
      let start = Int.random(in: 0..<width, using: &random)
      let row = start..<start + Int.random(in: 1...4, using: &random)
      let levels: [Proposal.Level] = [.none, .none, .mixed, .level(0), .level(1)]
      return Place(
        code: 0, turn: Int.random(in: 0..<turns, using: &random),
        level: levels.randomElement(using: &random) ?? .none,
        span: TurnSpan(text: row, row: row, words: row, sentences: row),
        traces: Traces(rawValue: 1 << UInt8.random(in: 0..<6, using: &random)))
    }
  }

  /// Two by two, until none touch.
  private func slowlyJoined(_ codings: [Place]) -> Set<Place> {
    var places = codings
    var isDone = false
    while !isDone {
      isDone = true
      search: for one in places.indices {
        for other in places.indices where one < other {
          guard places[one].isIn(turnOf: places[other]), places[one].touches(places[other]) else {
            continue
          }
          places[one].join(places.remove(at: other))
          isDone = false
          break search
        }
      }
    }
    return Set(places)
  }

  @Test(arguments: [UInt64](1...200)) func `joins codings as two by two, in any order`(
    seed: UInt64
  ) {
    var random = SeededGenerator(state: seed)
    let codings = codings(&random)
    var places = codings
    places.join()
    #expect(Set(places) == slowlyJoined(codings))
    #expect(places.count == Set(places).count)
    let keys = places.map { place in
      [place.turn, place.span.row.lowerBound, place.span.row.upperBound, Int(place.rank)]
    }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    var others = codings.shuffled(using: &random)
    others.join()
    #expect(others == places)
    var again = places
    again.join()
    #expect(again == places)
    for first in 0...3 {
      let turns = first..<3
      #expect(
        Array(places[places.range(of: turns)]) == places.filter { turns.contains($0.turn) })
    }
  }
}

@Suite struct `Units that sets share` {
  /// Dense ones, and so thin that most stretches are empty.
  @Test(arguments: [UInt64](1...100)) func `equal a count of each unit`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let limit = [20, 300, 5000].randomElement(using: &random) ?? 20
    let sets = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      UnitSet(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
          let start = Int.random(in: 0..<limit, using: &random)
          return start..<start + Int.random(in: 0...limit / 10, using: &random)
        })
    }
    let units = sets.map { Set($0.runs.joined()) }
    let shared = SharedUnits(of: sets)
    for one in sets.indices {
      #expect(sets[one].count == units[one].count)
      for other in sets.indices {
        #expect(shared[one, other] == units[one].intersection(units[other]).count)
      }
    }
  }
}
