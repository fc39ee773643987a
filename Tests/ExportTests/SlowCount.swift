@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Counting as the definition reads, with a set for everything: the slow twin of `Talk`.
struct SlowCount {
  /// A word of the study, with every unit that holds it.
  struct Word: Hashable {
    var script: Int
    var turn: Int
    var sentence: Int
    var token: Int
    var label: String

    func unit(_ unit: Unit) -> [Int] {
      switch unit {
      case .word: [script, turn, token]
      case .sentence: [script, turn, sentence]
      case .turn: [script, turn]
      case .transcript: [script]
      }
    }
  }

  /// Tokens of one turn that hold together.
  struct Place {
    var script: Int
    var turn: Int
    var level: Proposal.Level
    var tokens: Set<Int>
  }

  let study: RandomStudy
  /// The words of each turn of each script that counts.
  private let said: [[[Word]]]

  init(study: RandomStudy, everybody: Bool) {
    self.study = study
    said = study.scripts.enumerated().map { number, script in
      script.turns.indices.map { turn in
        let speaker = script.speakers[script.turns[turn].speaker]
        guard everybody || !speaker.isModerator else { return [] }
        return script.tokens(of: turn).enumerated().filter(\.element.isWord).map {
          Word(
            script: number, turn: turn, sentence: $0.element.line, token: $0.offset,
            label: speaker.label)
        }
      }
    }
  }

  func words(_ script: Int, _ turn: Int) -> [Word] { said[script][turn] }

  var talk: [Word] { said.flatMap { $0.flatMap(\.self) } }

  func words(in place: Place) -> [Word] {
    words(place.script, place.turn).filter { place.tokens.contains($0.token) }
  }

  /// The places of a code: codings joined two by two, until none touch.
  func places(of code: Int, own: Bool = false) -> [Place] {
    var places: [Place] = []
    for (script, codings) in study.codings.enumerated() {
      for coding in codings where coding.code == code || (!own && isAbove(code, coding.code)) {
        if words(script, coding.turn).isEmpty { continue }
        places.append(
          Place(
            script: script, turn: coding.turn, level: coding.code == code ? coding.level : .none,
            tokens: Set(coding.row ?? 0..<0)))
      }
    }
    while let (one, other) = touching(places) {
      let gone = places.remove(at: other)
      places[one].tokens.formUnion(gone.tokens)
    }
    return places
  }

  private func touching(_ places: [Place]) -> (Int, Int)? {
    for one in places.indices {
      for other in places.indices where one < other {
        let (a, b) = (places[one], places[other])
        guard a.script == b.script, a.turn == b.turn, a.level == b.level else { continue }
        if a.tokens.contains(where: { token in b.tokens.contains { abs($0 - token) <= 1 } }) {
          return (one, other)
        }
      }
    }
    return nil
  }

  func isAbove(_ code: Int, _ other: Int) -> Bool {
    var parent = study.codebook.codes[other].parent
    while let above = parent {
      if above == code { return true }
      parent = study.codebook.codes[above].parent
    }
    return false
  }

  func count(_ measure: Measure, _ places: [Place]) -> Int {
    measure == .places ? places.count : count(measure, places.flatMap(words(in:)))
  }

  func count(_ measure: Measure, _ words: [Word]) -> Int {
    switch measure {
    case .places: 0
    case .sentences: Set(words.map { $0.unit(.sentence) }).count
    case .turns: Set(words.map { $0.unit(.turn) }).count
    case .transcripts: Set(words.map { $0.unit(.transcript) }).count
    case .words: Set(words.map { $0.unit(.word) }).count
    case .participants:
      Set(words.map { $0.label == "A" ? "P1" : "\($0.script):\($0.label)" }).count
    }
  }
}

extension Table {
  /// The number under `key` in the row that begins with `code`; nil for an empty one.
  func number(_ code: String, _ key: String) -> Double? {
    guard let row = rows.first(where: { values(of: $0).first == .text(code) }),
      let index = keys.firstIndex(of: key)
    else { return .nan }
    switch values(of: row)[index] {
    case .count(let count): return Double(count)
    case .decimal(let value): return value
    case .null: return nil
    case .text: return .nan
    }
  }
}
