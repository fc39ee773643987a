/// Where a JSON text stops being plain: the first quote, backslash or control character from `index`
/// on, or `end`.
@inline(__always)
func endOfPlainText(_ bytes: borrowing Span<UInt8>, from index: Int, to end: Int) -> Int {
  var index = index
  while index &+ 16 <= end {
    let (low, high) = stops(in: bytes, at: index)
    if low != 0 { return index + low.trailingZeroBitCount >> 3 }
    if high != 0 { return index + 8 + high.trailingZeroBitCount >> 3 }
    index &+= 16
  }
  while index < end {
    let byte = bytes[index]
    if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
    index += 1
  }
  return end
}

/// Of sixteen bytes, which must be there, those at which plain text ends: their bits are all set.
@inline(__always)
private func stops(in bytes: borrowing Span<UInt8>, at index: Int) -> (low: UInt64, high: UInt64) {
  let sixteen = unsafe bytes.bytes.unsafeLoadUnaligned(
    fromByteOffset: index, as: SIMD16<UInt8>.self)
  // With the type left out, or a single byte on the right, this compiles to one byte after the other.
  let stops =
    (sixteen .== SIMD16<UInt8>(repeating: 0x22)) .| (sixteen .== SIMD16<UInt8>(repeating: 0x5C))
    .| (sixteen .< SIMD16<UInt8>(repeating: 0x20))
  let halves = unsafe unsafeBitCast(stops, to: SIMD2<UInt64>.self)
  return (UInt64(littleEndian: halves[0]), UInt64(littleEndian: halves[1]))
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
