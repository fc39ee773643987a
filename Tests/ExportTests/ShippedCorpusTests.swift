import Foundation
import Testing

@testable import CodingEngine
@testable import Corpus

/// What is promised of the transcripts that Draad ships with.
@Suite struct `The shipped transcripts` {
  let study = ShippedStudy.shared

  @Test func `are 22 groups of three to five with a moderator, and talk enough`() {
    let ids = (1...22).map { "FG" + ($0 < 10 ? "0" : "") + "\($0)" }
    #expect(study.transcripts.map(\.id) == ids)
    for coded in study.coded {
      let transcript = coded.transcript
      let participants = transcript.speakers.filter { !$0.isModerator }
      #expect((3...5).contains(participants.count), "\(transcript.id)")
      #expect(participants.count < transcript.speakers.count, "\(transcript.id)")
      #expect(transcript.speakers.allSatisfy { $0.isDeclared }, "\(transcript.id)")
      let words = coded.talkedTurns.map { coded.sizes[$0].words }.reduce(0, +)
      #expect(words >= 1_500, "\(transcript.id)")
    }
  }

  @Test func `say where, when and in what form, and that they are invented`() throws {
    let values = [
      "municipality": ["klein", "middelgroot", "groot"],
      "form": ["consultatief", "gemengd", "geïntegreerd"], "zorgprofessional": ["ja", "nee"],
      "region": ["noord", "oost", "zuid", "west", "midden"],
    ]
    for transcript in study.transcripts {
      let date = try #require(transcript.details.date)
      #expect(date.wholeMatch(of: /2025-\d\d-\d\d/) != nil, "\(transcript.id)")
      #expect(transcript.details.status == ["invented", "excerpt"], "\(transcript.id)")
      for (key, allowed) in values {
        let value = try #require(transcript.variables.first { $0.key == key }?.value)
        #expect(allowed.contains(value), "\(transcript.id) \(value)")
      }
      let location = try #require(transcript.variables.first { $0.key == "location" })
      #expect(location.isPrivate, "\(transcript.id)")
    }
    for (key, allowed) in values {
      let found = Set(
        study.transcripts.flatMap(\.variables).filter { $0.key == key }.map(\.value))
      #expect(found == Set(allowed), "\(key)")
    }
    let dates = study.transcripts.compactMap(\.details.date)
    #expect(dates == dates.sorted())
  }

  @Test func `say of each participant role, person and years, the same in every group`() throws {
    var years: [String: String] = [:]
    for transcript in study.transcripts {
      for speaker in transcript.speakers where !speaker.isModerator {
        let place = "\(transcript.id) \(speaker.label)"
        let person = try #require(speaker.person, "\(place)")
        let value = try #require(speaker.variables.first { $0.key == "ervaring" }?.value)
        #expect(Int(value) != nil && speaker.role != nil, "\(place)")
        let told = "\(value) years as \(speaker.role ?? "")"
        #expect(years[person] == nil || years[person] == told, "\(place)")
        years[person] = told
      }
    }
    #expect(years.count == 91)
  }

  @Test func `repeat no sentence of more than four words`() throws {
    var places: [[UInt8]: [String]] = [:]
    var sentences = 0
    for transcript in study.transcripts {
      for (place, words) in transcript.foldedSentences {
        sentences += 1
        places[Array(words.joined(separator: [32])), default: []].append(place)
        if words.count > 4 {
          let key = Array(words.joined(separator: [32]))
          #expect(places[key]?.count == 1, "\(String(decoding: key, as: UTF8.self))")
        }
      }
    }
    let readme = try ShippedStudy.text("Corpus/README.md")
    #expect(readme.contains("its \(sentences) sentences with a word, \(places.count)\nare"))
  }

  @Test func `are not where the codebooks take their examples from`() {
    let told = Set(study.transcripts.flatMap { $0.foldedSentences.map(\.words) })
    for code in study.codebooks.flatMap(\.codes) {
      for example in code.examples + code.counterexamples {
        let turn = Transcript(turn: example.text, by: Speaker(label: "A", role: nil))
        for (_, words) in turn.foldedSentences where words.count > 4 {
          #expect(!told.contains(words), "\(example.text)")
        }
      }
    }
  }
}

extension Transcript {
  /// Each sentence with a word, as its folded words, and where it stands.
  fileprivate var foldedSentences: [(place: String, words: [[UInt8]])] {
    var row = Row()
    return turns.indices.flatMap { turn in
      row.cut(turns[turn], of: self)
      return row.sentences.map { sentence in
        let words = row.places[sentence.row].filter { !$0.isTranscribers }
          .map { Folding.fold(text[Int($0.start)..<Int($0.end)]) }
        return ("\(id):\(turn + 1)", words)
      }
    }
  }
}
