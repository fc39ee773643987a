import Corpus
import Dispatch
import Synchronization
import Testing

@testable import CodingEngine

@Suite struct `Copies of an engine` {
  @Test func `propose the same on every thread`() {
    var one = EngineCase.random(seed: 77)
    one.turns = (0..<20).flatMap { EngineCase.random(seed: 500 + $0).turns + one.turns }
    let (transcript, engine) = (one.transcript, Engine(one.codebook, evidence: true))
    var first = engine
    let expected = PlainProposal.list(first.apply(to: transcript))
    #expect(!expected.isEmpty)
    let found = Mutex([[PlainProposal]]())
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      var copy = engine
      _ = copy.apply(to: transcript)
      let again = PlainProposal.list(copy.apply(to: transcript))
      found.withLock { $0.append(again) }
    }
    #expect(found.withLock { $0 } == Array(repeating: expected, count: 8))
  }

  @Test func `propose the same whatever they read before`() {
    let one = EngineCase.random(seed: 9)
    var engine = Engine(one.codebook, evidence: true)
    for seed in 0..<30 as Range<UInt64> {
      _ = engine.apply(to: EngineCase.random(seed: seed).transcript)
    }
    let again = PlainProposal.list(engine.apply(to: one.transcript))
    #expect(again == one.proposals().proposals)
  }

  @Test func `without evidence propose the same spans`() {
    for seed in 0..<20 as Range<UInt64> {
      let one = EngineCase.random(seed: seed)
      var engine = Engine(one.codebook)
      let coded = engine.apply(to: one.transcript)
      #expect(coded.evidence.isEmpty)
      #expect(coded.proposals.map(\.span) == one.proposals().proposals.map(\.span))
    }
  }
}
