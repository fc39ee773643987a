@testable import CodingEngine
@testable import Corpus

/// A transcript as a test writes it down: speakers, then turns as sentences.
///
/// A word is what stands between blanks; what begins with `[` takes a place but is no word.
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
    let proposals = codings.map { coding in
      Proposal(
        code: coding.code, turn: coding.turn, level: coding.level,
        span: span(of: coding.sentences, in: coding.turn, at: lines[coding.turn].text.lowerBound),
        evidence: 0..<0)
    }
    return CodedTranscript(
      transcript: Transcript(
        id: id, path: "Corpus/\(id).md", text: text, firstLine: 1, details: details,
        variables: variables, speakers: speakers, turns: lines),
      sizes: turns.map { turn in
        let words = turn.sentences.map(Script.words)
        return TurnSize(
          words: words.reduce(0, +), sentences: words.filter { $0 > 0 }.count)
      },
      proposals: proposals, evidence: [])
  }

  /// The span of sentences of a turn, each of which holds a word.
  private func span(of range: Range<Int>, in turn: Int, at start: Int) -> TurnSpan {
    let sentences = turns[turn].sentences
    func extent(_ size: (String) -> Int, gap: Int) -> Range<Int> {
      let before = sentences[..<range.lowerBound].reduce(0) { $0 + size($1) + gap }
      let inside = sentences[range].reduce(-gap) { $0 + size($1) + gap }
      return before..<(before + inside)
    }
    let bytes = extent(\.utf8.count, gap: 1)
    return TurnSpan(
      text: (start + bytes.lowerBound)..<(start + bytes.upperBound),
      row: extent(Script.row, gap: 0), words: extent(Script.words, gap: 0), sentences: range)
  }

  static func row(_ sentence: String) -> Int { sentence.split(separator: " ").count }
  static func words(_ sentence: String) -> Int {
    sentence.split(separator: " ").filter { $0.first != "[" }.count
  }
}

/// A code on sentences of a turn; turns and sentences from 0.
struct Coding {
  var code: Int
  var turn: Int
  var sentences: Range<Int>
  var level: Proposal.Level = .none
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
      path: "Codebooks/\(id).md", digest: "", codes: built)
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
