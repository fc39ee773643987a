import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Every number against the slow twin, on random studies.
@Suite struct `Counting random studies` {
  static let seeds: [UInt64] = Array(1...25)

  func checks(_ seed: UInt64) -> TwinChecks {
    let study = RandomStudy(seed: seed)
    var selection = Selection()
    selection.includesModerators = seed.isMultiple(of: 3)
    return TwinChecks(
      Talk(of: study.corpus, selection: selection),
      SlowCount(study: study, everybody: selection.includesModerators))
  }

  @Test(arguments: seeds) func `frequencies equal a slow count`(seed: UInt64) {
    checks(seed).checkFrequencies()
  }

  @Test(arguments: seeds) func `crosstabs equal a slow count`(seed: UInt64) {
    let checks = checks(seed)
    checks.checkRoles()
    checks.checkTranscripts()
    checks.checkLevels()
  }

  @Test(arguments: seeds) func `co-occurrence equals a slow count in every unit`(seed: UInt64) {
    checks(seed).checkCooccurrence()
  }

  @Test(arguments: seeds) func `the order of transcripts and codings changes no byte`(seed: UInt64)
  {
    let study = RandomStudy(seed: seed)
    let reversed = CodedCorpus(
      codebook: study.codebook,
      transcripts: zip(study.scripts, study.codings).map { $0.coded($1.reversed()) }.reversed(),
      skipped: [])
    let (one, other) = (Talk(of: study.corpus), Talk(of: reversed))
    #expect(one.frequencies(in: .nl).json() == other.frequencies(in: .nl).json())
    #expect(one.cooccurrence(in: .nl).csv() == other.cooccurrence(in: .nl).csv())
    #expect(
      one.crosstab(by: .variable("form"), in: .nl).text()
        == other.crosstab(by: .variable("form"), in: .nl).text())
  }
}
