@testable import CodingEngine
@testable import Corpus

/// A transcript as a test writes it down: speakers, then turns as sentences.
///
/// A word is what stands between blanks or line breaks; what begins with `[` takes a place but is no word.
struct Script {
  var id: String
  var details = Transcript.Details()
  var variables: [Variable] = []
  var speakers: [Speaker]
  var turns: [(speaker: Int, sentences: [String])]

  /// Writes the turns into a text, one per line, and codes it.
  func coded(_ codings: [Coding] = []) -> CodedTranscript {
    var text: [UInt8] = []
    var lines: [Turn] = []
    for (speaker, sentences) in turns {
      let start = text.count
      text += Array((speakers[speaker].label + ": ").utf8)
      let from = text.count
      text += Array(sentences.joined(separator: " ").utf8)
      lines.append(Turn(speaker: speaker, start: start, text: from..<text.count, time: nil))
      text += Array("\n".utf8)
    }
    var found: [Evidence] = []
    let proposals = codings.map { coding in
      let first = found.count
      let tokens = tokens(of: coding.turn)
      let start = lines[coding.turn].text.lowerBound
      for index in coding.evidence {
        let text = tokens[index].text
        found.append(
          Evidence(match: 0, text: (start + text.lowerBound)..<(start + text.upperBound)))
      }
      return Proposal(
        code: coding.code, turn: coding.turn, level: coding.level,
        span: span(of: coding, at: start), evidence: first..<found.count)
    }
    return CodedTranscript(
      transcript: Transcript(
        id: id, path: "Corpus/\(id).md", text: text, firstLine: 1, details: details,
        variables: variables, speakers: speakers, turns: lines),
      sizes: turns.indices.map { turn in
        let words = tokens(of: turn).filter(\.isWord)
        return TurnSize(words: words.count, sentences: Set(words.map(\.sentence)).count)
      },
      proposals: proposals, evidence: found)
  }

  /// What stands between blanks in a turn.
  struct Token {
    var text: Range<Int>
    var isWord: Bool
    /// Among the sentences with a word; the next one for a bracket in a sentence without.
    var sentence: Int
    /// Among all sentences.
    var line: Int
  }

  func tokens(of turn: Int) -> [Token] {
    var tokens: [Token] = []
    var start = 0
    var number = 0
    for (line, sentence) in turns[turn].sentences.enumerated() {
      let parts = sentence.split { " \n".contains($0) }
      for part in parts {
        let text = start..<(start + part.utf8.count)
        tokens.append(
          Token(text: text, isWord: part.first != "[", sentence: number, line: line))
        start = text.upperBound + 1
      }
      if parts.contains(where: { $0.first != "[" }) { number += 1 }
    }
    return tokens
  }

  private func span(of coding: Coding, at start: Int) -> TurnSpan {
    let tokens = tokens(of: coding.turn)
    let row = coding.row ?? row(of: coding.sentences, in: tokens)
    let words = tokens[row].filter(\.isWord)
    let before = tokens[..<row.lowerBound].count(where: \.isWord)
    let first = words.first?.sentence ?? 0
    return TurnSpan(
      text: (start + tokens[row.lowerBound].text.lowerBound)..<(start
        + tokens[row.upperBound - 1].text.upperBound),
      row: row, words: before..<(before + words.count),
      sentences: first..<(words.last.map { $0.sentence + 1 } ?? first))
  }

  private func row(of sentences: Range<Int>, in tokens: [Token]) -> Range<Int> {
    let inside = tokens.indices.filter { sentences.contains(tokens[$0].line) }
    return (inside.first ?? 0)..<((inside.last ?? -1) + 1)
  }
}

/// A code on sentences of a turn; turns and sentences from 0.
struct Coding {
  var code: Int
  var turn: Int
  var sentences: Range<Int> = 0..<0
  var level: Proposal.Level = .none
  /// Tokens of the turn, instead of sentences.
  var row: Range<Int>?
  /// Tokens of the turn that are evidence.
  var evidence: [Int] = []
}

extension Speaker {
  init(
    _ label: String, _ role: String? = nil, person: String? = nil, _ variables: [Variable] = [],
    isModerator: Bool = false
  ) {
    self.init(
      label: label, role: role, person: person, variables: variables, isModerator: isModerator,
      isDeclared: role != nil)
  }
}

extension Codebook {
  /// A book of codes that have only a place in the tree, and perhaps a scale.
  init(_ id: String, _ codes: [(id: String, depth: Int, scale: [String])]) {
    var built: [Code] = []
    for code in codes {
      built.append(
        Code(
          id: CodeID(code.id), title: "Titel van \(code.id)", definition: "", when: [],
          notWhen: [], examples: [], counterexamples: [], matches: [], exceptions: [],
          unit: .sentence, looksThroughTurn: false, speakers: .participants,
          scale: code.scale.map { Code.Level(id: $0, title: $0) }, color: nil, was: [], guid: nil,
          parent: built.lastIndex { $0.depth == code.depth - 1 && code.depth > 1 },
          depth: code.depth, position: FilePosition(line: 1, column: 1)))
    }
    self.init(
      id: id, title: id, version: "1.0.0", language: "nl", isDefault: true,
      path: "Codebooks/\(id).md", bytes: [], codes: built)
  }
}

/// A small invented study whose numbers can be counted on paper.
///
/// | turn | speaker | sentences (words) | codes |
/// |---|---|---|---|
/// | FG01:1 | MOD | 5 | zorgpeuters |
/// | FG01:2 | LK1 | 4 + 4 + 3 | zorgpeuters on the 1st; lijnen and ouders (hoog) on the 2nd |
/// | FG01:3 | PM1 = P1 | 5 + 1 | zorgpeuters on both |
/// | FG01:4 | LK1 | 4 | leerlingzorg |
/// | FG02:1 | MOD | 3 | |
/// | FG02:2 | PM3 = P1 | 4 + 3 | ouders (laag) on the 1st, ouders (mixed) on the 2nd |
/// | FG02:3 | IB1 | 6 + 4 | leerlingzorg on the 1st, zorgpeuters on the 2nd |
/// | FG03:1 | A | 3 | |
/// | FG03:2 | A | 0: [naam] | |
enum SmallStudy {
  static let lijnen = 0
  static let zorgpeuters = 1
  static let leerlingzorg = 2
  static let ouders = 3
  static let tijd = 4

  static let codebook = Codebook(
    "zorglijn",
    [
      ("lijnen", 1, []), ("zorgpeuters", 2, []), ("leerlingzorg", 2, []),
      ("ouders", 1, ["laag", "hoog"]), ("tijd", 1, []),
    ])

  static var corpus: CodedCorpus {
    CodedCorpus(
      codebook: codebook, transcripts: [third.coded(), first, second], skipped: [])
  }

  static func variables(_ location: String, _ form: String) -> [Variable] {
    [
      Variable(key: "location", value: location, isPrivate: true),
      Variable(key: "form", value: form, isPrivate: false),
    ]
  }

  static var first: CodedTranscript {
    var script = Script(
      id: "FG01", variables: variables("KC Zee", "groot"),
      speakers: [
        Speaker("MOD", "moderator", isModerator: true),
        Speaker("LK1", "leerkracht", [Variable(key: "ervaring", value: "12", isPrivate: false)]),
        Speaker("PM1", "pedagogisch medewerker", person: "P1"),
      ],
      turns: [
        (0, ["Met wie werken jullie samen?"]),
        (1, ["Vooral met de logopedist.", "De ouders doen mee.", "Dat kost tijd."]),
        (2, ["Bij ons komt de verpleegkundige.", "Ja."]),
        (1, ["De kleuters krijgen zorg."]),
      ])
    script.details.date = "2025-03-18"
    script.details.status = ["invented"]
    return script.coded([
      Coding(code: zorgpeuters, turn: 0, sentences: 0..<1),
      Coding(code: lijnen, turn: 1, sentences: 1..<2),
      Coding(code: zorgpeuters, turn: 1, sentences: 0..<1),
      Coding(code: ouders, turn: 1, sentences: 1..<2, level: .level(1)),
      Coding(code: zorgpeuters, turn: 2, sentences: 0..<2),
      Coding(code: leerlingzorg, turn: 3, sentences: 0..<1),
    ])
  }

  static var second: CodedTranscript {
    let script = Script(
      id: "FG02", variables: variables("KC Duin", "klein"),
      speakers: [
        Speaker("MOD", "moderator", isModerator: true),
        Speaker("PM3", "pedagogisch medewerker", person: "P1"),
        Speaker(
          "IB1", "intern begeleider", [Variable(key: "ervaring", value: "3", isPrivate: false)]),
      ],
      turns: [
        (0, ["En de ouders?"]),
        (1, ["De ouders komen niet.", "De ouders wachten."]),
        (2, ["De zorg voor leerlingen is er.", "De peuters gaan over."]),
      ])
    return script.coded([
      Coding(code: ouders, turn: 1, sentences: 0..<1, level: .level(0)),
      Coding(code: ouders, turn: 1, sentences: 1..<2, level: .mixed),
      Coding(code: zorgpeuters, turn: 2, sentences: 1..<2),
      Coding(code: leerlingzorg, turn: 2, sentences: 0..<1),
    ])
  }

  static let third = Script(
    id: "FG03", speakers: [Speaker("A")],
    turns: [(0, ["Niets te melden."]), (0, ["[naam]"])])
}
