public import CodingEngine

/// What reviewers found in an audit, for one code or over all.
public struct AuditFinding: Sendable {
  /// `book:id`; nil for all codings together.
  public let code: String?
  /// How many codings there were when the sample was drawn; nil when the strata do not tell.
  public let whole: Int?
  /// How many of them were drawn.
  public let drawn: Int
  /// How many of those have each verdict, on which all their reviewers agree.
  public let verdicts: [Verdict: Int]
  /// How many are contested.
  public let contested: Int
  /// The share of codings that are right; nil when the strata do not tell.
  public let precision: AuditEstimate?
  /// The share of what should be coded that is; nil when the strata do not tell.
  public let recall: Estimate?

  /// How many somebody has looked at.
  public var decided: Int { verdicts.values.reduce(0, +) + contested }
  /// How many nobody has looked at.
  public var open: Int { drawn - decided }
}

extension Audit {
  /// Over all codings.
  public var finding: AuditFinding { finding(of: nil) }

  /// For each code of which something was drawn or could have been, in the order of the strata.
  public var findings: [AuditFinding] {
    var seen: Set<String> = []
    let isByCode = logged.audit.division == AuditRequest.Division.code.rawValue
    let strata = isByCode ? logged.audit.strata.filter { !$0.isUncoded }.map(\.name) : []
    return (strata + codings.map(\.drawn.code)).filter { seen.insert($0).inserted }
      .map { finding(of: $0) }
  }

  /// The places that are codings.
  public var codings: [AuditPlace] { places.filter { !$0.isUncoded } }
  /// The places that are turns without any of the codes.
  public var uncoded: [AuditPlace] { places.filter(\.isUncoded) }
  /// How many turns without any of the codes there were.
  public var uncodedWhole: Int {
    logged.audit.strata.filter(\.isUncoded).reduce(0) { $0 + $1.whole }
  }
  /// How many codings there were.
  public var codingsWhole: Int {
    logged.audit.strata.filter { !$0.isUncoded }.reduce(0) { $0 + $1.whole }
  }

  /// The share of uncoded turns that should have one of the codes.
  public var missed: AuditEstimate { AuditEstimate(uncodedStrata(missing: nil)) }

  private func finding(of code: String?) -> AuditFinding {
    let own = codings.filter { code == nil || $0.drawn.code == code }
    let isByCode = logged.audit.division == AuditRequest.Division.code.rawValue
    var verdicts: [Verdict: Int] = [:]
    var contested = 0
    for place in own {
      switch place.judgement {
      case .agreed(let verdict): verdicts[verdict, default: 0] += 1
      case .contested: contested += 1
      case .open: break
      }
    }
    // Within strata of something else, how many codings of one code there are is not known.
    guard code == nil || isByCode else {
      return AuditFinding(
        code: code, whole: nil, drawn: own.count, verdicts: verdicts, contested: contested,
        precision: nil, recall: nil)
    }
    let strata = logged.audit.strata.indices.filter {
      !logged.audit.strata[$0].isUncoded && (code == nil || logged.audit.strata[$0].name == code)
    }.map { judged($0) { $0.isRight } }
    return AuditFinding(
      code: code, whole: strata.reduce(0) { $0 + $1.whole }, drawn: own.count, verdicts: verdicts,
      contested: contested, precision: AuditEstimate(strata),
      recall: uncoded.isEmpty
        ? nil : AuditEstimate.recall(coded: strata, uncoded: uncodedStrata(missing: code)))
  }

  /// Strata of uncoded turns; hits are those that should have the code, or any.
  private func uncodedStrata(missing code: String?) -> [JudgedStratum] {
    logged.audit.strata.indices.filter { logged.audit.strata[$0].isUncoded }.map { stratum in
      judged(stratum) { place in
        place.isRight.map { isRight in
          !isRight && (code == nil || place.verdicts.first?.newCode == code)
        }
      }
    }
  }

  private func judged(_ stratum: Int, isHit: (AuditPlace) -> Bool?) -> JudgedStratum {
    let answers = places.filter { $0.drawn.stratum == stratum }.compactMap(isHit)
    return JudgedStratum(
      whole: logged.audit.strata[stratum].whole, judged: answers.count,
      hits: answers.count { $0 })
  }
}
