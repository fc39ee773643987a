/// What a mistyped word may have been meant to be.
enum Suggestion {
  /// The candidates that are nearest to a word, if they are near enough to be meant.
  ///
  /// - Returns: Those that differ in case and zeros alone (FG3, FG03), else those that begin with
  ///   the word, else those the fewest slips away; in their order.
  static func nearest(to word: String, in candidates: [String]) -> [String] {
    let same = candidates.filter { plain($0) == plain(word) }
    if !same.isEmpty { return same }
    let beginning = candidates.filter { word.count > 2 && $0.hasPrefix(word) }
    if !beginning.isEmpty { return beginning }
    let distances = candidates.map { slips(from: Array(word.utf8), to: Array($0.utf8)) }
    guard let least = distances.min(), least <= max(1, word.utf8.count / 3) else { return [] }
    return zip(candidates, distances).filter { $0.1 == least }.map(\.0)
  }

  /// In small letters, without zeros before numbers.
  private static func plain(_ word: String) -> String {
    var plain = ""
    for sign in word.lowercased() where sign != "0" || plain.last?.isNumber == true {
      plain.append(sign)
    }
    return plain
  }

  /// A question with the candidates; nil when there are none.
  static func sentence(_ candidates: [String]) -> String? {
    guard let last = candidates.last else { return nil }
    let others = candidates.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
    return "did you mean " + (others.isEmpty ? "" : others + " or ") + "\"\(last)\"?"
  }

  /// How many letters were added, left out, mistaken for others or swapped with their neighbour
  /// (Damerau 1964, as the optimal string alignment distance).
  static func slips(from word: [UInt8], to other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (i, sign) in word.enumerated() {
      var row = [i + 1]
      for (j, otherSign) in other.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (sign == otherSign ? 0 : 1))
        if i > 0, j > 0, sign == other[j - 1], word[i - 1] == otherSign {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[other.count]
  }
}
