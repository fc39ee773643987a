@testable import CodingEngine
@testable import Corpus
@testable import Export

/// Counting as the definition reads, with a set for everything: the slow twin of `Talk`.
struct SlowCount {
  struct Turn {
    var role: String
    var person: String
    /// Whether each token is a word, and in which sentence it stands; none in turns that do not count.
    var tokens: [(isWord: Bool, sentence: Int)]
  }

  /// A word of the study, with every unit that holds it.
  struct Word: Hashable {
    var script: Int
    var turn: Int
    var sentence: Int
    var token: Int

    func unit(_ unit: Unit) -> Int {
      switch unit {
      case .word: (script << 20 | turn) << 20 | token
      case .sentence: (script << 20 | turn) << 20 | sentence
      case .turn: script << 20 | turn
      case .transcript: script
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

  let codebook: Codebook
  /// The ids of the transcripts.
  let scripts: [String]
  let turns: [[Turn]]
  /// With the row of each.
  let codings: [[Coding]]
  /// The words of each turn that count.
  private let words: [[[Word]]]

  /// Looks at a random study as it was made up.
  init(study: RandomStudy, everybody: Bool) {
    codebook = study.codebook
    scripts = study.scripts.map(\.id)
    codings = study.codings
    turns = study.scripts.map { script in
      script.turns.indices.map { turn in
        let speaker = script.speakers[script.turns[turn].speaker]
        let counts = everybody || !speaker.isModerator
        return Turn(
          role: speaker.role ?? "", person: speaker.person ?? "\(script.id):\(speaker.label)",
          tokens: counts ? script.tokens(of: turn).map { ($0.isWord, $0.line) } : [])
      }
    }
    words = SlowCount.words(of: turns)
  }

  /// Looks at what the engine made of a corpus; participants only.
  init(corpus: CodedCorpus) {
    codebook = corpus.codebook
    scripts = corpus.transcripts.map(\.transcript.id)
    codings = corpus.transcripts.map { coded in
      coded.proposals.map {
        Coding(code: $0.code, turn: $0.turn, level: $0.level, row: $0.span.row)
      }
    }
    turns = corpus.transcripts.map { coded in
      coded.transcript.turns.map { turn in
        let speaker = coded.transcript.speakers[turn.speaker]
        var row = Row()
        row.cut(turn, of: coded.transcript)
        return Turn(
          role: speaker.role ?? "",
          person: speaker.person ?? "\(coded.transcript.id):\(speaker.label)",
          tokens: speaker.isModerator
            ? []
            : row.places.indices.map { index in
              let sentence = row.sentences.firstIndex { $0.row.contains(index) }
              return (!row.places[index].isTranscribers, sentence ?? -1)
            })
      }
    }
    words = SlowCount.words(of: turns)
  }

  private static func words(of turns: [[Turn]]) -> [[[Word]]] {
    turns.enumerated().map { script, turns in
      turns.enumerated().map { number, turn in
        turn.tokens.enumerated().filter(\.element.isWord).map {
          Word(script: script, turn: number, sentence: $0.element.sentence, token: $0.offset)
        }
      }
    }
  }

  /// All words that count.
  var talk: [Word] { words.flatMap { $0.flatMap(\.self) } }

  func words(in place: Place) -> [Word] {
    words[place.script][place.turn].filter { place.tokens.contains($0.token) }
  }

  func turn(of place: Place) -> Turn { turns[place.script][place.turn] }

  /// The places of a code: in each turn, codings joined two by two until none touch.
  func places(of code: Int, own: Bool = false) -> [Place] {
    var places: [Place] = []
    for (script, codings) in codings.enumerated() {
      var byTurn: [Int: [Place]] = [:]
      for coding in codings where coding.code == code || (!own && isAbove(code, coding.code)) {
        if words[script][coding.turn].isEmpty { continue }
        byTurn[coding.turn, default: []].append(
          Place(
            script: script, turn: coding.turn, level: coding.code == code ? coding.level : .none,
            tokens: Set(coding.row ?? 0..<0)))
      }
      for turn in byTurn.keys.sorted() { places += joined(byTurn[turn, default: []]) }
    }
    return places
  }

  private func joined(_ codings: [Place]) -> [Place] {
    var places = codings
    while let (one, other) = touching(places) {
      let gone = places.remove(at: other)
      places[one].tokens.formUnion(gone.tokens)
    }
    return places
  }

  private func touching(_ places: [Place]) -> (Int, Int)? {
    for one in places.indices {
      for other in places.indices where one < other && places[one].level == places[other].level {
        let near = Set(places[one].tokens.flatMap { [$0 - 1, $0, $0 + 1] })
        if !near.isDisjoint(with: places[other].tokens) { return (one, other) }
      }
    }
    return nil
  }

  func isAbove(_ code: Int, _ other: Int) -> Bool {
    var parent = codebook.codes[other].parent
    while let above = parent {
      if above == code { return true }
      parent = codebook.codes[above].parent
    }
    return false
  }

  func count(_ measure: Measure, _ places: [Place]) -> Int {
    count(measure, places.flatMap(words(in:)), places: places.count)
  }

  func count(_ measure: Measure, _ words: [Word], places: Int = 0) -> Int {
    switch measure {
    case .places: places
    case .sentences: Set(words.map { $0.unit(.sentence) }).count
    case .turns: Set(words.map { $0.unit(.turn) }).count
    case .transcripts: Set(words.map { $0.unit(.transcript) }).count
    case .words: Set(words.map { $0.unit(.word) }).count
    case .participants: Set(words.map { turns[$0.script][$0.turn].person }).count
    }
  }
}
