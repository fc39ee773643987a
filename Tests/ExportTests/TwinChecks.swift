import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Holds every number of the tables of a talk against those of the slow twin.
struct TwinChecks {
  let talk: Talk
  let slow: SlowCount
  private let places: [[SlowCount.Place]]
  private let said: [SlowCount.Word]

  init(_ talk: Talk, _ slow: SlowCount) {
    self.talk = talk
    self.slow = slow
    said = slow.talk
    places = slow.codebook.codes.indices.map { slow.places(of: $0) }
  }

  private var codes: [(index: Int, id: String)] {
    slow.codebook.codes.enumerated().map { ($0.offset, $0.element.id.description) }
  }

  /// Cheaper than `#expect` for the many numbers that are equal.
  private func equal(_ found: Double?, _ expected: Double?, _ what: @autoclosure () -> String) {
    if found != expected {
      Issue.record("\(what()): \(String(describing: found)), not \(String(describing: expected))")
    }
  }

  func checkFrequencies() {
    let table = Cells(talk.frequencies(in: .en))
    let wholes = Dictionary(
      uniqueKeysWithValues: [Measure.turns, .participants, .transcripts, .words].map {
        ($0, slow.count($0, said))
      })
    for code in codes {
      for measure in Measure.allCases {
        let count = slow.count(measure, places[code.index])
        equal(table.number(code.id, measure.rawValue), Double(count), "\(measure) of \(code.id)")
        guard let whole = wholes[measure] else { continue }
        equal(
          table.number(code.id, measure.rawValue + "_share"),
          (whole > 0 ? Double(count) / Double(whole) : nil), "\(measure) of \(code.id)")
      }
      let own = slow.places(of: code.index, own: true).count
      equal(table.number(code.id, "own"), Double(own), "own of \(code.id)")
    }
  }

  func checkRoles() {
    let byRole = places.map { Dictionary(grouping: $0) { slow.turn(of: $0).role } }
    let spoken = Dictionary(grouping: said) { slow.turns[$0.script][$0.turn].role }
    for measure in Measure.allCases {
      let table = talk.crosstab(by: .role, of: measure, in: .en)
      let counts = Cells(table)
      let shares = Cells(talk.crosstab(by: .role, of: measure, as: .rowShares, in: .en))
      let perThousand = Cells(talk.crosstab(by: .role, of: measure, as: .perThousand, in: .en))
      #expect(
        Set(table.keys.filter { $0.hasPrefix("role=") }) == Set(spoken.keys.map { "role=\($0)" }))
      for code in codes {
        let total = slow.count(measure, places[code.index])
        equal(counts.number(code.id, "total"), Double(total), "total of \(code.id)")
        for (role, words) in spoken {
          let key = "role=\(role)"
          let part = Double(slow.count(measure, byRole[code.index][role, default: []]))
          equal(counts.number(code.id, key), part, "\(measure) of \(code.id) by \(role)")
          equal(
            perThousand.number(code.id, key), part * 1000 / Double(words.count),
            "\(measure) of \(code.id) by \(role)")
          let share = total > 0 ? part / Double(total) : nil
          equal(
            shares.number(code.id, key + "_share"), share, "\(measure) of \(code.id) by \(role)")
        }
      }
    }
  }

  func checkTranscripts() {
    let table = talk.crosstab(by: .transcript, in: .en)
    let cells = Cells(table)
    for (number, id) in slow.scripts.enumerated() where table.keys.contains("transcript=\(id)") {
      for code in codes {
        let count = places[code.index].count { $0.script == number }
        equal(cells.number(code.id, "transcript=\(id)"), Double(count), "\(code.id) in \(id)")
      }
    }
  }

  func checkLevels() {
    let table = Cells(talk.crosstab(by: .level, in: .en))
    for code in codes {
      let scale = slow.codebook.codes[code.index].scale
      if scale.isEmpty { continue }
      let levels =
        scale.enumerated().map { ($0.element.id, Proposal.Level.level($0.offset)) }
        + [("(mixed)", .mixed), ("(none)", .none)]
      for (key, level) in levels {
        let count = places[code.index].count { $0.level == level }
        equal(table.number(code.id, "level=\(key)"), Double(count), "\(code.id), \(key)")
      }
    }
  }

  func checkCooccurrence() {
    let frequencies = Cells(talk.frequencies(in: .en))
    let words = places.map { $0.flatMap(slow.words(in:)) }
    for unit in Unit.allCases {
      let sets = words.map { Set($0.map { $0.unit(unit) }) }
      let whole = Double(Set(said.map { $0.unit(unit) }).count)
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
            equal(
              cells.number(one.id, "code=\(other.id)"), expected,
              "\(association) of \(one.id) and \(other.id) by \(unit)")
          }
        }
        equal(
          frequencies.number(one.id, unit.measure.rawValue), Double(sets[one.index].count),
          "\(one.id) by \(unit)")
      }
    }
  }
}

/// The numbers of a table by the first cell of their row and the key of their column.
struct Cells {
  private var values: [String: [String: Table.Value]] = [:]

  init(_ table: Table) {
    for row in table.rows {
      var cells: [Table.Value] = []
      row.forEachValue(in: table.programColumns) { cells.append($0) }
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
