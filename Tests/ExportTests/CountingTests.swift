import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Every number against the slow twin, on random studies.
@Suite struct `Counting random studies` {
  static let seeds: [UInt64] = Array(1...25)

  /// The talk of a random study, and its slow twin.
  func subjects(_ seed: UInt64) -> (talk: Talk, slow: SlowCount) {
    let study = RandomStudy(seed: seed)
    var selection = Selection()
    selection.includesModerators = seed.isMultiple(of: 3)
    return (
      Talk(of: study.corpus, selection: selection),
      SlowCount(study: study, everybody: selection.includesModerators)
    )
  }

  @Test(arguments: seeds) func `frequencies equal a slow count`(seed: UInt64) {
    let (talk, slow) = subjects(seed)
    let table = talk.frequencies(in: .en)
    for (index, code) in talk.codebook.codes.enumerated() {
      let places = slow.places(of: index)
      for measure in Measure.allCases {
        #expect(
          table.number(code.id.description, measure.rawValue)
            == Double(slow.count(measure, places)))
      }
      #expect(
        table.number(code.id.description, "own")
          == Double(slow.places(of: index, own: true).count))
      for measure in [Measure.turns, .participants, .transcripts, .words] {
        let whole = slow.count(measure, slow.talk)
        #expect(
          table.number(code.id.description, measure.rawValue + "_share")
            == (whole > 0 ? Double(slow.count(measure, places)) / Double(whole) : nil))
      }
    }
  }

  @Test(arguments: seeds) func `crosstabs by role equal a slow count`(seed: UInt64) {
    let (talk, slow) = subjects(seed)
    let placesOfCodes = talk.codebook.codes.indices.map { slow.places(of: $0) }
    let labels = ["moderator": "M", "leerkracht": "A", "ouder": "B", "": "C"]
    for measure in Measure.allCases {
      let counts = talk.crosstab(by: .role, of: measure, in: .en)
      let shares = talk.crosstab(by: .role, of: measure, as: .rowShares, in: .en)
      let perThousand = talk.crosstab(by: .role, of: measure, as: .perThousand, in: .en)
      for (role, label) in labels where counts.keys.contains("role=\(role)") {
        let spoken = slow.count(.words, slow.talk.filter { $0.label == label })
        for (index, code) in talk.codebook.codes.enumerated() {
          let all = placesOfCodes[index]
          let mine = all.filter { slow.words($0.script, $0.turn).first?.label == label }
          let (id, key) = (code.id.description, "role=\(role)")
          let (part, total) = (Double(slow.count(measure, mine)), slow.count(measure, all))
          #expect(counts.number(id, key) == part)
          #expect(counts.number(id, "total") == Double(total))
          #expect(perThousand.number(id, key) == part * 1000 / Double(spoken))
          #expect(shares.number(id, key + "_share") == (total > 0 ? part / Double(total) : nil))
        }
      }
    }
  }

  @Test(arguments: seeds) func `crosstabs by transcript, level and variable equal a slow count`(
    seed: UInt64
  ) {
    let (talk, slow) = subjects(seed)
    let byTranscript = talk.crosstab(by: .transcript, in: .en)
    let byLevel = talk.crosstab(by: .level, in: .en)
    let byForm = talk.crosstab(by: .variable("form"), showingPrivate: true, in: .en)
    for (index, code) in talk.codebook.codes.enumerated() {
      let (places, id) = (slow.places(of: index), code.id.description)
      for (number, script) in slow.study.scripts.enumerated()
      where byTranscript.keys.contains("transcript=\(script.id)") {
        let count = places.count { $0.script == number }
        #expect(byTranscript.number(id, "transcript=\(script.id)") == Double(count))
      }
      for form in ["a", "b", ""] where byForm.keys.contains("form=\(form)") {
        let count = places.count {
          (slow.study.scripts[$0.script].variables.first?.value ?? "") == form
        }
        #expect(byForm.number(id, "form=\(form)") == Double(count))
      }
      guard !code.scale.isEmpty else { continue }
      let levels: [(String, Proposal.Level)] = [
        ("laag", .level(0)), ("hoog", .level(1)), ("(mixed)", .mixed), ("(none)", .none),
      ]
      for (key, level) in levels {
        #expect(
          byLevel.number(id, "level=\(key)") == Double(places.count { $0.level == level }))
      }
    }
  }

  @Test(arguments: seeds) func `co-occurrence equals a slow count in every unit`(seed: UInt64) {
    let (talk, slow) = subjects(seed)
    let frequencies = talk.frequencies(in: .en)
    let words = talk.codebook.codes.indices.map { slow.places(of: $0).flatMap(slow.words(in:)) }
    for unit in Unit.allCases {
      let sets = words.map { Set($0.map { $0.unit(unit) }) }
      let whole = Double(Set(slow.talk.map { $0.unit(unit) }).count)
      for association in Association.allCases {
        let table = talk.cooccurrence(by: unit, as: association, in: .en)
        for one in sets.indices {
          for other in sets.indices {
            let ids = [one, other].map { talk.codebook.codes[$0].id.description }
            let found = table.number(ids[0], "code=\(ids[1])")
            if slow.isAbove(one, other) || slow.isAbove(other, one) {
              #expect(found == nil)
              continue
            }
            let both = Double(sets[one].intersection(sets[other]).count)
            let product = Double(sets[one].count * sets[other].count)
            let union = Double(sets[one].union(sets[other]).count)
            switch association {
            case .count:
              #expect(found == both)
              if one == other {
                #expect(found == frequencies.number(ids[0], unit.measure.rawValue))
              }
            case .jaccard: #expect(found == (union > 0 ? both / union : nil))
            case .cosine: #expect(found == (product > 0 ? both / product.squareRoot() : nil))
            case .lift: #expect(found == (product > 0 ? both * whole / product : nil))
            }
          }
        }
      }
    }
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
