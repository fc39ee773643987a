import Testing

@Suite struct `The engine and its slow twin` {
  #if DEBUG
    private static let cases: UInt64 = 70
  #else
    private static let cases: UInt64 = 500
  #endif

  /// Ten shards, so that a failure shows early and all cores are used.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `propose the same`(shard: UInt64) {
    for seed in shard * 1_000_000..<shard * 1_000_000 + Self.cases {
      let made = EngineCase.random(seed: seed)
      guard Self.differs(made) else { continue }
      let small = made.shrunk(Self.differs)
      let engine = small.proposals()
      let slow = SlowEngine(small.codebook).apply(to: small.transcript)
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
    let slow = SlowEngine(one.codebook).apply(to: one.transcript)
    return engine.sizes != slow.sizes || engine.proposals != slow.proposals
  }
}
