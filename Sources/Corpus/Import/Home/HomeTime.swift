/// Moments as the home format writes them.
enum HomeTime {
  /// The latest moment that it can write, in milliseconds: under a thousand hours.
  static let latest = 3_600_000_000 - 1

  /// `00:01:12`, or `00:01:12.480` where there is a fraction of a second.
  static func text(_ milliseconds: Int) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return clock.joined(separator: ":") + (rest == 0 ? "" : "." + padded(rest, 3))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
