/// What coders made of the same units, each on their own: units × coders, with gaps.
///
/// A rating is one of `categories`. For one code these are *absent* and *present*; for a scale its
/// levels; for several codes at once the codes, and each combination that a unit carries.
public struct Ratings: Sendable, Hashable {
  /// Something that a unit can be rated as.
  public struct Category: Sendable, Hashable {
    /// As people know it.
    public let name: String
    /// Where it stands: its number for interval and ratio, its rank from 1 for ordinal.
    public let score: Double

    /// Makes a category.
    public init(_ name: String, score: Double) {
      self.name = name
      self.score = score
    }
  }

  /// Who rated, in the order of the ratings of a unit.
  public let coders: [String]
  /// All that a unit could be rated as, in ascending order of scores.
  public let categories: [Category]
  /// What the categories mean to each other.
  public let measurement: Measurement
  /// For each unit and coder an index into `categories`; nil where a coder gave none.
  public let units: [[Int?]]
  /// For each unit a number of the transcript it stands in: the bootstrap stays within these.
  public let transcripts: [Int]

  /// Puts ratings together.
  ///
  /// - Parameters:
  ///   - coders: Two or more, for there to be agreement.
  ///   - categories: In ascending order of scores.
  ///   - measurement: What scores mean.
  ///   - units: For each unit as many ratings as there are coders.
  ///   - transcripts: For each unit a number; nil when all stand in one.
  public init(
    coders: [String], categories: [Category], measurement: Measurement, units: [[Int?]],
    transcripts: [Int]? = nil
  ) {
    precondition(units.allSatisfy { $0.count == coders.count }, "a rating for every coder")
    precondition(transcripts.map { $0.count == units.count } ?? true, "a transcript for every unit")
    self.coders = coders
    self.categories = categories
    self.measurement = measurement
    self.units = units
    self.transcripts = transcripts ?? [Int](repeating: 0, count: units.count)
  }

  /// Units that at least two coders rated: those that agreement is about.
  public var pairableCount: Int {
    units.count { unit in unit.count { $0 != nil } >= 2 }
  }

  /// The same ratings of some of the coders.
  ///
  /// - Parameter chosen: Indices into `coders`.
  public func of(coders chosen: [Int]) -> Ratings {
    Ratings(
      coders: chosen.map { coders[$0] }, categories: categories, measurement: measurement,
      units: units.map { unit in chosen.map { unit[$0] } }, transcripts: transcripts)
  }
}

extension Ratings {
  /// Ratings of whether units carry a code: categories *absent* and *present*.
  ///
  /// - Parameters:
  ///   - coders: Who coded.
  ///   - units: For each unit and coder whether it carries the code; nil where a coder did not look.
  ///   - transcripts: For each unit a number of its transcript.
  public static func binary(
    coders: [String], units: [[Bool?]], transcripts: [Int]? = nil
  ) -> Ratings {
    Ratings(
      coders: coders, categories: [Category("absent", score: 0), Category("present", score: 1)],
      measurement: .nominal, units: units.map { unit in unit.map { $0.map { $0 ? 1 : 0 } } },
      transcripts: transcripts)
  }
}
