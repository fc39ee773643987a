/// How far apart two sets of codes are, in 0…1.
public enum SetDistance: String, Sendable, Hashable, CaseIterable {
  /// 0 for the same set, else 1.
  case exact
  /// 1 − |A ∩ B| / |A ∪ B|.
  ///
  /// Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist 11(2),
  /// 37–50.
  case jaccard
  /// 1 − J · M, for Jaccard's J and M = 1 for the same set, 2/3 when one holds the other, 1/3 when
  /// they share something, 0 when they share nothing.
  ///
  /// Passonneau, R. J. (2006). Measuring agreement on set-valued items (MASI) for semantic and
  /// pragmatic annotation. LREC 2006, 831–836.
  case masi

  /// The distance of two sets; that of two empty ones is 0, that of an empty and another one is 1.
  func callAsFunction(_ one: Set<Int>, _ other: Set<Int>) -> Double {
    if one == other { return 0 }
    let shared = one.intersection(other).count
    let jaccard = Double(shared) / Double(one.union(other).count)
    switch self {
    case .exact: return 1
    case .jaccard: return 1 - jaccard
    case .masi:
      if shared == 0 { return 1 }
      let isNested = shared == min(one.count, other.count)
      return 1 - jaccard * (isNested ? 2 : 1) / 3
    }
  }
}

/// Which of several codes coders gave to each unit: units × coders, a set in each cell.
public struct CodeSets: Sendable, Hashable {
  /// The same as ratings: every set that occurs is a category, named by its codes.
  public let ratings: Ratings
  /// For each category its codes, ascending.
  public let sets: [[Int]]

  /// Gathers sets; nil where a coder did not look.
  ///
  /// - Parameters:
  ///   - coders: Who coded.
  ///   - units: For each unit and coder the codes it carries.
  ///   - transcripts: For each unit a number of its transcript.
  ///   - name: What a code is called.
  public init(
    coders: [String], units: [[Set<Int>?]], transcripts: [Int]? = nil, name: (Int) -> String
  ) {
    let used = Set(units.flatMap { unit in unit.compactMap { $0?.sorted() } })
    sets = used.sorted { $0.lexicographicallyPrecedes($1) }
    var indices: [[Int]: Int] = [:]
    for (index, set) in sets.enumerated() { indices[set] = index }
    ratings = Ratings(
      coders: coders,
      categories: sets.enumerated().map { index, set in
        Ratings.Category(set.map(name).joined(separator: " + "), score: Double(index))
      },
      measurement: .nominal,
      units: units.map { unit in unit.map { $0.flatMap { indices[$0.sorted()] } } },
      transcripts: transcripts)
  }

  /// Krippendorff's α with a distance of sets: 1 for full agreement, 0 for that of chance.
  ///
  /// Passonneau (2006), section 3, who puts the distance where δ² stands. With `exact` it is nominal
  /// α over the sets. Undefined as α is.
  public func alpha(_ distance: SetDistance) -> Result<Double, Undefined> {
    statistic(distance)(Tally(ratings))
  }

  /// α with an interval.
  public func alpha(_ distance: SetDistance, _ bootstrap: Bootstrap) -> Estimate {
    bootstrap.estimates([statistic(distance)], of: Tally(ratings))[0]
  }

  private func statistic(_ distance: SetDistance) -> (Tally) -> Result<Double, Undefined> {
    let members = sets.map(Set.init)
    let differences = Differences(size: sets.count) { distance(members[$0], members[$1]) }
    return { tally in
      do throws(Undefined) {
        return .success(try tally.alpha(differences: differences))
      } catch {
        return .failure(error)
      }
    }
  }
}
