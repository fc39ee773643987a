/// How coders each cut the same text into segments with a code and gaps between.
///
/// Lengths are whole numbers of anything, such as words. Texts are laid end to end: no segment
/// reaches from one into the next.
public struct Unitization: Sendable, Hashable {
  /// A stretch that one coder gave one code.
  public struct Segment: Sendable, Hashable {
    /// From the start of the text, half-open, not empty.
    public let range: Range<Int>
    /// Which code: 0 or more.
    public let code: Int

    /// Makes a segment.
    public init(_ range: Range<Int>, code: Int) {
      self.range = range
      self.code = code
    }
  }

  /// The length of the text.
  public let length: Int
  /// For each coder the segments, in the order of the text.
  let segments: [[Segment]]
  /// The codes that occur, ascending.
  public let codes: [Int]

  /// Takes in segments, in any order.
  ///
  /// - Parameters:
  ///   - length: Of the text; all segments lie in it.
  ///   - coders: For each the segments.
  /// - Throws: `overlappingSegments` when two segments of one coder share a place, since the
  ///   coefficients are of texts that each coder divides.
  public init(length: Int, coders: [[Segment]]) throws(Undefined) {
    var sorted: [[Segment]] = []
    for segments in coders {
      let inOrder = segments.sorted { $0.range.lowerBound < $1.range.lowerBound }
      precondition(
        inOrder.allSatisfy {
          !$0.range.isEmpty && $0.range.lowerBound >= 0 && $0.range.upperBound <= length
        }, "segments lie in the text")
      for (one, next) in zip(inOrder, inOrder.dropFirst())
      where next.range.lowerBound < one.range.upperBound {
        throw .overlappingSegments
      }
      sorted.append(inOrder)
    }
    self.length = length
    segments = sorted
    codes = Set(sorted.joined().map(\.code)).sorted()
  }

  /// The segments of one code alone, all else being gap.
  public func only(_ code: Int) -> Unitization {
    Unitization(
      length: length, segments: segments.map { $0.filter { $0.code == code } }, codes: [code])
  }

  private init(length: Int, segments: [[Segment]], codes: [Int]) {
    self.length = length
    self.segments = segments
    self.codes = codes
  }
}
