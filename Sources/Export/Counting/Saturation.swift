import CodingEngine
import Corpus
import Review

/// How fast the codes of a study were met, transcript by transcript in the order of collection.
///
/// Guest, G., Namey, E., & Chen, M. (2020). A simple method to assess and report thematic saturation
/// in qualitative research. PLoS ONE 15(5), e0232076. The base size is how many transcripts the first
/// stock of codes comes from; a run is so many transcripts in a row after it; new information is what
/// a run adds to the codes seen before it, as a share of the codes in the base. Runs overlap, each
/// beginning one transcript after the one before. Saturation is reached at the first run that adds
/// no more than the threshold.
public struct Saturation: Sendable, Hashable {
  /// The three choices of the method.
  public struct Settings: Sendable, Hashable {
    /// How many transcripts the base is; 4 in the paper's examples.
    public var base = 4
    /// How many transcripts a run is; 2 or 3 in the paper.
    public var run = 2
    /// Percent of the base that a run may add, at most; 5 or 0 in the paper.
    public var threshold = 5
    /// Where the shuffled orders begin.
    public var seed: UInt64 = 1
    /// How many shuffled orders the band is made from.
    public var orders = 1000

    /// The settings with which the paper begins: base 4, run 2, threshold 5 %.
    public init() {}
  }

  /// The transcripts in the order of collection.
  let transcripts: [String]
  /// Codes met for the first time in each.
  let new: [Int]
  /// Codes met up to and including each.
  let cumulative: [Int]
  /// The share of the base that the run after each transcript adds; nil where no whole run is left,
  /// and before the base is complete.
  let ratios: [Double?]
  /// How many transcripts, before its run, were enough; nil when no run stayed under the threshold.
  public let reached: Int?
  /// In 95 of 100 shuffled orders, how many codes were met after each transcript.
  let band: [ClosedRange<Int>]

  /// Follows codes through conversations.
  ///
  /// - Parameters:
  ///   - met: For each transcript, in the order of collection, its id and its codes.
  ///   - settings: Base size, run length, threshold, seed.
  /// - Complexity: O(*orders* · *n*) in the transcripts' codes.
  init(of met: [(id: String, codes: Set<Int>)], settings: Settings) {
    transcripts = met.map(\.id)
    let sets = met.map(\.codes)
    let totals = Self.cumulative(sets)
    cumulative = totals
    new = totals.indices.map { totals[$0] - ($0 > 0 ? totals[$0 - 1] : 0) }
    ratios = totals.indices.map { index in
      guard index + 1 >= settings.base, index + settings.run < totals.count, settings.base > 0,
        totals[settings.base - 1] > 0
      else { return nil }
      let added = totals[index + settings.run] - totals[index]
      return Double(added) / Double(totals[settings.base - 1])
    }
    reached = ratios.firstIndex { ratio in
      ratio.map { $0 * 100 <= Double(settings.threshold) } ?? false
    }.map { $0 + 1 }
    band = Self.band(sets, settings)
  }

  private static func cumulative(_ sets: [Set<Int>]) -> [Int] {
    var seen: Set<Int> = []
    return sets.map { codes in
      seen.formUnion(codes)
      return seen.count
    }
  }

  /// The 2.5th to the 97.5th percentile, by nearest rank, over shuffled orders.
  private static func band(_ sets: [Set<Int>], _ settings: Settings) -> [ClosedRange<Int>] {
    guard settings.orders > 0 else { return [] }
    var random = SeededRandom(seed: settings.seed)
    var order = sets
    var met = [[Int]](repeating: [], count: sets.count)
    for _ in 0..<settings.orders {
      for index in order.indices.reversed().dropLast() {
        order.swapAt(index, random.next(below: index + 1))
      }
      for (index, count) in cumulative(order).enumerated() { met[index].append(count) }
    }
    return met.map { counts in
      let sorted = counts.sorted()
      let low = max((sorted.count * 25 + 999) / 1000, 1)
      let high = (sorted.count * 975 + 999) / 1000
      return sorted[low - 1]...sorted[high - 1]
    }
  }
}

extension Talk {
  /// Follows the selected codes, each by its own places, through the transcripts as collected: by
  /// `order:`, else by date, else by id; those without come last.
  public func saturation(_ settings: Saturation.Settings = .init()) -> Saturation {
    var met = transcripts.map { _ in Set<Int>() }
    for code in codesAndBelow {
      for place in places.own[code] { met[turns[place.turn].transcript].insert(code) }
    }
    let order = transcripts.indices.sorted { one, other in
      let (left, right) = (transcripts[one].transcript, transcripts[other].transcript)
      let (first, second) = (left.details.order ?? .infinity, right.details.order ?? .infinity)
      if first != second { return first < second }
      let (early, late) = (left.details.date ?? "~", right.details.date ?? "~")
      return early != late ? precedes(early, late) : one < other
    }
    return Saturation(
      of: order.map { (transcripts[$0].transcript.id, met[$0]) }, settings: settings)
  }
}
