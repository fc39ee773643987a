import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Holds every number of the tables of a talk against those of the slow twin.
struct TwinChecks {
  let talk: Talk
  let slow: SlowCount
  private let places: [[SlowCount.Place]]

  init(_ talk: Talk, _ slow: SlowCount) {
    self.talk = talk
    self.slow = slow
    places = slow.codebook.codes.indices.map { slow.places(of: $0) }
  }

  private var codes: [(index: Int, id: String)] {
    slow.codebook.codes.enumerated().map { ($0.offset, $0.element.id.description) }
  }

  func checkFrequencies() {
    let table = talk.frequencies(in: .en)
    let said = slow.talk
    for code in codes {
      for measure in Measure.allCases {
        let count = slow.count(measure, places[code.index])
        #expect(table.number(code.id, measure.rawValue) == Double(count))
        guard [.turns, .participants, .transcripts, .words].contains(measure) else { continue }
        let whole = slow.count(measure, said)
        #expect(
          table.number(code.id, measure.rawValue + "_share")
            == (whole > 0 ? Double(count) / Double(whole) : nil))
      }
      let own = slow.places(of: code.index, own: true).count
      #expect(table.number(code.id, "own") == Double(own))
    }
  }

  func checkRoles() {
    let roles = Set(slow.turns.joined().map(\.role))
    for measure in Measure.allCases {
      let counts = talk.crosstab(by: .role, of: measure, in: .en)
      let shares = talk.crosstab(by: .role, of: measure, as: .rowShares, in: .en)
      let perThousand = talk.crosstab(by: .role, of: measure, as: .perThousand, in: .en)
      for role in roles where counts.keys.contains("role=\(role)") {
        let key = "role=\(role)"
        let spoken = slow.count(
          .words, slow.talk.filter { slow.turns[$0.script][$0.turn].role == role })
        for code in codes {
          let all = places[code.index]
          let part = Double(slow.count(measure, all.filter { slow.turn(of: $0).role == role }))
          let total = slow.count(measure, all)
          #expect(counts.number(code.id, key) == part)
          #expect(counts.number(code.id, "total") == Double(total))
          #expect(perThousand.number(code.id, key) == part * 1000 / Double(spoken))
          #expect(
            shares.number(code.id, key + "_share") == (total > 0 ? part / Double(total) : nil))
        }
      }
    }
  }

  func checkTranscripts() {
    let table = talk.crosstab(by: .transcript, in: .en)
    for (number, id) in slow.scripts.enumerated() where table.keys.contains("transcript=\(id)") {
      for code in codes {
        let count = places[code.index].count { $0.script == number }
        #expect(table.number(code.id, "transcript=\(id)") == Double(count))
      }
    }
  }

  func checkLevels() {
    let table = talk.crosstab(by: .level, in: .en)
    for code in codes {
      let scale = slow.codebook.codes[code.index].scale
      if scale.isEmpty { continue }
      let levels =
        scale.enumerated().map { ($0.element.id, Proposal.Level.level($0.offset)) }
        + [("(mixed)", .mixed), ("(none)", .none)]
      for (key, level) in levels {
        let count = places[code.index].count { $0.level == level }
        #expect(table.number(code.id, "level=\(key)") == Double(count))
      }
    }
  }

  func checkCooccurrence() {
    let frequencies = talk.frequencies(in: .en)
    let words = places.map { $0.flatMap(slow.words(in:)) }
    for unit in Unit.allCases {
      let sets = words.map { Set($0.map { $0.unit(unit) }) }
      let whole = Double(Set(slow.talk.map { $0.unit(unit) }).count)
      let tables = Association.allCases.map { association in
        (association, Cells(talk.cooccurrence(by: unit, as: association, in: .en)))
      }
      for one in codes {
        for other in codes {
          let (a, b) = (sets[one.index], sets[other.index])
          let both = Double(a.intersection(b).count)
          let product = Double(a.count * b.count)
          let either = Double(a.count + b.count) - both
          let isKin = slow.isAbove(one.index, other.index) || slow.isAbove(other.index, one.index)
          for (association, cells) in tables {
            let expected: Double? =
              switch association {
              case _ where isKin: nil
              case .count: both
              case .jaccard: either > 0 ? both / either : nil
              case .cosine: product > 0 ? both / product.squareRoot() : nil
              case .lift: product > 0 ? both * whole / product : nil
              }
            #expect(cells.number(one.id, "code=\(other.id)") == expected)
          }
        }
        #expect(frequencies.number(one.id, unit.measure.rawValue) == Double(sets[one.index].count))
      }
    }
  }
}

/// The numbers of a table by the first cell of their row and the key of their column.
struct Cells {
  private var values: [String: [String: Table.Value]] = [:]

  init(_ table: Table) {
    for row in table.rows {
      let cells = table.values(of: row)
      guard case .text(let code)? = cells.first else { continue }
      values[code] = Dictionary(uniqueKeysWithValues: zip(table.keys, cells))
    }
  }

  /// Nil for an empty cell, not-a-number for one that is not there.
  func number(_ code: String, _ key: String) -> Double? {
    switch values[code]?[key] {
    case .count(let count): Double(count)
    case .decimal(let value): value
    case .null: nil
    case .text, nil: .nan
    }
  }
}

extension Table {
  /// The number under `key` in the row that begins with `code`.
  func number(_ code: String, _ key: String) -> Double? { Cells(self).number(code, key) }
}
