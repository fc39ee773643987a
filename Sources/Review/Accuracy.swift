/// How far what was found follows what a person decided: units found and meant.
///
/// Van Rijsbergen, C. J. (1979). Information Retrieval (2nd ed.). Butterworths, chapter 7.
public struct Accuracy: Sendable, Hashable {
  /// Units both found and meant.
  public let both: Int
  /// Units found.
  public let found: Int
  /// Units meant.
  public let meant: Int

  /// Makes an accuracy from counts; `both` is in each of the others.
  public init(both: Int, found: Int, meant: Int) {
    precondition(both >= 0 && both <= found && both <= meant)
    self.both = both
    self.found = found
    self.meant = meant
  }

  /// Compares binary ratings: `found` and `meant` are indices of coders; units that one of them did
  /// not rate do not count.
  public init(of ratings: Ratings, found: Int, meant: Int) {
    let rated = ratings.units.filter { $0[found] != nil && $0[meant] != nil }
    self.init(
      both: rated.count { $0[found] == 1 && $0[meant] == 1 },
      found: rated.count { $0[found] == 1 }, meant: rated.count { $0[meant] == 1 })
  }

  /// The share of what was found that was meant, in 0…1; undefined when nothing was found.
  public var precision: Result<Double, Undefined> { share(of: found) }

  /// The share of what was meant that was found, in 0…1; undefined when nothing was meant.
  public var recall: Result<Double, Undefined> { share(of: meant) }

  /// The harmonic mean of precision and recall, in 0…1; undefined when nothing was found or meant.
  ///
  /// The same as Dice's coefficient of what was found and what was meant.
  public var f1: Result<Double, Undefined> {
    found + meant == 0
      ? .failure(.nothingCounted) : .success(Double(2 * both) / Double(found + meant))
  }

  private func share(of whole: Int) -> Result<Double, Undefined> {
    whole == 0 ? .failure(.nothingCounted) : .success(Double(both) / Double(whole))
  }
}
