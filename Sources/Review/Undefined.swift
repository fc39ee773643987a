/// Why a number cannot be given: it is never replaced by 0 or by not-a-number.
public enum Undefined: Error, Sendable, Hashable {
  /// No unit was rated by two coders.
  case noPairs
  /// All ratings are of one category, so that chance alone would agree as much.
  case noVariation
  /// There is only one category to choose from.
  case oneCategory
  /// The statistic is one of two coders, and there are more or fewer.
  case notTwoCoders
  /// The statistic is one of two categories, and there are more or fewer.
  case notTwoCategories
  /// A coder's segments overlap, so that they do not divide the text.
  case overlappingSegments
  /// Nothing was coded that two coders share.
  case nothingShared
  /// Fewer units than a number can be based on.
  case tooFewUnits(Int, needed: Int)
  /// Too many resamples of the bootstrap had no value.
  case unstable
  /// The number would be a part of nothing.
  case nothingCounted
}
