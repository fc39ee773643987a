@testable import Review

/// Agreement on free spans as counting pairs of positions: the slow twin of `UnitizingAlpha`.
///
/// Every position of every coder is an atom. Chance pairs any two atoms, but none with one of its own
/// segment, and those of gaps not with themselves.
struct SlowUnitizing {
  private struct Atom {
    let coder: Int
    let at: Int
    /// Nil for a gap.
    let code: Int?
    /// Which of the coder's segments.
    let segment: Int?
  }

  private let atoms: [[Atom]]
  private let length: Int

  init(_ text: Unitization) {
    length = text.length
    atoms = text.segments.enumerated().map { coder, segments in
      (0..<text.length).map { at in
        let index = segments.firstIndex { $0.range.contains(at) }
        return Atom(coder: coder, at: at, code: index.map { segments[$0].code }, segment: index)
      }
    }
  }

  var overall: Double? { alpha { $0 != $1 } }
  var relevance: Double? { alpha { ($0 == nil) != ($1 == nil) } }
  var coding: Double? { shared { $0 != $1 } }

  /// Of pairs with the code, those with another one.
  func coding(of code: Int) -> Double? {
    let (observed, expected) = (sharedPairs(), chancePairs())
    let among = { (pairs: [(Int, Int, Double)]) -> Double? in
      let all = pairs.filter { $0.0 == code }
      let sum = all.reduce(0) { $0 + $1.2 }
      return sum > 1e-9 ? all.reduce(0) { $0 + ($1.1 == code ? 0 : $1.2) } / sum : nil
    }
    guard let observed = among(observed), let expected = among(expected), expected > 1e-9
    else { return nil }
    return 1 - observed / expected
  }

  private func alpha(_ differs: (Int?, Int?) -> Bool) -> Double? {
    var (same, all) = (0.0, 0.0)
    for one in atoms.indices {
      for other in atoms.indices where other != one {
        for at in 0..<length {
          all += 1
          if differs(atoms[one][at].code, atoms[other][at].code) { same += 1 }
        }
      }
    }
    var (chance, pairs) = (0.0, 0.0)
    let flat = atoms.flatMap { $0 }
    for one in flat {
      for other in flat {
        let isSelf =
          one.coder == other.coder && one.segment == other.segment
          && (one.segment != nil || one.at == other.at)
        if isSelf { continue }
        pairs += 1
        if differs(one.code, other.code) { chance += 1 }
      }
    }
    guard all > 0, pairs > 0, chance > 0 else { return nil }
    return 1 - (same / all) / (chance / pairs)
  }

  private func shared(_ differs: (Int, Int) -> Bool) -> Double? {
    var shares: [Double] = []
    for pairs in [sharedPairs(), chancePairs()] {
      let sum = pairs.reduce(0) { $0 + $1.2 }
      guard sum > 1e-9 else { return nil }
      shares.append(pairs.reduce(0) { $0 + (differs($1.0, $1.1) ? $1.2 : 0) } / sum)
    }
    return shares[1] > 1e-9 ? 1 - shares[0] / shares[1] : nil
  }

  /// Positions that two coders coded, both ways.
  private func sharedPairs() -> [(Int, Int, Double)] {
    var pairs: [(Int, Int, Double)] = []
    for one in atoms.indices {
      for other in atoms.indices where other != one {
        for at in 0..<length {
          if let code = atoms[one][at].code, let match = atoms[other][at].code {
            pairs.append((code, match, 1))
          }
        }
      }
    }
    return pairs
  }

  /// Pairs of such positions, those within one segment and one other coder taken out.
  private func chancePairs() -> [(Int, Int, Double)] {
    let others = Double(atoms.count - 1)
    var all: [(atom: Atom, other: Int)] = []
    for one in atoms.indices {
      for other in atoms.indices where other != one {
        for at in 0..<length where atoms[one][at].code != nil && atoms[other][at].code != nil {
          all.append((atoms[one][at], other))
        }
      }
    }
    var pairs: [(Int, Int, Double)] = []
    for one in all {
      for other in all {
        guard let code = one.atom.code, let match = other.atom.code else { continue }
        let isSelf =
          one.other == other.other && one.atom.coder == other.atom.coder
          && one.atom.segment == other.atom.segment
        pairs.append((code, match, 1 / (others * others) - (isSelf ? 1 / others : 0)))
      }
    }
    return pairs
  }
}
