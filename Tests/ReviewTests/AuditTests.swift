import Testing

@testable import Review

@Suite struct `Samples for an audit` {
  private let strata = (0..<200).map { ["a", "b", "a", "c", "a"][$0 % 5] } + ["rare"]

  @Test func `are the same from the same seed`() {
    let sample = AuditSample(from: strata, size: 20, seed: 7)
    #expect(sample == AuditSample(from: strata, size: 20, seed: 7))
    #expect(sample != AuditSample(from: strata, size: 20, seed: 8))
    // Samples that people have drawn must stay what they are.
    #expect(
      AuditSample(from: ["x", "x", "x", "x", "y", "y"], size: 3, seed: 7).drawn == [0, 1, 5])
  }

  @Test func `have something of every stratum, and of each in proportion`() {
    let sample = AuditSample(from: strata, size: 20, seed: 7)
    #expect(sample.strata.map(\.name) == ["a", "b", "c", "rare"])
    #expect(sample.strata.map(\.whole) == [120, 40, 40, 1])
    #expect(sample.strata.map(\.drawn.count) == [11, 4, 4, 1])
    #expect(sample.coverage == (20, 201))
    for stratum in sample.strata {
      #expect(stratum.drawn.allSatisfy { strata[$0] == stratum.name })
      #expect(Set(stratum.drawn).count == stratum.drawn.count)
    }
  }

  @Test func `share out every place there is, and no more than a stratum has`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<500 {
      let sizes = (0..<(1 + random.next(below: 8))).map { _ in 1 + random.next(below: 20) }
      let places = random.next(below: sizes.reduce(0, +) + 1)
      let shares = AuditSample.allocate(places, to: sizes)
      #expect(shares.reduce(0, +) == places)
      #expect(zip(shares, sizes).allSatisfy { $0 >= (places >= sizes.count ? 1 : 0) && $0 <= $1 })
    }
  }

  /// The first number of the generator's reference implementation from seed 0.
  @Test func `come from the published generator`() {
    var random = SeededRandom(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
  }

  @Test func `draw each member as often as the others`() {
    var random = SeededRandom(seed: 5)
    var drawn = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 {
      for index in random.choose(3, of: 7) { drawn[index] += 1 }
    }
    // 3000 on average, with a standard deviation of 41.
    #expect(drawn.allSatisfy { (2800...3200).contains($0) })
    #expect(drawn.reduce(0, +) == 21000)
  }

  @Test func `hold all when there is less than asked for`() {
    #expect(AuditSample(from: ["a", "b"], size: 9, seed: 1).drawn == [0, 1])
    #expect(AuditSample(from: [], size: 9, seed: 1).drawn.isEmpty)
    #expect(AuditSample(from: ["a"], size: -1, seed: 1).drawn.isEmpty)
  }
}

@Suite struct `What an audit estimates` {
  @Test func `is a plain share with Wilson's interval when there is one stratum`() throws {
    let estimate = AuditEstimate([JudgedStratum(whole: 1000, judged: 148, hits: 15)]).estimate
    #expect((try estimate.value.get() - 15.0 / 148).magnitude < 1e-12)
    let interval = try estimate.interval.get()
    #expect(prints(interval.lowerBound, as: 0.062) && prints(interval.upperBound, as: 0.160))
  }

  /// 100·.9 + 50·.5 of 150 is .7667; the weights 2/3 and 1/3 make twenty judged worth eighteen.
  @Test func `weighs strata by their size`() throws {
    let strata = [
      JudgedStratum(whole: 100, judged: 10, hits: 9), JudgedStratum(whole: 50, judged: 10, hits: 5),
    ]
    let audit = AuditEstimate(strata + [JudgedStratum(whole: 30, judged: 0, hits: 0)])
    #expect((try audit.estimate.value.get() - 115.0 / 150).magnitude < 1e-12)
    let expected = Wilson.interval(share: 115.0 / 150, size: 18, deviate: Wilson.deviate)
    let interval = try audit.estimate.interval.get()
    #expect((interval.lowerBound - expected.lowerBound).magnitude < 1e-12)
    #expect((interval.upperBound - expected.upperBound).magnitude < 1e-12)
    #expect((audit.judged, audit.covered, audit.whole) == (20, 150, 180))
  }

  @Test func `is no number below ten judged units`() {
    let nine = AuditEstimate([JudgedStratum(whole: 50, judged: 9, hits: 9)])
    #expect(nine.estimate.value.reason == .tooFewUnits(9, needed: 10))
    let ten = JudgedStratum(whole: 50, judged: 10, hits: 10)
    #expect(AuditEstimate([ten]).estimate.value == .success(1))
    let recall = AuditEstimate.recall(
      coded: [ten], uncoded: [JudgedStratum(whole: 50, judged: 9, hits: 0)])
    #expect(recall.value.reason == .tooFewUnits(9, needed: 10))
  }

  /// Of 100 codings .9 are right, of 400 uncoded turns .05 are misses: 90 of 110.
  @Test func `finds recall from what was missed`() throws {
    let recall = AuditEstimate.recall(
      coded: [JudgedStratum(whole: 100, judged: 20, hits: 18)],
      uncoded: [JudgedStratum(whole: 400, judged: 40, hits: 2)])
    #expect((try recall.value.get() - 90.0 / 110).magnitude < 1e-12)
    let interval = try recall.interval.get()
    #expect(interval.lowerBound > 0.4 && interval.lowerBound < 90.0 / 110)
    #expect(interval.upperBound < 1 && interval.upperBound > 90.0 / 110)
    let none = AuditEstimate.recall(
      coded: [JudgedStratum(whole: 100, judged: 20, hits: 0)],
      uncoded: [JudgedStratum(whole: 400, judged: 40, hits: 0)])
    #expect(none.value.reason == .nothingCounted)
  }
}

@Suite struct `Precision and recall` {
  @Test func `count units that both rated`() throws {
    let accuracy = Accuracy(
      of: .binary(
        coders: ["engine", "first"],
        units: [
          [true, true], [true, false], [false, true], [true, true], [false, false], [true, nil],
        ]), found: 0, meant: 1)
    #expect(accuracy == Accuracy(both: 2, found: 3, meant: 3))
    #expect(accuracy.precision == .success(2.0 / 3) && accuracy.recall == .success(2.0 / 3))
    #expect(accuracy.f1 == .success(2.0 / 3))
  }

  @Test func `are undefined of nothing`() {
    let nothing = Accuracy(both: 0, found: 0, meant: 2)
    #expect(nothing.precision.reason == .nothingCounted)
    #expect(nothing.recall == .success(0) && nothing.f1 == .success(0))
    #expect(Accuracy(both: 0, found: 0, meant: 0).f1.reason == .nothingCounted)
  }
}
