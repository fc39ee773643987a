import Corpus

/// Text out of a file, with the place of each of its code points: lines of it may have been joined.
///
/// Readers of fields and rules work on one, so that a fault in a continuation line is reported
/// where it stands.
struct PlacedText: Sendable {
  /// UTF-8, always well-formed.
  private(set) var bytes: [UInt8]
  private let start: FilePosition
  /// Where each later line of the file begins in `bytes`, and where that is in the file.
  private var joints: [(index: Int, position: FilePosition)] = []

  /// Text that stands on one line of the file: well-formed UTF-8.
  init(_ bytes: some Sequence<UInt8>, at position: FilePosition) {
    self.bytes = Array(bytes)
    start = position
  }

  /// Adds text of a later line, after one blank.
  mutating func join(_ line: some Sequence<UInt8>, at position: FilePosition) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    joints.append((bytes.count, position))
    bytes += line
  }

  /// Puts a blank in the place of one ASCII sign.
  mutating func blankOut(_ index: Int) {
    bytes[index] = UInt8(ascii: " ")
  }

  /// Where the code point at `index` stands; one past the end is a place too.
  func position(at index: Int) -> FilePosition {
    let piece = joints.last { $0.index <= index } ?? (0, start)
    let column = piece.position.column + bytes.span.countScalars(piece.index..<index)
    return FilePosition(line: piece.position.line, column: column)
  }

  /// What stands in a range, without the blanks at its edges.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[trimming(range)], as: UTF8.self)
  }

  /// The whole, without the blanks at its edges.
  var string: String { string(bytes.indices) }

  /// The part of a range that is left when the blanks at its edges are taken off.
  func trimming(_ range: Range<Int>) -> Range<Int> { bytes.span.trimming(range) }

  /// The code point at `index`, and where the next one begins.
  @inline(__always)
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, end: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (Unicode.Scalar(byte), index + 1) }
    let (scalar, length) = decodeScalar(bytes.span, at: index)
    return (scalar.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", index + length)
  }

  /// What the code point at `index` is to a rule, and where the next one begins.
  @inline(__always)
  func sign(at index: Int) -> (sign: RuleSign, end: Int) {
    let (scalar, end) = scalar(at: index)
    return (RuleSign(scalar), end)
  }

  /// The end of an arrow that begins at `index`; nil when none does.
  @inline(__always)
  func endOfArrow(at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "-"):
      index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">") ? index + 2 : nil
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x86 && bytes[index + 2] == 0x92
        ? index + 3 : nil
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// The part of a range of UTF-8 that is left when the blanks at its edges are taken off; empty at
  /// its beginning when nothing is.
  func trimming(_ range: Range<Int>) -> Range<Int> {
    let first = skipBlanks(self, from: range.lowerBound, to: range.upperBound)
    guard first < range.upperBound else { return range.lowerBound..<range.lowerBound }
    return first..<trimBlanks(self, from: first, to: range.upperBound)
  }

  /// How many code points begin in a range of UTF-8.
  func countScalars(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
