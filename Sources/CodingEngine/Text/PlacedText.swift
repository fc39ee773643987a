import Corpus

/// Text out of a file, with the place of each of its code points: lines of it may have been joined.
///
/// Readers of fields and rules work on one, so that a fault in a continuation line is reported
/// where it stands.
struct PlacedText: Sendable {
  private(set) var scalars: [Unicode.Scalar]
  /// Where each line of the file begins in `scalars`, and where that is in the file; never empty.
  private var pieces: [(start: Int, position: FilePosition)]

  /// Text that stands on one line of the file.
  init(_ scalars: some Sequence<Unicode.Scalar>, at position: FilePosition) {
    self.scalars = Array(scalars)
    pieces = [(0, position)]
  }

  /// Adds text of a later line, after one blank.
  mutating func join(_ line: some Sequence<Unicode.Scalar>, at position: FilePosition) {
    if !scalars.isEmpty { scalars.append(" ") }
    pieces.append((scalars.count, position))
    scalars += line
  }

  /// Puts a blank in the place of one code point.
  mutating func blankOut(_ index: Int) {
    scalars[index] = " "
  }

  /// Where the code point at `index` stands; one past the end is a place too.
  func position(at index: Int) -> FilePosition {
    let piece = pieces.last { $0.start <= index } ?? pieces[0]
    let column = piece.position.column + index - piece.start
    return FilePosition(line: piece.position.line, column: column)
  }

  /// What stands in a range, without the blanks at its edges.
  func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[trimming(range)])
  }

  /// The whole, without the blanks at its edges.
  var string: String { string(scalars.indices) }

  /// The part of a range that is left when the blanks at its edges are taken off.
  func trimming(_ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, scalars[first].isBlank { first += 1 }
    guard first < last else { return range.lowerBound..<range.lowerBound }
    while scalars[last - 1].isBlank { last -= 1 }
    return first..<last
  }
}

extension Unicode.Scalar {
  /// Whether it is white space, of any width.
  var isBlank: Bool { scalarClass(value) == .blank }
}
