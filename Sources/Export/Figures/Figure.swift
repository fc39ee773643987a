import CodingEngine

/// A figure of a study, ready for a paper: SVG with its words as text.
public struct Figure: Sendable, Hashable {
  /// The file: UTF-8.
  public let svg: String
}

extension Talk {
  /// A title of a code as a figure shows it.
  func label(of code: Int) -> String { codebook.codes[code].title }

  /// How much room the names of codes need, indents included, up to a limit.
  func labelWidth(indents: [Int]) -> Double {
    let widths = zip(codes, indents).map { SVG.width(label(of: $0)) + Double($1) * 12 }
    return min(340, max(120, widths.max() ?? 0))
  }

  /// What stands under a figure, small, in lines that fit.
  ///
  /// - Returns: Where the next line would stand.
  func writeNotes(
    _ notes: [String], into svg: inout SVG, x: Double, y: Double, width: Double
  ) -> Double {
    var bottom = y
    for note in notes {
      for line in SVG.lines(of: note, width: width - x - 16, size: 9) {
        svg.text(line, x: x, y: bottom, size: 9, fill: SVG.soft)
        bottom += 13
      }
    }
    return bottom
  }
}
