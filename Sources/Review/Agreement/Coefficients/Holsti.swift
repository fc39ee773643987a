extension Tally {
  /// Holsti's coefficient of reliability, in 0…1: twice the ratings that two coders agree on, by all
  /// ratings that they gave; for more coders the mean over pairs.
  ///
  /// Holsti, O. R. (1969). Content Analysis for the Social Sciences and Humanities. Addison-Wesley,
  /// page 140. Unlike percent agreement it counts what only one of the two rated. Undefined when no
  /// unit was rated by two coders. It is not corrected for chance.
  public func holsti() throws(Undefined) -> Double {
    if units(ratedBy: 2) == 0 { throw .noPairs }
    var sum = 0.0
    var pairs = 0
    for one in 0..<coderCount {
      for other in 0..<one {
        var (same, all) = (0, 0)
        for (pattern, count) in zip(patterns, counts) {
          let (left, right) = (pattern.ratings[one], pattern.ratings[other])
          all += ((left == nil ? 0 : 1) + (right == nil ? 0 : 1)) * count
          if left != nil, left == right { same += count }
        }
        guard all > 0 else { continue }
        sum += Double(2 * same) / Double(all)
        pairs += 1
      }
    }
    if pairs == 0 { throw .noPairs }
    return sum / Double(pairs)
  }
}
