/// What comes of the verdicts on one thing: the last of each reviewer counts.
struct VerdictOutcome: Equatable {
  let status: Coding.Status
  /// The verdict that replaces what it is about by something else.
  let decision: LoggedDecision?
  /// Whose verdicts they are.
  private var coders: [String] = []

  init(of decisions: [LoggedDecision]) {
    var last: [String: LoggedDecision] = [:]
    for decision in decisions { last[decision.coder] = decision }
    let verdicts = last.values.sorted { $0.id < $1.id }
    guard let first = verdicts.first else {
      (status, decision) = (.open, nil)
      return
    }
    let agrees = verdicts.allSatisfy {
      $0.verdict == first.verdict && $0.newCode == first.newCode && $0.level == first.level
        && $0.newAnchor?.span == first.newAnchor?.span
    }
    status = agrees ? first.verdict.status : .contested
    decision = agrees ? first : nil
    coders = last.keys.sorted()
  }

  func deciders(_ names: LogNames) -> [Int] {
    coders.compactMap { names.reviewers.number(of: $0) }
  }
}

/// What a reviewer can change their mind about.
private struct VerdictSubject: Hashable {
  let coder, code: String
  let text: UInt64
  let span: TurnPositions
}

extension [LoggedDecision] {
  /// The last of each reviewer on the same code and words that leave a coding there.
  var madeSomething: [LoggedDecision] {
    var last: [VerdictSubject: LoggedDecision] = [:]
    for decision in self {
      let (text, span) = (decision.anchor.text, decision.anchor.span)
      last[VerdictSubject(coder: decision.coder, code: decision.code, text: text, span: span)] =
        decision
    }
    return last.values.filter { [.accept, .recode, .resize].contains($0.verdict) }
      .sorted { $0.id < $1.id }
  }
}

extension Verdict {
  /// What becomes of a coding on which all agree so; what replaces it is a coding of its own.
  fileprivate var status: Coding.Status {
    switch self {
    case .accept: .accepted
    case .reject, .recode, .resize: .rejected
    case .unsure: .unsure
    }
  }
}
