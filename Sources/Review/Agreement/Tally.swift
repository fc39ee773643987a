/// Ratings counted: each way in which the coders rated a unit, and how many units were rated so.
///
/// Every coefficient is a function of these counts, so a resample of the bootstrap is a tally with
/// other counts and nothing else.
public struct Tally: Sendable {
  /// One way of rating a unit.
  struct Pattern: Sendable {
    /// For each coder an index into the categories, or nil.
    let ratings: [Int?]
    /// How many coders chose each category; only those chosen, ascending.
    let chosen: [(category: Int, coders: Int)]
    /// How many coders rated the unit at all.
    let size: Int
  }

  let coderCount: Int
  /// For each category where it stands.
  let scores: [Double]
  let patterns: [Pattern]
  /// For each pattern the units rated so.
  var counts: [Int]
  /// For each transcript the patterns of its units, in order.
  let transcripts: [[Int]]

  /// Counts ratings.
  public init(_ ratings: Ratings) {
    var indices: [[Int?]: Int] = [:]
    var patterns: [Pattern] = []
    var counts: [Int] = []
    var transcripts: [Int: [Int]] = [:]
    for (unit, transcript) in zip(ratings.units, ratings.transcripts) {
      let index = indices[unit] ?? patterns.count
      if index == patterns.count {
        indices[unit] = index
        patterns.append(Pattern(unit, categories: ratings.categories.count))
        counts.append(0)
      }
      counts[index] += 1
      transcripts[transcript, default: []].append(index)
    }
    coderCount = ratings.coders.count
    scores = ratings.categories.map(\.score)
    self.patterns = patterns
    self.counts = counts
    self.transcripts = transcripts.sorted { $0.key < $1.key }.map(\.value)
  }

  var categoryCount: Int { scores.count }

  /// How many units at least `size` coders rated.
  func units(ratedBy size: Int) -> Int {
    zip(patterns, counts).reduce(0) { $0 + ($1.0.size >= size ? $1.1 : 0) }
  }
}

extension Tally.Pattern {
  fileprivate init(_ ratings: [Int?], categories: Int) {
    var coders = [Int](repeating: 0, count: categories)
    for case let category? in ratings { coders[category] += 1 }
    self.ratings = ratings
    chosen = coders.enumerated().compactMap { $1 > 0 ? ($0, $1) : nil }
    size = chosen.reduce(0) { $0 + $1.coders }
  }
}

extension Tally {
  /// How far the coders agree on the units that two or more of them rated: over these, the mean
  /// share of pairs of coders that agree, a pair counting for its weight.
  ///
  /// Gwet, K. L. (2014). Handbook of Inter-Rater Reliability (4th ed.), section 2.3, p_a; without
  /// gaps that of Fleiss (1971), equation 2.
  func observedAgreement(_ weights: Weights) throws(Undefined) -> Double {
    var sum = 0.0
    var units = 0
    for (pattern, count) in zip(patterns, counts) where pattern.size >= 2 && count > 0 {
      var pairs = 0.0
      for one in pattern.chosen {
        for other in pattern.chosen {
          let coders = one.category == other.category ? other.coders - 1 : other.coders
          pairs += Double(one.coders * coders) * weights[one.category, other.category]
        }
      }
      sum += Double(count) * pairs / Double(pattern.size * (pattern.size - 1))
      units += count
    }
    if units == 0 { throw .noPairs }
    return sum / Double(units)
  }

  /// For each category the mean share of a unit's coders who chose it, over units with a rating.
  func shares() -> [Double] {
    var shares = [Double](repeating: 0, count: categoryCount)
    var units = 0
    for (pattern, count) in zip(patterns, counts) where pattern.size > 0 {
      for (category, coders) in pattern.chosen {
        shares[category] += Double(count * coders) / Double(pattern.size)
      }
      units += count
    }
    return units == 0 ? shares : shares.map { $0 / Double(units) }
  }

  /// For each category the share of a coder's ratings; nil when the coder gave none.
  func shares(ofCoder coder: Int) -> [Double]? {
    var numbers = [Int](repeating: 0, count: categoryCount)
    for (pattern, count) in zip(patterns, counts) {
      if let category = pattern.ratings[coder] { numbers[category] += count }
    }
    let whole = numbers.reduce(0, +)
    return whole == 0 ? nil : numbers.map { Double($0) / Double(whole) }
  }

  /// How often two coders chose each pair of categories, row by row: units that both rated.
  func crossed(_ one: Int, _ other: Int) -> [Int] {
    var cells = [Int](repeating: 0, count: categoryCount * categoryCount)
    for (pattern, count) in zip(patterns, counts) {
      if let row = pattern.ratings[one], let column = pattern.ratings[other] {
        cells[row * categoryCount + column] += count
      }
    }
    return cells
  }
}
