/// A piece of at most 24 bytes that stands in the lines of the log as the tool writes them.
struct LogMark: Sendable {
  /// How many bytes it has.
  let count: Int
  private let first, second, third: UInt64
  private let firstMask, secondMask, thirdMask: UInt64

  init(_ text: String) {
    let bytes = Array(text.utf8)
    precondition(bytes.count <= Self.reach)
    func word(_ index: Int) -> (value: UInt64, mask: UInt64) {
      var (value, mask): (UInt64, UInt64) = (0, 0)
      for (place, byte) in bytes.dropFirst(index * 8).prefix(8).enumerated() {
        value |= UInt64(byte) << (8 * place)
        mask |= 0xFF << (8 * place)
      }
      return (value, mask)
    }
    count = bytes.count
    (first, firstMask) = word(0)
    (second, secondMask) = word(1)
    (third, thirdMask) = word(2)
  }

  /// How many bytes are looked at.
  private static let reach = 24

  /// Whether it stands at a place; never in the last bytes of the file.
  @inline(__always)
  func stands(in bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    guard index >= 0, index + 24 <= bytes.count,
      (eightBytes(bytes, at: index) ^ first) & firstMask == 0
    else { return false }
    if count <= 8 { return true }
    let difference =
      (eightBytes(bytes, at: index + 8) ^ second) & secondMask
      | (eightBytes(bytes, at: index + 16) ^ third) & thirdMask
    return difference == 0
  }
}

/// Walks along a line of the log in the form that the tool writes: members in one order, no blanks.
///
/// Nearly all lines have that form, and it is read several times as fast as JSON of any form. It is
/// only a short cut: where something else stands, the walk says no, and the line is read again by
/// `LogCursor`, which also finds out what is wrong with it.
struct WrittenWalk {
  private(set) var index: Int
  let end: Int

  init(from index: Int, to end: Int) {
    self.index = index
    self.end = end
  }

  /// Passes over a mark; false where it does not stand.
  @inline(__always)
  mutating func pass(_ mark: LogMark, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard mark.stands(in: bytes, at: index) else { return false }
    index += mark.count
    return true
  }

  /// Passes over a byte; false where another stands.
  @inline(__always)
  mutating func pass(_ byte: UInt8, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Passes over a text up to its closing quote, and gives what stands before that, escapes as written.
  mutating func text(_ bytes: borrowing Span<UInt8>) -> Range<Int>? {
    let start = index
    while true {
      index = endOfPlainText(bytes, from: index, to: end)
      guard index < end else { return nil }
      if bytes[index] == UInt8(ascii: "\"") { return start..<index }
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < end, bytes[index + 1] >= 0x20 else {
        return nil
      }
      index += 2
    }
  }

  /// A whole number of at most fifteen digits.
  @inline(__always)
  mutating func integer(_ bytes: borrowing Span<UInt8>) -> Int? {
    let start = index
    var value = 0
    while index < end, bytes[index] &- 0x30 < 10 {
      value = value &* 10 &+ Int(bytes[index] &- 0x30)
      index += 1
    }
    let count = index - start
    return count == 0 || count > 15 || count > 1 && bytes[start] == 0x30 ? nil : value
  }
}
