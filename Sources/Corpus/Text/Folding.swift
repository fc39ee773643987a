/// How words are compared: without regard to case, accents and typography.
///
/// Full case folding, NFKD, combining marks U+0300–U+036F dropped; ø ł đ æ œ ß ĳ become
/// o l d ae oe ss ij; every apostrophe is U+0027, U+2010 and U+2011 are U+002D, soft hyphens and
/// joiners (U+200C, U+200D) go.
public enum Folding {
  /// The folded form of UTF-8 text.
  ///
  /// - Parameter text: UTF-8; what is not valid is kept byte by byte.
  /// - Returns: UTF-8.
  /// - Complexity: O(*n*) in the bytes of `text`.
  public static func fold(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    append(folding: bytes.span, 0..<bytes.count, to: &folded)
    return folded
  }

  /// Appends the folded form of a part of UTF-8 text.
  public static func append(
    folding text: borrowing Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    if !appendPlain(text, range, foldsCase: true, to: &result) {
      append(text, range, through: .folding, to: &result)
    }
  }

  /// Appends the canonical form of a part of UTF-8 text.
  public static func append(
    canonical text: borrowing Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    if !appendPlain(text, range, foldsCase: false, to: &result) {
      append(text, range, through: .canonical, to: &result)
    }
  }

  /// Appends a part of text that needs no table, as most words do; false, and nothing, for any other.
  @inline(__always)
  private static func appendPlain(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, foldsCase: Bool, to result: inout [UInt8]
  ) -> Bool {
    // Adding no capacity writes to the memory that all empty arrays share.
    if range.isEmpty { return true }
    let first = result.count
    result.append(addingCapacity: range.count) { output in
      for index in range {
        let byte = text[index]
        guard byte < 0x80, byte != UInt8(ascii: "`") else { break }
        output.append(foldsCase ? asciiSmall(byte) : byte)
      }
    }
    if result.count == first + range.count { return true }
    result.removeSubrange(first...)
    return false
  }

  /// Text with its case and accents, but decomposed (NFD) and with plain hyphens and apostrophes, so
  /// that equal spellings have equal bytes.
  public static func canonical(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    var mapped: [UInt8] = []
    append(canonical: bytes.span, 0..<bytes.count, to: &mapped)
    return mapped
  }

  private static func isJoiner(_ scalar: UInt32) -> Bool { scalar == 0x200C || scalar == 0x200D }

  private static func append(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>,
    through map: ScalarMap, to result: inout [UInt8]
  ) {
    let first = result.count
    let foldsCase = map.foldsCase
    var isPlain = true
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        if byte == UInt8(ascii: "`") {
          result.append(UInt8(ascii: "'"))
        } else {
          result.append(foldsCase && byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
        continue
      }
      isPlain = false
      let (scalar, length) = decodeScalar(text, at: index)
      let isMapped = scalar.map { isJoiner($0) || map.append($0, to: &result) }
      if isMapped != true { for offset in 0..<length { result.append(text[index + offset]) } }
      index += length
    }
    if !isPlain, mayHaveMarksToOrder(result, from: first) { orderMarks(&result, from: first) }
  }

  /// Whether two scalars in a row may be marks: none is below U+0300, whose first byte is 0xCC.
  private static func mayHaveMarksToOrder(_ text: [UInt8], from start: Int) -> Bool {
    var isAfterMark = false
    for index in start..<text.count where text[index] & 0xC0 != 0x80 {
      let isMark = text[index] >= 0xCC
      if isMark, isAfterMark { return true }
      isAfterMark = isMark
    }
    return false
  }

  /// Puts the marks of each letter in canonical order (The Unicode Standard, section 3.11).
  private static func orderMarks(_ text: inout [UInt8], from start: Int) {
    var ordered = String.UnicodeScalarView()
    var marks: [(rank: UInt8, number: Int, scalar: Unicode.Scalar)] = []
    func append() {
      marks.sort { ($0.rank, $0.number) < ($1.rank, $1.number) }
      ordered.append(contentsOf: marks.map(\.scalar))
      marks.removeAll(keepingCapacity: true)
    }
    guard let whole = String(validating: text[start...], as: UTF8.self) else { return }
    for scalar in whole.unicodeScalars {
      let rank = scalar.properties.canonicalCombiningClass.rawValue
      if rank == 0 { append() }
      marks.append((rank, marks.count, scalar))
    }
    append()
    text.replaceSubrange(start..., with: String(ordered).utf8)
  }
}

/// What a scalar outside ASCII becomes in comparisons.
struct ScalarMap: Sendable {
  /// The scalars that change, ascending.
  let keys: [UInt32]
  /// Where the UTF-8 of each begins in `pool`; one more than there are keys.
  let starts: [UInt16]
  let pool: [UInt8]
  /// Whether ASCII capitals become small.
  let foldsCase: Bool

  /// Appends what `scalar` becomes, and says whether it changes at all.
  func append(_ scalar: UInt32, to result: inout [UInt8]) -> Bool {
    if appendHangul(scalar, to: &result) { return true }
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < keys.count, keys[low] == scalar else { return false }
    result.append(contentsOf: pool[Int(starts[low])..<Int(starts[low + 1])])
    return true
  }

  /// Decomposes a Hangul syllable by arithmetic (The Unicode Standard, section 3.12).
  private func appendHangul(_ scalar: UInt32, to result: inout [UInt8]) -> Bool {
    guard scalar >= 0xAC00, scalar < 0xAC00 + 11172 else { return false }
    let index = scalar - 0xAC00
    var jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
    if index % 28 > 0 { jamo.append(0x11A7 + index % 28) }
    for one in jamo {
      result += [0xE0 | UInt8(one >> 12), 0x80 | UInt8(one >> 6 & 0x3F), 0x80 | UInt8(one & 0x3F)]
    }
    return true
  }
}
