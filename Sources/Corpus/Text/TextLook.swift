/// A first look at the bytes of a file, many at a time.
struct TextLook {
  /// Whether all is UTF-8, and no byte is NUL.
  private(set) var isWhole = true
  /// Whether a CR stands anywhere.
  private(set) var hasCR = false

  init(_ text: borrowing Span<UInt8>) {
    var marks: (zeros: UInt64, returns: UInt64) = (0, 0)
    var index = 0
    while index < text.count {
      index = pass(asciiOf: text, from: index)
      if index == text.count { break }
      var eight: UInt64 = .max
      var ascii = 8
      if index + 8 <= text.count {
        eight = eightBytes(text, at: index)
        ascii = (eight & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
        // What is not looked at yet counts as no sign at all.
        if ascii < 8 { eight |= .max &<< UInt64(8 &* ascii) }
      } else if text[index] < 0x80 {
        eight = .max &<< 8 | UInt64(text[index])
        ascii = 1
      } else {
        ascii = 0
      }
      marks.zeros |= zeroBytes(eight)
      marks.returns |= zeroBytes(eight ^ 0x0D0D_0D0D_0D0D_0D0D)
      index += ascii
      if ascii == 8 || index == text.count || text[index] < 0x80 { continue }
      let (isValid, length) = Self.scalar(text, at: index)
      if !isValid { isWhole = false }
      index += length
    }
    if marks.zeros != 0 { isWhole = false }
    if marks.returns != 0 { hasCR = true }
  }

  /// Passes over sixteen bytes of ASCII, as often as they stand there, and gives the index after.
  private mutating func pass(asciiOf text: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    var marks: (zeros: SIMDMask<SIMD16<Int8>>, returns: SIMDMask<SIMD16<Int8>>) = (
      SIMDMask(repeating: false), SIMDMask(repeating: false)
    )
    while index &+ 16 <= text.count {
      let sixteen = sixteenBytes(text, at: index)
      if isSomewhere(sixteen .>= SIMD16<UInt8>(repeating: 0x80)) { break }
      marks.zeros = marks.zeros .| (sixteen .== SIMD16<UInt8>(repeating: 0))
      marks.returns = marks.returns .| (sixteen .== SIMD16<UInt8>(repeating: 0x0D))
      index &+= 16
    }
    if isSomewhere(marks.zeros) { isWhole = false }
    if isSomewhere(marks.returns) { hasCR = true }
    return index
  }

  /// Whether a scalar outside ASCII begins at `index`, and how many bytes it takes.
  static func scalar(
    _ text: borrowing Span<UInt8>, at index: Int
  ) -> (isValid: Bool, length: Int) {
    let (scalar, length) = decodeScalar(text, at: index)
    guard let scalar else { return (false, length) }
    // Smaller ones in as many bytes are malformed, and so are halves of a pair of UTF-16.
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return (scalar >= smallest && Unicode.Scalar(scalar) != nil, length)
  }
}

/// The high bit of the lowest byte of eight that is 0, and perhaps of some above it; 0 when none is.
@inline(__always)
func zeroBytes(_ eight: UInt64) -> UInt64 {
  (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080
}

/// Where the line that holds `index` ends: at its LF, or at the end of the text.
@inline(__always)
func endOfLine(_ text: borrowing Span<UInt8>, from index: Int) -> Int {
  var index = index
  while index &+ 16 <= text.count,
    !isSomewhere(sixteenBytes(text, at: index) .== SIMD16<UInt8>(repeating: 0x0A))
  { index &+= 16 }
  while index < text.count, text[index] != 0x0A { index += 1 }
  return index
}
