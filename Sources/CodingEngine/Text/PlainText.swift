/// Where a JSON text stops being plain: the first quote, backslash or control character from `index`
/// on, or `end`.
func endOfPlainText(_ bytes: borrowing Span<UInt8>, from index: Int, to end: Int) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high: UInt64 = 0x8080_8080_8080_8080
  var index = index
  while index + 8 <= end {
    let eight = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    let quotes = eight ^ ones &* 0x22
    let backslashes = eight ^ ones &* 0x5C
    // A byte that is less than the bound borrows; what a borrow spoils stands above a true find.
    let found =
      ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
        | (eight &- ones &* 0x20) & ~eight) & high
    if found != 0 { return index + found.trailingZeroBitCount >> 3 }
    index += 8
  }
  while index < end {
    let byte = bytes[index]
    if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
    index += 1
  }
  return end
}
