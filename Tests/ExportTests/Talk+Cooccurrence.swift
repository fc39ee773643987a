import Corpus

@testable import Export

extension Talk {
  /// The matrix with its units counted on one thread.
  func cooccurrence(
    by unit: Unit = .turn, as association: Association = .count, in language: Language
  ) -> Table {
    cooccurrence(by: unit, as: association, of: sharedUnits(unit), in: language)
  }

  /// The pairs with their units counted on one thread.
  func cooccurringPairs(all: Bool = false, in language: Language) -> Table {
    cooccurringPairs(by: .turn, all: all, of: sharedUnits(.turn), in: language)
  }
}
