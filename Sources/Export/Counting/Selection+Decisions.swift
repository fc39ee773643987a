import CodingEngine

/// Which codings tables are made of, by what people said of them.
public enum StatusChoice: String, Sendable, Hashable, CaseIterable {
  /// Accepted proposals, and what people coded and nobody disputes.
  case accepted
  /// Whatever somebody has looked at, and not rejected.
  case decided
  /// Also what was rejected.
  case all
}

/// Which codings tables are made of, by who made them.
public enum OriginChoice: String, Sendable, Hashable, CaseIterable {
  case hand
  case rules
}

extension Selection {
  /// Whether what rules propose is shown before anybody has looked at it.
  var includesOpenProposals: Bool {
    status != .accepted && status != .decided && origin != .hand && coders.isEmpty
  }

  /// Whether a coder is asked for; nobody in particular means all.
  func includes(coder: String) -> Bool {
    coders.isEmpty || coders.contains { matches($0, coder) }
  }

  /// Whether a coding is to be counted.
  func includes(
    _ coding: Coding.Origin, _ status: Coding.Status, _ isCoderSelected: [Bool]
  ) -> Bool {
    let isByHand: Bool
    switch coding {
    case .rules:
      if origin == .hand || !coders.isEmpty { return false }
      isByHand = false
    case .hand(let coder):
      if origin == .rules || !isCoderSelected[coder] { return false }
      isByHand = true
    }
    switch self.status {
    case .all: return true
    case nil: return status != .rejected
    case .decided: return status != .rejected && (isByHand || status != .open)
    case .accepted: return status == .accepted || isByHand && status == .open
    }
  }

  /// What the selection leaves out by status, origin or coder; nil when nothing.
  var choice: Phrase? {
    var (dutch, english): ([String], [String]) = ([], [])
    switch status {
    case .accepted: (dutch, english) = (["aanvaard"], ["accepted"])
    case .decided: (dutch, english) = (["beoordeeld"], ["decided"])
    case .all: (dutch, english) = (["ook afgewezen"], ["rejected ones too"])
    case nil: break
    }
    switch origin {
    case .hand: (dutch, english) = (dutch + ["met de hand"], english + ["by hand"])
    case .rules: (dutch, english) = (dutch + ["van de regels"], english + ["by rules"])
    case nil: break
    }
    if !coders.isEmpty {
      let names = coders.joined(separator: ", ")
      (dutch, english) = (dutch + ["van \(names)"], english + ["by \(names)"])
    }
    if dutch.isEmpty { return nil }
    return Phrase(
      "Geteld: coderingen \(dutch.joined(separator: ", "))",
      "Counted: codings \(english.joined(separator: ", "))")
  }
}
