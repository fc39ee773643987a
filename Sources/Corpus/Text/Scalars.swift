/// Decodes the scalar that begins at `index` of UTF-8 text.
///
/// - Returns: The scalar, or nil where the bytes are not UTF-8, and how many bytes it takes (1 when
///   nil).
@inline(__always)
package func decodeScalar(_ text: borrowing Span<UInt8>, at index: Int) -> (UInt32?, Int) {
  let first = UInt32(text[index])
  if first < 0x80 { return (first, 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first < 0xF5, index + length <= text.count else { return (nil, 1) }
  var scalar = first & (0x7F >> UInt32(length))
  for offset in 1..<length {
    let byte = UInt32(text[index + offset])
    guard byte & 0xC0 == 0x80 else { return (nil, 1) }
    scalar = scalar << 6 | byte & 0x3F
  }
  return (scalar, length)
}

/// What a scalar is to the cutting of words.
package enum ScalarClass {
  case letter
  /// A combining mark: part of a word, never the beginning of one.
  case mark
  case digit
  /// Joins two parts of a word when it stands alone between them.
  case hyphen
  case apostrophe
  /// A soft hyphen or joiner: dropped inside a word.
  case dropped
  case blank
  case sign

  /// Whether a word can begin or go on with it.
  var isOfWords: Bool { self == .letter || self == .digit }
}

/// The class of a scalar: letters are general category L, digits N, marks M.
package func scalarClass(_ scalar: UInt32) -> ScalarClass {
  if scalar < 0x80 { return asciiClass(UInt8(truncatingIfNeeded: scalar)) }
  if scalar >= 0xC0, scalar < 0x250 { return scalar == 0xD7 || scalar == 0xF7 ? .sign : .letter }
  switch scalar {
  case 0xAD, 0x200C, 0x200D: return .dropped
  case 0x2010, 0x2011: return .hyphen
  case 0xB4, 0x2018, 0x2019, 0x201B, 0x02B9, 0x02BB, 0x02BC, 0x2032, 0xFF07: return .apostrophe
  case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .blank
  case 0x2012...0x2027: return .sign
  default: break
  }
  switch Unicode.Scalar(scalar)?.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
    return .letter
  case .decimalNumber, .letterNumber, .otherNumber: return .digit
  case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
  default: return .sign
  }
}

/// The class of an ASCII byte.
@inline(__always)
func asciiClass(_ byte: UInt8) -> ScalarClass {
  if (byte | 0x20) &- 0x61 < 26 { return .letter }
  if byte &- 0x30 < 10 { return .digit }
  switch byte {
  case 0x20, 0x09...0x0D: return .blank
  case UInt8(ascii: "-"): return .hyphen
  case UInt8(ascii: "'"), UInt8(ascii: "`"): return .apostrophe
  default: return .sign
  }
}

/// Whether an ASCII byte is a letter or digit.
@inline(__always)
func isAsciiOfWords(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}

/// Eight bytes of text, the first lowest.
@inline(__always)
func eightBytes(_ text: borrowing Span<UInt8>, at index: Int) -> UInt64 {
  unsafe UInt64(
    littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
}

/// Sixteen bytes of text, to be compared with sixteen others: with the type left out, or a single byte on
/// the right, a comparison compiles to one byte after the other.
@inline(__always)
func sixteenBytes(_ text: borrowing Span<UInt8>, at index: Int) -> SIMD16<UInt8> {
  unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
}

/// Whether something holds of any of sixteen bytes.
@inline(__always)
func isSomewhere(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
  let halves = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  return halves[0] | halves[1] != 0
}

extension Span<UInt8> {
  /// Whether a range holds the same bytes as another text, eight at a time.
  func holds(_ other: borrowing Span<UInt8>, at range: Range<Int>) -> Bool {
    guard range.count == other.count else { return false }
    var index = 0
    while index + 8 <= other.count {
      if eightBytes(self, at: range.lowerBound + index) != eightBytes(other, at: index) {
        return false
      }
      index += 8
    }
    while index < other.count {
      if self[range.lowerBound + index] != other[index] { return false }
      index += 1
    }
    return true
  }
}

/// How many of eight bytes, from the lowest on, are ASCII letters and digits.
@inline(__always)
func asciiOfWords(_ eight: UInt64) -> Int {
  let high: UInt64 = 0x8080_8080_8080_8080
  let ones: UInt64 = 0x0101_0101_0101_0101
  let low = eight & ~high
  // In seven bits and a carry: the high bit of each byte says whether it is at least the bound.
  func isAtLeast(_ bytes: UInt64, _ bound: UInt64) -> UInt64 { bytes &+ ones &* (0x80 - bound) }
  let small = low | ones &* 0x20
  let letters = isAtLeast(small, 0x61) & ~isAtLeast(small, 0x7B)
  let digits = isAtLeast(low, 0x30) & ~isAtLeast(low, 0x3A)
  return (~((letters | digits) & ~eight) & high).trailingZeroBitCount >> 3
}

/// Whether an ASCII byte can join two parts of a word.
@inline(__always)
func joinsAsciiWords(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
}

/// The small letter of an ASCII capital; any other byte as it is.
@inline(__always)
func asciiSmall(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// Eight ASCII bytes with their capitals made small.
@inline(__always)
func asciiSmall(_ eight: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let isFromA = eight &+ ones &* (0x80 - 0x41)
  let isAfterZ = eight &+ ones &* (0x80 - 0x5B)
  return eight | (isFromA & ~isAfterZ & (ones &* 0x80)) >> 2
}

/// Whether a scalar is a small letter.
func isSmall(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 { return scalar &- 0x61 < 26 }
  return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
}

/// Whether a scalar is a capital.
func isCapital(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 { return scalar &- 0x41 < 26 }
  let properties = Unicode.Scalar(scalar)?.properties
  return properties?.isUppercase == true || properties?.generalCategory == .titlecaseLetter
}

/// The index of the first byte from `index` on that begins no blank, or `end`.
package func skipBlanks(_ text: borrowing Span<UInt8>, from index: Int, to end: Int) -> Int {
  var index = index
  while index < end {
    let byte = text[index]
    if byte < 0x80 {
      guard asciiClass(byte) == .blank else { break }
      index += 1
      continue
    }
    let (scalar, length) = decodeScalar(text, at: index)
    guard let scalar, scalarClass(scalar) == .blank else { break }
    index += length
  }
  return index
}

/// The end of what is left of `start..<end` when the blanks at its end are taken off.
package func trimBlanks(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
  var end = end
  while end > start {
    var last = end - 1
    if text[last] < 0x80 {
      guard asciiClass(text[last]) == .blank else { break }
      end = last
      continue
    }
    while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
    guard let scalar = decodeScalar(text, at: last).0, scalarClass(scalar) == .blank else { break }
    end = last
  }
  return end
}
