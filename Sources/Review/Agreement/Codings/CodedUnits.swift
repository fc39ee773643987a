public import Corpus

/// Where a unit is.
public struct UnitPlace: Sendable, Hashable {
  /// An index into the transcripts.
  public let transcript: Int
  /// An index into the transcript's turns; nil when the unit is the transcript.
  public let turn: Int?
  /// The number of the sentence or word in its turn, from 0; nil when the unit is larger.
  public let index: Int?
}

/// Units of talk with the codes that each carries for each coder.
public struct CodedUnits: Sendable, Hashable {
  /// What the units are.
  public let unit: Unit
  /// Who coded.
  public let coders: [String]
  /// Where each unit is.
  public let places: [UnitPlace]
  /// For each unit and coder the codes; nil where the coder did not go through the transcript.
  let sets: [[Set<Int>?]]
  /// The levels of codings with one.
  let levels: [LevelPlace: Set<Int>]

  /// A code that a unit carries for a coder.
  struct LevelPlace: Hashable {
    let unit, coder, code: Int
  }

  /// The codes that a unit carries for a coder; nil where the coder did not go through it.
  public func codes(of unit: Int, by coder: Int) -> Set<Int>? { sets[unit][coder] }

  /// The levels on which a unit carries a code for a coder, ascending.
  public func levels(of unit: Int, by coder: Int, code: Int) -> [Int] {
    levels[LevelPlace(unit: unit, coder: coder, code: code), default: []].sorted()
  }

  /// Ratings of whether units carry one of some codes: a code alone, or with those under it.
  public func ratings(of codes: Set<Int>) -> Ratings {
    .binary(
      coders: coders,
      units: sets.map { unit in unit.map { $0.map { !$0.isDisjoint(with: codes) } } },
      transcripts: places.map(\.transcript))
  }

  /// Ratings of which of some codes units carry, as sets.
  ///
  /// - Parameters:
  ///   - codes: Others are not looked at.
  ///   - name: What a code is called.
  /// - Returns: A set in each cell, also an empty one.
  public func codeSets(of codes: Set<Int>, name: (Int) -> String) -> CodeSets {
    CodeSets(
      coders: coders, units: sets.map { unit in unit.map { $0?.intersection(codes) } },
      transcripts: places.map(\.transcript), name: name)
  }

  /// How many units carry one of some codes for at least one coder.
  public func codedCount(of codes: Set<Int>) -> Int {
    sets.count { unit in unit.contains { $0.map { !$0.isDisjoint(with: codes) } ?? false } }
  }
}

/// A unit that some coders gave a code and others who read it did not, or another level.
public struct Disagreement: Sendable, Hashable {
  /// An index into the places of the units.
  public let unit: Int
  /// The code.
  public let code: Int
  /// Indices of the coders who gave it.
  public let given: [Int]
  /// Indices of the coders who did not; empty when they differ in the level alone.
  public let withheld: [Int]
}

extension CodedUnits {
  /// Every unit and code on which coders differ, in the order of units, then of codes.
  public func disagreements(on codes: Set<Int>) -> [Disagreement] {
    sets.indices.flatMap { unit in
      let sets = self.sets[unit]
      let found = sets.reduce(into: Set<Int>()) { $0.formUnion($1 ?? []) }.intersection(codes)
      return found.sorted().compactMap { code -> Disagreement? in
        let given = sets.indices.filter { sets[$0]?.contains(code) ?? false }
        let withheld = sets.indices.filter { sets[$0].map { !$0.contains(code) } ?? false }
        if withheld.isEmpty, Set(given.map { levels(of: unit, by: $0, code: code) }).count < 2 {
          return nil
        }
        return Disagreement(unit: unit, code: code, given: given, withheld: withheld)
      }
    }
  }
}
