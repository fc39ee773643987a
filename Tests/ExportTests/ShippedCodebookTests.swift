import Foundation
import Testing

@testable import CodingEngine
@testable import Corpus

/// What is promised of the codebooks that Draad ships with.
@Suite struct `The shipped codebooks` {
  let study = ShippedStudy.shared

  @Test func `are six, complete in every leaf, and their examples pass`() throws {
    #expect(study.codebooks.count == 6)
    for book in study.codebooks {
      for code in book.codes.indices where book.isLeaf(code) {
        let leaf = book.codes[code]
        let place = "\(book.id):\(leaf.id)"
        #expect(leaf.title != leaf.id.description && !leaf.definition.isEmpty, "\(place)")
        #expect(!leaf.when.isEmpty && !leaf.notWhen.isEmpty, "\(place)")
        #expect(leaf.examples.count >= 2 && !leaf.counterexamples.isEmpty, "\(place)")
        #expect(!leaf.matches.isEmpty, "\(place)")
        #expect(leaf.scale.isEmpty || Set(leaf.examples.map(\.level)).count == leaf.scale.count)
      }
      for test in ExampleTest.run(book, codes: Array(book.codes.indices)) {
        #expect(test.verdict == .passed, "\(book.id): \(test.example.text)")
      }
    }
    let readme = try ShippedStudy.text("Codebooks/README.md")
    for book in study.codebooks {
      let row = readme.split(separator: "\n").first { $0.hasPrefix("| `\(book.id)`") }
      #expect(row?.split(separator: "|")[1] == " \(book.codes.count) ", "\(book.id)")
    }
  }

  @Test func `find every leaf of the main one in some groups and none in all`() {
    for code in study.main.codes.indices where study.main.isLeaf(code) {
      let groups = Set(
        study.coded.filter { $0.proposals.contains { $0.code == code } }.map(\.transcript.id))
      let id = study.main.codes[code].id
      #expect((2..<22).contains(groups.count), "\(id): \(groups.count)")
      #expect(groups.contains { $0 <= "FG06" }, "\(id) is in none of the first six")
    }
  }

  @Test func `find the leaves of the further ones, but for those the README names`() throws {
    let readme = try ShippedStudy.text("Codebooks/README.md")
    let named = try #require(readme.firstMatch(of: /Four leaves propose nothing[^.]*\.[^.]*\./)).0
    var silent: Set<String> = []
    for book in study.codebooks where !book.isDefault {
      var engine = Engine(book)
      let found = Set(study.transcripts.flatMap { engine.apply(to: $0).proposals.map(\.code) })
      silent.formUnion(
        book.codes.indices.filter { book.isLeaf($0) && !found.contains($0) }
          .map { book.codes[$0].id.description })
    }
    #expect(silent == Set(named.matches(of: /`([a-z-]+)`/).map { String($0.1) }))
  }

  @Test func `give a code to between a quarter and two thirds of the turns`() {
    let first = study.coded.prefix(6)
    for groups in [Array(first), study.coded] {
      let turns = groups.map { $0.talkedTurns.count }.reduce(0, +)
      let carrying = groups.map { group in
        Set(group.proposals.map(\.turn)).intersection(group.talkedTurns).count
      }.reduce(0, +)
      let share = Double(carrying) / Double(turns)
      #expect(0.25...0.667 ~= share)
    }
  }

  @Test(arguments: ["first", "second"])
  func `were used by readers on words that stand in the transcripts`(reader: String) throws {
    for row in try ShippedStudy.handCoded(reader) {
      let id = String(row[0].prefix { $0 != ":" })
      let turn = try #require(Int(row[0].drop { $0 != ":" }.dropFirst()), "\(row[0])")
      let transcript = try #require(study.transcripts.first { $0.id == id })
      #expect(study.main.index(of: CodeID(row[1])) != nil, "\(row[1])")
      #expect(transcript.string(transcript.turns[turn - 1].text).contains(row[3]), "\(row)")
    }
  }

  @Test func `find of a reader's codings what the README says`() throws {
    let branch = { (code: Int) in
      study.main.codes[study.main.ancestors(of: code).first ?? code].id.description
    }
    var reader: Set<String> = []
    for row in try ShippedStudy.handCoded("first")
    where ["FG07", "FG15"].contains(row[0].prefix(4)) {
      let code = try #require(study.main.index(of: CodeID(row[1])), "\(row[1])")
      reader.insert("\(branch(code)) \(row[0])")
    }
    var rules: Set<String> = []
    for group in study.coded where ["FG07", "FG15"].contains(group.transcript.id) {
      for proposal in group.proposals where group.talkedTurns.contains(proposal.turn) {
        rules.insert(
          "\(branch(proposal.code)) \(group.transcript.id):\(proposal.turn + 1)")
      }
    }
    let readme = try ShippedStudy.text("Corpus/README.md")
    for name in study.main.roots.map({ study.main.codes[$0].id.description }) + ["together"] {
      let of = { (all: Set<String>) in
        all.filter { name == "together" || $0.hasPrefix(name + " ") }
      }
      let (left, right) = (of(reader), of(rules))
      let row = "| \(name) | \(left.count) | \(right.count) | \(left.intersection(right).count) |"
      #expect(readme.contains(row), "\(row)")
    }
  }
}
