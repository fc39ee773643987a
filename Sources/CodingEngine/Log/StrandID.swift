/// One coder on one machine: eight hexadecimal digits made at random.
public struct StrandID: Sendable, Hashable, Comparable, CustomStringConvertible {
  let number: UInt32

  init(_ number: UInt32) {
    self.number = number
  }

  /// Reads exactly eight small hexadecimal digits.
  public init?(_ text: String) {
    guard let number = hexadecimal(text.utf8, count: 8) else { return nil }
    self.number = UInt32(number)
  }

  /// A new one.
  public static func random() -> StrandID {
    StrandID(UInt32.random(in: 0...UInt32.max))
  }

  /// The eight digits.
  public var description: String { hexadecimal(UInt64(number), count: 8) }

  /// Orders by the digits.
  public static func < (left: StrandID, right: StrandID) -> Bool { left.number < right.number }
}

/// A coding, decision or memo that a line of the log added: which line, and which event in it.
public struct LogReference: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The strand of the line.
  public let strand: StrandID
  /// The number of the line in its strand.
  public let n: Int
  /// The number of the event in its line, from 0.
  public let event: Int
  /// The first 32 bits of the line's digest; 0 where the strand has only one line of that number.
  ///
  /// Lines of a fork have one number, and are told apart by it.
  public let line: UInt32

  /// The four numbers with hyphens between.
  public var description: String {
    "\(strand)-\(n)-\(event)-\(hexadecimal(UInt64(line), count: 8))"
  }

  /// Orders by number, strand, line and event.
  public static func < (left: LogReference, right: LogReference) -> Bool {
    (left.n, left.strand, left.line, left.event) < (right.n, right.strand, right.line, right.event)
  }
}

extension LogReference {
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 4, let strand = hexadecimal(parts[0], count: 8),
      let n = decimal(parts[1]), let event = decimal(parts[2]),
      let line = hexadecimal(parts[3], count: 8)
    else { return nil }
    self.init(strand: StrandID(UInt32(strand)), n: n, event: event, line: UInt32(line))
  }
}

/// A number of so many small hexadecimal digits, at most 16.
func hexadecimal(_ number: UInt64, count: Int) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
}

/// Reads exactly `count` small hexadecimal digits, at most 16.
func hexadecimal(_ text: some Sequence<UInt8>, count: Int) -> UInt64? {
  var (number, digits): (UInt64, Int) = (0, 0)
  for byte in text {
    guard digits < count, let digit = hexadecimalDigit(byte) else { return nil }
    number = number << 4 | digit
    digits += 1
  }
  return digits == count ? number : nil
}

/// What a small hexadecimal digit stands for.
@inline(__always)
func hexadecimalDigit(_ byte: UInt8) -> UInt64? {
  if byte &- 0x30 < 10 { return UInt64(byte &- 0x30) }
  return byte &- 0x61 < 6 ? UInt64(byte &- 0x61 &+ 10) : nil
}

private func decimal(_ text: some Collection<UInt8>) -> Int? {
  guard !text.isEmpty, text.count < 16, text.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
  return text.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
}
