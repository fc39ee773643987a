import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

@Suite struct `Saturation by base, run and threshold` {
  /// Ten codes in the first transcript, then 5, 3, 2, 1, 1, 0 and 0 new ones beside old ones.
  private let met: [(id: String, codes: Set<Int>)] = [
    ("A", Set(0..<10)), ("B", Set(5..<15)), ("C", Set(12..<18)), ("D", [0, 18, 19]),
    ("E", [3, 20]), ("F", [21]), ("G", [1, 2]), ("H", []),
  ]

  private func settings(
    base: Int = 4, run: Int = 2, threshold: Int = 5, seed: UInt64 = 1
  ) -> Saturation.Settings {
    var settings = Saturation.Settings()
    (settings.base, settings.run, settings.threshold) = (base, run, threshold)
    settings.seed = seed
    settings.orders = 200
    return settings
  }

  @Test func `counts what is new in each transcript`() {
    let saturation = Saturation(of: met, settings: settings())
    #expect(saturation.new == [10, 5, 3, 2, 1, 1, 0, 0])
    #expect(saturation.cumulative == [10, 15, 18, 20, 21, 22, 22, 22])
  }

  @Test func `divides what a run adds by the codes of the base`() {
    let saturation = Saturation(of: met, settings: settings())
    #expect(saturation.ratios == [nil, nil, nil, 2.0 / 20, 1.0 / 20, 0, nil, nil])
  }

  @Test(
    arguments: [
      (4, 2, 5, 5), (4, 2, 0, 6), (4, 2, 10, 4), (4, 3, 5, 5), (4, 3, 10, 4), (2, 2, 5, 6),
      (2, 2, 7, 5), (8, 1, 100, nil), (4, 4, 0, nil),
    ] as [(Int, Int, Int, Int?)])
  func `is reached at the first run under the threshold`(
    base: Int, run: Int, threshold: Int, reached: Int?
  ) {
    let settings = settings(base: base, run: run, threshold: threshold)
    #expect(Saturation(of: met, settings: settings).reached == reached)
  }

  /// The worked example of Guest, Namey and Chen (2020): 37 themes in the base of four interviews; a
  /// run with four new ones adds 11 %, the next adds one theme, 3 %: reached at 6, by a run of 2.
  @Test func `agrees with the example of its authors`() {
    var next = 37
    let sets =
      [Set(0..<20), Set(10..<27), Set(20..<32), Set(30..<37)]
      + [2, 3, 1, 0, 0].map { (new: Int) -> Set<Int> in
        next += new
        return Set((next - new)..<next)
      }
    let numbered = sets.enumerated().map { (id: "\($0 + 1)", codes: $1) }
    let saturation = Saturation(of: numbered, settings: settings())
    #expect(
      saturation.ratios.map { $0.map { Int(($0 * 100).rounded()) } }
        == [nil, nil, nil, 14, 11, 3, 0, nil, nil])
    #expect(saturation.reached == 6)
    #expect(Phrase.saturationReached(saturation.reached, settings()).en.contains("6+2"))
  }

  @Test func `has a band that shuffled orders give, the same for the same seed`() {
    let one = Saturation(of: met, settings: settings())
    #expect(one == Saturation(of: met, settings: settings()))
    #expect(one.band != Saturation(of: met, settings: settings(seed: 2)).band)
    #expect(one.band.last == 22...22)
    #expect(one.band[0].lowerBound >= 0 && one.band[0].upperBound == 10)
    for (earlier, later) in zip(one.band, one.band.dropFirst()) {
      #expect(earlier.lowerBound <= later.lowerBound && earlier.upperBound <= later.upperBound)
    }
  }

  @Test(arguments: [0, 1, 3])
  func `says nothing of a study smaller than its base`(count: Int) {
    let saturation = Saturation(of: Array(met.prefix(count)), settings: settings())
    #expect(saturation.reached == nil && saturation.cumulative.count == count)
  }

  @Test func `follows transcripts by order, then date, then id`() {
    let small = SmallStudy.corpus
    #expect(Talk(of: small).saturation().transcripts == ["FG01", "FG02", "FG03"])
    let given: [(id: String, order: Double?, date: String?)] = [
      ("A", nil, "2025-03-02"), ("B", 10, "2024-01-01"), ("C", nil, "2025-03-01"), ("D", 2.5, nil),
      ("E", nil, nil), ("F", nil, "2025-03-01"), ("G", 10, "2023-12-31"),
    ]
    let coded = given.map { given in
      var script = Script(id: given.id, speakers: [Speaker("A")], turns: [(0, ["Ja."])])
      (script.details.order, script.details.date) = (given.order, given.date)
      return script.coded()
    }
    let corpus = CodedCorpus(codebook: SmallStudy.codebook, transcripts: coded, skipped: [])
    #expect(Talk(of: corpus).saturation().transcripts == ["D", "G", "B", "C", "F", "A", "E"])
  }
}
