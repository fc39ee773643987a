import Corpus
import Testing

@testable import CodingEngine

/// One code applied to what is said, for tests that a person reads.
struct Applied {
  private let code: EngineCase.PlainCode

  /// Makes the code of rules as they stand in a codebook; levels are `laag`, `midden`, `hoog`.
  init(
    _ matches: String..., except: [String] = [], unit: Code.Unit = .sentence,
    withinTurn: Bool = false, speakers: Code.Speakers = .participants
  ) throws {
    code = EngineCase.PlainCode(
      matches: try matches.map(Self.line), exceptions: try except.map(Self.line), unit: unit,
      looksThroughTurn: withinTurn, speakers: speakers)
  }

  private static func line(_ rule: String) throws -> EngineCase.Line {
    let line = try #require(RuleLine.read(rule, path: "rule").value)
    let level = try line.level.map { level in
      try #require(["laag", "midden", "hoog"].firstIndex(of: level.id))
    }
    return EngineCase.Line(rule: line.rule, level: level)
  }

  /// The words under each proposal's code, as they stand.
  func spans(_ text: String, speaker: Int = 0, bracketsAreWords: Bool = false) -> [String] {
    proposals(text, speaker, bracketsAreWords).map { $0.transcript.string($0.proposal.span.text) }
  }

  /// The evidence of each proposal, its words with blanks between.
  func evidence(_ text: String, speaker: Int = 0, bracketsAreWords: Bool = false) -> [String] {
    proposals(text, speaker, bracketsAreWords).map { found in
      found.proposal.evidence.map { found.transcript.string($0.text) }.joined(separator: " ")
    }
  }

  /// The level of each proposal.
  func levels(_ text: String) -> [String] {
    proposals(text, 0, false).map { found in
      switch found.proposal.level {
      case .none: "none"
      case .mixed: "mixed"
      case .level(let level): ["laag", "midden", "hoog"][level]
      }
    }
  }

  /// Whether anything is found.
  func isFound(in text: String) -> Bool { !spans(text).isEmpty }

  private func proposals(
    _ text: String, _ speaker: Int, _ bracketsAreWords: Bool
  ) -> [(transcript: Transcript, proposal: PlainProposal)] {
    let one = EngineCase(
      turns: [(speaker, text)], codes: [code], bracketsAreWords: bracketsAreWords)
    let transcript = one.transcript
    return one.proposals().proposals.map { (transcript, $0) }
  }
}
