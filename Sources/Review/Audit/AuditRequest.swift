import CodingEngine
import Corpus

/// What a reviewer asks for when an audit begins.
public struct AuditRequest: Sendable {
  /// What the codings are divided by before some of each part are drawn.
  public enum Division: String, Sendable, CaseIterable {
    case code
    case transcript
    case coder
    case origin
  }

  /// What its reviewers will call it.
  public let name: String
  /// Indices into the codebook's codes, which stand for those under them too; all when empty.
  public let codes: [Int]
  /// How many codings to draw.
  public let size: Int
  /// How many turns without any of the codes to draw.
  public let uncoded: Int
  /// Makes the draw one that can be repeated.
  public let seed: Int
  /// What the strata are.
  public let division: Division
  /// Whether reviewers choose a code before they see the one that is there.
  public let isBlind: Bool

  /// Asks for a sample.
  public init(
    name: String, codes: [Int], size: Int, uncoded: Int, seed: Int, division: Division,
    isBlind: Bool
  ) {
    self.name = name
    self.codes = codes
    self.size = size
    self.uncoded = uncoded
    self.seed = seed
    self.division = division
    self.isBlind = isBlind
  }
}

/// Something that could be drawn: a coding as one coder or the rules made it, or an uncoded turn.
struct AuditCandidate {
  let transcript: Int
  let range: Range<Int>
  /// `book:id`; empty for an uncoded turn.
  let code: String
  /// The person's coding.
  var coding: LoggedCoding?
}

/// All that an audit could look at: codings that nobody has rejected, and turns without a code.
struct AuditPopulation {
  private(set) var codings: [AuditCandidate] = []
  private(set) var uncoded: [AuditCandidate] = []

  private let corpus: CodedCorpus
  private let isAsked: [Bool]

  /// Looks through a corpus with what people decided.
  init(_ corpus: CodedCorpus, _ log: CodingLog, _ state: LogState, codes: [Int]) {
    self.corpus = corpus
    var asked = [Bool](repeating: codes.isEmpty, count: corpus.codebook.codes.count)
    for code in codes {
      for asking in code..<corpus.codebook.descendants(of: code).upperBound { asked[asking] = true }
    }
    isAsked = asked
    for (index, coded) in corpus.transcripts.enumerated() {
      var carries = [Bool](repeating: false, count: coded.transcript.turns.count)
      addProposals(of: coded, index, &carries)
      addCodings(of: coded, index, log, state, &carries)
      for (turn, carried) in carries.enumerated() where !carried {
        let said = coded.transcript.turns[turn]
        guard coded.sizes[turn].words > 0, !coded.transcript.speakers[said.speaker].isModerator
        else { continue }
        uncoded.append(AuditCandidate(transcript: index, range: said.text, code: ""))
      }
    }
  }

  private mutating func addProposals(
    of coded: CodedTranscript, _ index: Int, _ carries: inout [Bool]
  ) {
    for proposal in coded.proposals where isAsked[proposal.code] {
      let statuses = coded.statuses(of: proposal.code, at: proposal.span.text, by: .rules)
      if !statuses.isEmpty, statuses.allSatisfy({ $0 == .rejected }) { continue }
      carries[proposal.turn] = true
      codings.append(
        AuditCandidate(
          transcript: index, range: proposal.span.text,
          code: corpus.codebook.name(of: proposal.code)))
    }
  }

  private mutating func addCodings(
    of coded: CodedTranscript, _ index: Int, _ log: CodingLog, _ state: LogState,
    _ carries: inout [Bool]
  ) {
    let names = corpus.codebook.namesInLog()
    let placed = state.place(in: coded.transcript, log) {
      names[$0.code].map { isAsked[$0] } ?? false
    }
    for (coding, range) in placed {
      guard let code = names[coding.code], let coder = corpus.coders.firstIndex(of: coding.coder)
      else { continue }
      let statuses = coded.statuses(of: code, at: range, by: .hand(coder))
      if !statuses.isEmpty, statuses.allSatisfy({ $0 == .rejected }) { continue }
      for turn in coded.transcript.turns(in: range) { carries[turn] = true }
      codings.append(
        AuditCandidate(
          transcript: index, range: range, code: corpus.codebook.name(of: code), coding: coding))
    }
    // What reviewers put in the place of something else makes a turn a coded one, too.
    for coding in coded.codings ?? [] where isAsked[coding.code] && coding.status != .rejected {
      carries[coding.turn] = true
    }
  }

  /// The name of the stratum of each candidate.
  func strata(
    of candidates: [AuditCandidate], by division: AuditRequest.Division
  ) -> [String] {
    candidates.map { candidate in
      switch division {
      case .transcript: corpus.transcripts[candidate.transcript].transcript.id
      case .code: candidate.code
      case .coder: candidate.coding?.coder ?? (candidate.code.isEmpty ? "" : "rules")
      case .origin: candidate.coding == nil ? (candidate.code.isEmpty ? "" : "rules") : "hand"
      }
    }
  }
}

extension CodedTranscript {
  /// What people said of the codings of one code by one maker that overlap a stretch; empty when
  /// nobody has decided anything.
  func statuses(
    of code: Int, at range: Range<Int>, by origin: Coding.Origin
  ) -> [Coding.Status] {
    guard let codings else { return [] }
    let turns = transcript.turns(in: range)
    // Codings stand in the order of turns.
    var (low, high) = (0, codings.count)
    while low < high {
      let middle = (low + high) / 2
      if codings[middle].turn < turns.lowerBound { low = middle + 1 } else { high = middle }
    }
    return codings[low...].prefix { $0.turn < turns.upperBound }.filter {
      $0.code == code && $0.origin == origin && $0.span.text.overlaps(range)
    }.map(\.status)
  }
}

extension Codebook {
  /// The name of a code in the log.
  package func name(of code: Int) -> String { "\(id):\(codes[code].id)" }
}
