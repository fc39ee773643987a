/// The language of reports, tables and printed codebooks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case nl
  case en

  /// The words of `phrase` in this language.
  func say(_ phrase: Phrase) -> String {
    switch self {
    case .nl: phrase.nl
    case .en: phrase.en
    }
  }

  /// `value` with so many decimals and this language's decimal sign; nil for infinity and
  /// not-a-number.
  func decimal(_ value: Double, places: Int = 1) -> String? {
    guard let fixed = fixedDecimals(value, places: places) else { return nil }
    switch self {
    case .nl: return String(fixed.map { $0 == "." ? "," : $0 })
    case .en: return fixed
    }
  }

  /// `part` of `whole` in hundreds, with one decimal: `10,3 %` or `10.3%`; `–` of nothing.
  func percentage(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let (tenths, rest) = (part * 1000).quotientAndRemainder(dividingBy: whole)
    let rounded = rest * 2 >= whole ? tenths + 1 : tenths
    let (ones, tenth) = rounded.quotientAndRemainder(dividingBy: 10)
    switch self {
    case .nl: return "\(ones),\(tenth) %"
    case .en: return "\(ones).\(tenth)%"
    }
  }
}

/// `value` with so many decimals after a point; nil for infinity and not-a-number.
///
/// Rounds the shortest decimal number that stands for `value`, half away from zero: what a reader
/// gets who rounds the number in the CSV by hand, so 0.15 is 0.2 and 2.675 is 2.68.
func fixedDecimals(_ value: Double, places: Int) -> String? {
  guard value.isFinite else { return nil }
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
