public import CodingEngine
import Corpus

/// A sample under review as it stands now: its places, found in the present text, and the verdicts.
public struct Audit: Sendable {
  /// As drawn.
  public let logged: LoggedAudit
  /// In the order of their numbers.
  public let places: [AuditPlace]
  /// Whose verdicts there are, in the order of code points.
  public let reviewers: [String]

  /// As its reviewers call it.
  public var name: String { logged.audit.name }

  /// Puts together what the log says.
  public init(_ logged: LoggedAudit, in corpus: CodedCorpus, _ log: CodingLog, _ state: LogState) {
    self.logged = logged
    var verdicts: [Int: [String: AuditVerdict]] = [:]
    for decision in state.decisions {
      guard let audited = decision.audited, audited.isOf(logged) else { continue }
      verdicts[audited.number, default: [:]][decision.coder] = AuditVerdict(
        decision, chosen: audited.chosen, reason: log.reason(of: decision),
        at: log.time(of: decision))
    }
    let names = corpus.codebook.namesInLog()
    let wanted = Set(logged.audit.places.map(\.anchor.transcript))
    var found: [Int: (transcript: Int, range: Range<Int>)] = [:]
    for (index, coded) in corpus.transcripts.enumerated() where wanted.contains(coded.transcript.id)
    {
      for (number, range) in state.places(of: logged, in: coded.transcript, log) {
        found[number] = (index, range)
      }
    }
    let coders = Dictionary(
      state.codings.map { ($0.id.withoutLineCheck, $0.coder) },
      uniquingKeysWith: { first, _ in first })
    places = logged.audit.places.enumerated().map { index, place in
      let own = verdicts[index + 1, default: [:]]
      return AuditPlace(
        number: index + 1, drawn: place, code: names[place.code],
        place: found[index + 1], coder: place.coding.flatMap { coders[$0.withoutLineCheck] },
        verdicts: own.values.sorted { $0.reviewer.utf8.lexicographicallyPrecedes($1.reviewer.utf8) }
      )
    }
    reviewers = Set(places.flatMap { $0.verdicts.map(\.reviewer) })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// One place of an audit.
public struct AuditPlace: Sendable {
  /// From 1.
  public let number: Int
  /// As drawn.
  public let drawn: LogAudit.Place
  /// An index into the codebook's codes; nil for an uncoded turn, and for a code that is gone.
  public let code: Int?
  /// Which transcript of the corpus, and where in its text; nil when its words are not found.
  public let place: (transcript: Int, range: Range<Int>)?
  /// Who coded it by hand; nil for the rules and for an uncoded turn.
  public let coder: String?
  /// The last verdict of each reviewer, in the order of their names.
  public let verdicts: [AuditVerdict]

  /// Whether it is a turn without any of the codes.
  public var isUncoded: Bool { drawn.code.isEmpty }

  /// What the reviewers say together.
  public var judgement: Judgement {
    guard let first = verdicts.first else { return .open }
    let agree = verdicts.allSatisfy { $0.verdict == first.verdict && $0.newCode == first.newCode }
    return agree ? .agreed(first.verdict) : .contested
  }

  /// What came of a place.
  public enum Judgement: Sendable, Hashable {
    case open
    case agreed(Verdict)
    case contested
  }

  /// Whether the code is right; nil when that is not decided.
  ///
  /// Of a coding: accepted, or only its extent changed. Of an uncoded turn: it needs none.
  public var isRight: Bool? {
    switch judgement {
    case .open, .contested, .agreed(.unsure): nil
    case .agreed(.accept), .agreed(.resize): true
    case .agreed(.reject), .agreed(.recode): false
    }
  }

  /// Tells the place from others: of its transcript, its code and where it stood, 8 digits.
  public var check: String {
    let span = drawn.anchor.span
    let text =
      "\(drawn.anchor.transcript)\n\(drawn.code)\n\(span.firstTurn).\(span.start)-\(span.lastTurn)"
      + ".\(span.end)\n\(drawn.anchor.text)"
    // FNV-1a, 32 bits: it finds what was mixed up, not what was forged.
    let hash = text.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

/// What a reviewer said last of a place.
public struct AuditVerdict: Sendable, Hashable {
  /// The full name.
  public let reviewer: String
  /// What was said.
  public let verdict: Verdict
  /// `book:id` of the code that it should have been.
  public let newCode: String?
  /// Where the words stood that should have been coded.
  public let newSpan: TurnPositions?
  /// `book:id` of what was chosen before the code was shown; empty for none.
  public let chosen: String?
  /// Nil when none was given.
  public let reason: String?
  /// When, in UTC.
  public let at: String

  init(_ decision: LoggedDecision, chosen: String?, reason: String?, at: String) {
    reviewer = decision.coder
    verdict = decision.verdict
    newCode = decision.newCode
    newSpan = decision.newAnchor?.span
    self.chosen = chosen
    self.reason = reason
    self.at = at
  }
}

extension LogReference {
  /// Equal for all names of one event.
  var withoutLineCheck: String { "\(strand)-\(n)-\(event)" }
}
