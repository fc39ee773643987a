@testable import CodingEngine
@testable import Corpus

/// Turns and codes on which engine and reference must agree.
struct EngineCase {
  struct Line: Hashable {
    var rule: Rule
    var level: Int?
  }

  struct PlainCode {
    var matches: [Line]
    var exceptions: [Line] = []
    var unit: Code.Unit = .sentence
    var looksThroughTurn = false
    var speakers: Code.Speakers = .participants
  }

  /// A speaker (an index into `speakers`) and what is said.
  var turns: [(speaker: Int, text: String)]
  var codes: [PlainCode]
  var bracketsAreWords = false

  static let speakers = [
    speaker("LK1", role: "leerkracht"), speaker("PM1", role: "Pedagogisch Médewerker"),
    speaker("MOD", role: "moderator"), speaker("X1", role: nil),
  ]

  private static func speaker(_ label: String, role: String?) -> Speaker {
    Speaker(
      label: label, role: role, person: nil, variables: [], isModerator: role == "moderator",
      isDeclared: true)
  }

  var transcript: Transcript {
    var text = ""
    var placed: [Turn] = []
    for turn in turns {
      let start = text.utf8.count
      text += "\(Self.speakers[turn.speaker].label): "
      let said = text.utf8.count
      text += turn.text
      placed.append(
        Turn(speaker: turn.speaker, start: start, text: said..<text.utf8.count, time: nil))
      text += "\n\n"
    }
    var details = Transcript.Details()
    details.bracketsAreWords = bracketsAreWords
    return Transcript(
      id: "FG01", path: "Corpus/FG01.md", text: Array(text.utf8), firstLine: 1, details: details,
      variables: [], speakers: Self.speakers, turns: placed)
  }

  var codebook: Codebook {
    Codebook(
      id: "boek", title: "boek", version: "1", language: "nl", isDefault: true,
      path: "Codebooks/boek.md", bytes: [],
      codes: codes.enumerated().map { $1.code(CodeID("code-\($0)")) })
  }

  /// What the engine proposes.
  func proposals() -> (sizes: [TurnSize], proposals: [PlainProposal]) {
    var engine = Engine(codebook, evidence: true)
    let coded = engine.apply(to: transcript)
    return (coded.sizes, PlainProposal.list(coded))
  }
}

extension PlainProposal {
  static func list(_ coded: CodedTranscript) -> [PlainProposal] {
    coded.proposals.map { proposal in
      PlainProposal(
        code: proposal.code, turn: proposal.turn, level: proposal.level, span: proposal.span,
        evidence: Array(coded.evidence[proposal.evidence]))
    }
  }
}

extension EngineCase.PlainCode {
  fileprivate func code(_ id: CodeID) -> Code {
    let position = FilePosition(line: 1, column: 1)
    let lines = { (lines: [EngineCase.Line]) in
      lines.map { Code.Match(rule: $0.rule, source: "", level: $0.level, position: position) }
    }
    return Code(
      id: id, title: id.description, definition: "", when: [], notWhen: [], examples: [],
      counterexamples: [], matches: lines(matches), exceptions: lines(exceptions), unit: unit,
      looksThroughTurn: looksThroughTurn, speakers: speakers,
      scale: ["laag", "midden", "hoog"].map { Code.Level(id: $0, title: $0) }, color: nil, was: [],
      guid: nil, parent: nil, depth: 1, position: position)
  }
}

extension EngineCase: CustomStringConvertible {
  var description: String {
    var lines = [bracketsAreWords ? "brackets: words" : ""]
    for turn in turns {
      let text = turn.text.unicodeScalars.map { $0.escaped(asASCII: $0.value > 0xFF) }.joined()
      lines.append("\(Self.speakers[turn.speaker].label): \(text)")
    }
    for (index, code) in codes.enumerated() {
      let through = code.looksThroughTurn ? " within turn" : ""
      lines.append("code \(index): \(code.unit)\(through), \(code.speakers)")
      lines += code.matches.map { "  match \(dump($0.rule))" + ($0.level.map { " → \($0)" } ?? "") }
      lines += code.exceptions.map { "  except \(dump($0.rule))" }
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
