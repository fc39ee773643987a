/// Things drawn for review: from each stratum some at random, the same from the same seed.
///
/// A stratum is a part of the whole, such as all places of one code. Cochran, W. G. (1977). Sampling
/// Techniques (3rd ed.). Wiley, chapter 5.
public struct AuditSample: Sendable, Hashable {
  /// A part of the whole and what was drawn from it.
  public struct Stratum: Sendable, Hashable {
    /// What its members have in common.
    public let name: String
    /// How many there are.
    public let whole: Int
    /// Which were drawn: indices into all that could be, ascending.
    public let drawn: [Int]
  }

  /// In the order in which they first occur; also those of which nothing was drawn.
  public let strata: [Stratum]

  /// Draws from what there is.
  ///
  /// Places go to strata in proportion to their size, by largest remainders, after each has got one;
  /// when there are more strata than places, the largest get one. Within a stratum every choice is as
  /// likely as the others.
  ///
  /// - Parameters:
  ///   - strata: The stratum of each thing that could be drawn, in an order that is always the same.
  ///   - size: How many to draw; all, if there are fewer.
  ///   - seed: Makes the draw one that can be repeated.
  public init(from strata: [String], size: Int, seed: UInt64) {
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for (index, name) in strata.enumerated() {
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(index)
    }
    let groups = names.map { members[$0, default: []] }
    let shares = Self.allocate(max(0, min(size, strata.count)), to: groups.map(\.count))
    var random = SeededRandom(seed: seed)
    var drawn: [Stratum] = []
    for (name, (group, share)) in zip(names, zip(groups, shares)) {
      drawn.append(
        Stratum(
          name: name, whole: group.count,
          drawn: random.choose(share, of: group.count).map { group[$0] }))
    }
    self.strata = drawn
  }

  /// All that was drawn, ascending.
  public var drawn: [Int] { strata.flatMap(\.drawn).sorted() }

  /// How many of all were drawn.
  public var coverage: (drawn: Int, whole: Int) {
    (strata.reduce(0) { $0 + $1.drawn.count }, strata.reduce(0) { $0 + $1.whole })
  }

  /// How many places each stratum gets; at most as many as it has members.
  static func allocate(_ places: Int, to sizes: [Int]) -> [Int] {
    let bySize = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    var shares = [Int](repeating: 0, count: sizes.count)
    for index in bySize.prefix(places) { shares[index] = 1 }
    let rest = places - min(places, sizes.count)
    // What is left goes by the members that are left, so that no stratum gets more than it has.
    let left = sizes.map { $0 - 1 }
    let whole = left.reduce(0, +)
    guard rest > 0, whole > 0 else { return shares }
    var remainders: [(index: Int, remainder: Int)] = []
    for (index, size) in left.enumerated() {
      let (quotient, remainder) = (rest * size).quotientAndRemainder(dividingBy: whole)
      shares[index] += quotient
      remainders.append((index, remainder))
    }
    let missing = places - shares.reduce(0, +)
    remainders.sort { ($1.remainder, $0.index) < ($0.remainder, $1.index) }
    for entry in remainders.prefix(missing) { shares[entry.index] += 1 }
    return shares
  }
}
