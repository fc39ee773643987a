/// Writes numbers as digits, without a text in between: a report has a hundred thousand of them.
enum Digits {
  /// Appends a whole number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let number = number.magnitude
    if number < 10 {
      bytes.append(zero &+ UInt8(truncatingIfNeeded: number))
      return
    }
    var power: UInt = 10
    while number / power >= 10 { power *= 10 }
    bytes.append(addingCapacity: 20) { digits in
      var rest = number
      while power > 0 {
        digits.append(zero &+ UInt8(truncatingIfNeeded: rest / power))
        rest %= power
        power /= 10
      }
    }
  }

  /// Appends a number with so many decimals, as `fixedDecimals` does.
  ///
  /// - Returns: False, and nothing is appended, for infinity and not-a-number.
  static func append(
    _ value: Double, places: Int, point: UInt8, to bytes: inout [UInt8]
  ) -> Bool {
    guard value.isFinite else { return false }
    guard let scaled = scaled(value.magnitude, places: places) else {
      for byte in shortestRounded(value, places: places).utf8 {
        bytes.append(byte == UInt8(ascii: ".") ? point : byte)
      }
      return true
    }
    if value < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: powers[places])
    append(whole, to: &bytes)
    if places > 0 { bytes.append(point) }
    for place in (0..<places).reversed() {
      bytes.append(zero + UInt8(rest / powers[place] % 10))
    }
    return true
  }

  /// The number in units of the last decimal; nil where binary fractions could tip the balance, or
  /// the number is too large to be sure.
  private static func scaled(_ magnitude: Double, places: Int) -> Int? {
    guard places < powers.count else { return nil }
    let scaled = magnitude * Double(powers[places])
    guard scaled < 1e8 else { return nil }
    let floor = scaled.rounded(.down)
    let fraction = scaled - floor
    if (0.499_999...0.500_001).contains(fraction) { return nil }
    return Int(floor) + (fraction > 0.5 ? 1 : 0)
  }

  private static let zero = UInt8(ascii: "0")
  private static let powers = [1, 10, 100, 1000]
}

/// `value` with so many decimals after a point; nil for infinity and not-a-number.
///
/// Rounds the shortest decimal number that stands for `value`, half away from zero: what a reader
/// gets who rounds the number in the CSV by hand, so 0.15 is 0.2 and 2.675 is 2.68.
func fixedDecimals(_ value: Double, places: Int) -> String? {
  var bytes: [UInt8] = []
  let isNumber = Digits.append(value, places: places, point: UInt8(ascii: "."), to: &bytes)
  return isNumber ? String(decoding: bytes, as: UTF8.self) : nil
}

/// The same for a finite number, digit by digit: for those near a half, and for large ones.
func shortestRounded(_ value: Double, places: Int) -> String {
  let halves = value.magnitude.description.split(separator: "e")
  let exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
  let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
  var digits = parts.joined().utf8.map { Int($0) - 48 }
  var point = parts[0].utf8.count + exponent
  if point < 1 {
    digits.insert(contentsOf: repeatElement(0, count: 1 - point), at: 0)
    point = 1
  }
  let kept = point + places
  if kept < digits.count {
    let roundsUp = digits[kept] >= 5
    digits.removeSubrange(kept...)
    if roundsUp, increment(&digits) { point += 1 }
  } else {
    digits.append(contentsOf: repeatElement(0, count: kept - digits.count))
  }
  var text = value < 0 && digits.contains { $0 != 0 } ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index == point { text += "." }
    text += String(digit)
  }
  return text
}

/// Adds one in the last place; true when the number grew by a digit.
private func increment(_ digits: inout [Int]) -> Bool {
  for index in digits.indices.reversed() {
    if digits[index] < 9 {
      digits[index] += 1
      return false
    }
    digits[index] = 0
  }
  digits.insert(1, at: 0)
  return true
}
