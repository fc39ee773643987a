/// Where a JSON text stops being plain: the first quote, backslash or control character from `index`
/// on, or `end`.
func endOfPlainText(_ bytes: borrowing Span<UInt8>, from index: Int, to end: Int) -> Int {
  var index = index
  while index + 16 <= end {
    let first = stops(eightBytes(bytes, at: index))
    if first != 0 { return index + first.trailingZeroBitCount >> 3 }
    let second = stops(eightBytes(bytes, at: index + 8))
    if second != 0 { return index + 8 + second.trailingZeroBitCount >> 3 }
    index += 16
  }
  while index < end {
    let byte = bytes[index]
    if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
    index += 1
  }
  return end
}

/// The high bit of each byte at which plain text ends; of the bits after the first, some are false.
@inline(__always)
private func stops(_ eight: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  // With this bit turned, a quote comes directly after the control characters, and the blank does not.
  let low = eight ^ ones &* 0x02
  let backslashes = eight ^ ones &* 0x5C
  // A byte that is less than the bound borrows; what a borrow spoils stands above a true find.
  return ((low &- ones &* 0x21) & ~low | (backslashes &- ones) & ~backslashes)
    & 0x8080_8080_8080_8080
}

/// Eight bytes, the first lowest; they must be there.
@inline(__always)
func eightBytes(_ bytes: borrowing Span<UInt8>, at index: Int) -> UInt64 {
  unsafe UInt64(
    littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
}

/// Whether there is nothing but ASCII in a range.
func isASCII(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
  var all: UInt64 = 0
  var index = range.lowerBound
  while index + 8 <= range.upperBound {
    all |= eightBytes(bytes, at: index)
    index += 8
  }
  while index < range.upperBound {
    all |= UInt64(bytes[index])
    index += 1
  }
  return all & 0x8080_8080_8080_8080 == 0
}

/// The number that eight small hexadecimal digits make; eight bytes must be there.
@inline(__always)
func eightDigits(_ bytes: borrowing Span<UInt8>, at index: Int) -> UInt32? {
  let eight = eightBytes(bytes, at: index)
  let ones: UInt64 = 0x0101_0101_0101_0101
  // Letters have a bit that digits have not, and count from 1.
  let digits = (eight & (ones &* 0x0F)) &+ (eight &>> 6 & ones) &* 9
  let letters = (digits &+ ones &* 6) &>> 4 & ones
  guard digits & (ones &* 0xF0) == 0, digits &+ ones &* 0x30 &+ letters &* 0x27 == eight else {
    return nil
  }
  let inOrder = digits.byteSwapped
  let pairs = (inOrder | inOrder &>> 4) & 0x00FF_00FF_00FF_00FF
  let fours = (pairs | pairs &>> 8) & 0x0000_FFFF_0000_FFFF
  return UInt32(truncatingIfNeeded: fours | fours &>> 16)
}
