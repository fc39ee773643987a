import Corpus
import Testing

@testable import CodingEngine
@testable import Corpus
@testable import Export

/// The small study by group, against what was counted on paper.
@Suite struct `Crosstabs of the small study` {
  let talk = Talk(of: SmallStudy.corpus)

  /// The rows of a table in CSV, without title, path and depth of the codes.
  func numbers(_ table: Table) -> [String] {
    table.csv().split(separator: "\n").map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return ([fields[0]] + fields[4...]).joined(separator: " ")
    }
  }

  @Test func `counts places by role`() {
    #expect(
      numbers(talk.crosstab(by: .role, in: .nl)) == [
        "code role=intern begeleider role=leerkracht role=pedagogisch medewerker role= total",
        "lijnen 1 2 1 0 4", "zorgpeuters 1 1 1 0 3", "leerlingzorg 1 1 0 0 2", "ouders 0 1 2 0 3",
        "tijd 0 0 0 0 0", "(total) 2 4 3 0 9", "(words spoken) 10 15 13 3 41",
      ])
  }

  @Test func `counts words by participant, the same person in two transcripts as one`() {
    #expect(
      numbers(talk.crosstab(by: .participant, of: .words, in: .nl)) == [
        "code participant=FG01:LK1 participant=FG02:IB1 participant=FG03:A participant=P1 total",
        "lijnen 12 10 0 6 28", "zorgpeuters 4 4 0 6 14", "leerlingzorg 4 6 0 0 10",
        "ouders 4 0 0 7 11", "tijd 0 0 0 0 0", "(total) 12 10 0 13 35",
        "(words spoken) 15 10 3 13 41",
      ])
  }

  @Test func `counts totals of transcripts anew`() {
    let table = talk.crosstab(by: .role, of: .transcripts, in: .nl)
    #expect(numbers(table)[1] == "lijnen 1 1 1 0 2")
    #expect(numbers(table)[6] == "(total) 1 1 2 0 2")
  }

  @Test func `divides by the words of the group`() {
    let table = talk.crosstab(by: .role, as: .perThousand, in: .nl)
    #expect(numbers(table)[4] == "ouders 0.0 \(1000.0 / 15) \(2000.0 / 13) 0.0 \(3000.0 / 41)")
  }

  @Test func `gives shares of rows and of columns`() {
    let rows = talk.crosstab(by: .transcript, as: .rowShares, in: .nl)
    #expect(numbers(rows)[1] == "lijnen 3 0.75 1 0.25 0 0.0 4 1.0")
    let places = talk.crosstab(by: .transcript, as: .columnShares, in: .nl)
    #expect(numbers(places)[4] == "ouders 1 0.2 2 0.5 0  3 \(3.0 / 9)")
    let turns = talk.crosstab(by: .transcript, of: .turns, as: .columnShares, in: .nl)
    #expect(numbers(turns)[4] == "ouders 1 \(1.0 / 3) 1 0.5 0 0.0 2 \(2.0 / 6)")
  }

  @Test func `counts levels, mixed and none, of codes with a scale only`() {
    #expect(
      numbers(talk.crosstab(by: .level, in: .nl)) == [
        "code level=laag level=hoog level=(mixed) level=(none) total", "ouders 1 1 1 0 3",
      ])
  }

  @Test func `groups by variables of speakers and of transcripts, numbers in their order`() {
    #expect(
      numbers(talk.crosstab(by: .variable("ervaring"), in: .nl))[0]
        == "code ervaring=3 ervaring=12 ervaring= total")
    #expect(
      numbers(talk.crosstab(by: .variable("form"), in: .nl)).prefix(2) == [
        "code form=groot form=klein form= total", "lijnen 3 1 0 4",
      ])
  }

  @Test func `groups by a private variable without its values`() {
    let table = talk.crosstab(by: .variable("location"), in: .nl)
    #expect(
      numbers(table).prefix(2) == [
        "code location=(1) location=(2) location= total", "lijnen 3 1 0 4",
      ])
    for text in [table.csv(), table.json(), table.text(), table.markdown()] {
      #expect(!text.contains("Duin") && !text.contains("Zee"))
    }
    #expect(table.markdown().contains("location (2)"))
    let shown = talk.crosstab(by: .variable("location"), showingPrivate: true, in: .nl)
    #expect(numbers(shown)[0] == "code location=KC Duin location=KC Zee location= total")
  }

  @Test func `counts moderators with everybody, in counts and wholes alike`() {
    var selection = Selection()
    selection.includesModerators = true
    let table = Talk(of: SmallStudy.corpus, selection: selection).crosstab(by: .role, in: .en)
    #expect(numbers(table)[2] == "zorgpeuters 1 1 1 1 0 4")
    #expect(numbers(table)[7] == "(words spoken) 10 15 8 13 3 49")
    #expect(table.notes.first == "All speakers count, moderators too.")
  }

  @Test func `filters talk by role, participant, transcript and variable`() {
    func words(_ change: (inout Selection) -> Void) -> Int {
      var selection = Selection()
      change(&selection)
      return Talk(of: SmallStudy.corpus, selection: selection).whole.words
    }
    #expect(words { $0.roles = ["Leerkracht"] } == 15)
    #expect(words { $0.participants = ["P1"] } == 13)
    #expect(words { $0.participants = ["FG01:LK1", "FG02:IB1"] } == 25)
    #expect(words { $0.transcripts = ["fg02"] } == 17)
    #expect(words { $0.conditions = [.init(key: "location", value: "KC Zee")] } == 21)
    #expect(words { $0.conditions = [.init(key: "ervaring", value: "3")] } == 10)
    #expect(words { $0.roles = ["moderator"] } == 0)
  }
}

@Suite struct `Co-occurrence in the small study` {
  let talk = Talk(of: SmallStudy.corpus)

  @Test func `lists the pairs that meet in a turn, with every measure`() {
    let expected = """
      code_1,code_2,units_1,units_2,units_both,jaccard,cosine,lift
      lijnen,ouders,4,2,1,0.2,\(1 / 8.0.squareRoot()),0.75
      zorgpeuters,leerlingzorg,3,2,1,0.25,\(1 / 6.0.squareRoot()),1.0
      zorgpeuters,ouders,3,2,1,0.25,\(1 / 6.0.squareRoot()),1.0

      """
    #expect(talk.cooccurringPairs(in: .nl).csv() == expected)
  }

  @Test func `lists all pairs but those of a code and its ancestor on request`() {
    let table = talk.cooccurringPairs(all: true, in: .nl)
    #expect(table.rows.count == 8)
    #expect(table.csv().hasSuffix("\nouders,tijd,2,0,0,0.0,,\n"))
  }

  @Test func `finds no two codes on one word but a code with its parent`() {
    let table = talk.cooccurrence(by: .word, in: .nl)
    #expect(table.number("lijnen", "code=ouders") == 4)
    #expect(table.number("lijnen", "code=lijnen") == 28)
    #expect(table.number("lijnen", "code=zorgpeuters") == nil)
    #expect(table.number("zorgpeuters", "code=ouders") == 0)
  }
}
