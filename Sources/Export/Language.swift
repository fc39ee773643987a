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
    var bytes: [UInt8] = []
    return Digits.append(value, places: places, point: point, to: &bytes)
      ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The decimal sign.
  var point: UInt8 {
    switch self {
    case .nl: UInt8(ascii: ",")
    case .en: UInt8(ascii: ".")
    }
  }

  /// `part` of `whole` in hundreds, with one decimal: `10,3 %` or `10.3%`; `–` of nothing.
  func percentage(_ part: Int, of whole: Int) -> String {
    var bytes: [UInt8] = []
    appendPercentage(part, of: whole, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8.
  func appendPercentage(_ part: Int, of whole: Int, to bytes: inout [UInt8]) {
    guard whole > 0 else {
      bytes.append("–")
      return
    }
    let (tenths, rest) = (part * 1000).quotientAndRemainder(dividingBy: whole)
    let rounded = rest * 2 >= whole ? tenths + 1 : tenths
    let (ones, tenth) = rounded.quotientAndRemainder(dividingBy: 10)
    Digits.append(ones, to: &bytes)
    bytes.append(point)
    Digits.append(tenth, to: &bytes)
    if self == .nl { bytes.append(UInt8(ascii: " ")) }
    bytes.append(UInt8(ascii: "%"))
  }
}
