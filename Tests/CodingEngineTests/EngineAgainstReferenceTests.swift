import Testing

@Suite struct `The engine and its slow twin` {
  /// Ten shards, so that a failure shows early and both cores are used.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `propose the same`(shard: UInt64) {
    for seed in shard * 1_000..<shard * 1_000 + 250 {
      let made = EngineCase.random(seed: seed)
      guard Self.differs(made) else { continue }
      let small = made.shrunk(Self.differs)
      let engine = small.proposals()
      let slow = SlowEngine(codebook: small.codebook).apply(to: small.transcript)
      Issue.record(
        """
        seed \(seed)
        \(small)
        engine \(engine.sizes):
        \(engine.proposals.map(\.description).joined(separator: "\n"))
        slow twin \(slow.sizes):
        \(slow.proposals.map(\.description).joined(separator: "\n"))
        """)
      return
    }
  }

  private static func differs(_ one: EngineCase) -> Bool {
    let engine = one.proposals()
    let slow = SlowEngine(codebook: one.codebook).apply(to: one.transcript)
    return engine.sizes != slow.sizes || engine.proposals != slow.proposals
  }
}
