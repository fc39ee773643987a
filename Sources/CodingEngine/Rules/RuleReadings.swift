/// The ways to put parentheses in a group whose operators are mixed, in the user's own words.
struct RuleReadings {
  private struct Term {
    var text: String
    var isJoined = false

    var closed: String { isJoined ? "(\(text))" : text }
  }

  private struct Row {
    var terms: [Term] = []
    /// The operators between the terms.
    var joints: [(family: RuleOperator.Family, name: String)] = []
  }

  /// With more, nobody can read both readings.
  private static let mostTerms = 8

  private var row = Row()

  init(_ elements: [RuleGroup.Element], _ source: RuleSource) {
    for element in elements {
      switch element {
      case .combining(let found, let range):
        row.joints.append((found.family, source.words(range)))
      case .operand(let operand): row.terms.append(Term(text: source.words(operand.range)))
      case .unknown: continue
      }
    }
  }

  /// Both readings, or the only one that the grammar allows.
  var advice: String {
    guard row.terms.count <= Self.mostTerms else {
      return "put parentheses around the terms that belong together"
    }
    let loose = Self.text([.near, .and, .or].reduce(row, Self.grouped))
    let tight =
      row.joints.allSatisfy { $0.family == .near }
      ? nestedRight : Self.text([.or, .near, .and].reduce(row, Self.grouped))
    // AND cannot stand inside NEAR, so that those two have one reading.
    return loose == tight ? "write \(loose)" : "write \(tight) or \(loose)"
  }

  private static func text(_ row: Row) -> String {
    guard let first = row.terms.first, row.terms.count > 1 else { return row.terms[0].text }
    return zip(row.joints, row.terms.dropFirst()).reduce(first.closed) { text, next in
      "\(text) \(next.0.name) \(next.1.closed)"
    }
  }

  private var nestedRight: String {
    let joined = zip(row.terms, row.joints).map { "\($0.text) \($1.name) " }
    let last = row.terms.last.map(\.text) ?? ""
    return joined.joined(separator: "(") + last + String(repeating: ")", count: joined.count - 1)
  }

  /// Joins what stands around each operator of one family.
  private static func grouped(_ row: Row, _ family: RuleOperator.Family) -> Row {
    guard row.terms.count > 1 else { return row }
    var result = Row()
    for (index, term) in row.terms.enumerated() {
      guard index > 0 else {
        result.terms.append(Term(text: term.closed))
        continue
      }
      let joint = row.joints[index - 1]
      guard joint.family == family, var last = result.terms.popLast() else {
        result.joints.append(joint)
        result.terms.append(Term(text: term.closed))
        continue
      }
      let left = family == .near ? last.closed : last.text
      last = Term(text: "\(left) \(joint.name) \(term.closed)", isJoined: true)
      result.terms.append(last)
    }
    return result
  }
}
