/// Moments as the home format writes them.
enum HomeTime {
  /// The latest moment that it can write, in milliseconds: under a thousand hours.
  static let latest = 3_600_000_000 - 1

  /// Appends `00:01:12`, or `00:01:12.480` where there is a fraction of a second.
  static func append(_ milliseconds: Int, to text: inout [UInt8]) {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    append(seconds / 3600, leadingUnit: 10, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, leadingUnit: 10, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds % 60, leadingUnit: 10, to: &text)
    if rest == 0 { return }
    text.append(UInt8(ascii: "."))
    append(rest, leadingUnit: 100, to: &text)
  }

  /// Appends a number with a digit for `unit`, and for all units below and above it that it has.
  private static func append(_ number: Int, leadingUnit unit: Int, to text: inout [UInt8]) {
    var unit = unit
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      text.append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
  }
}
