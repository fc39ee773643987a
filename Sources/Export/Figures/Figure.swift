import CodingEngine

/// A figure of a study, ready for a paper: SVG with its words as text.
public struct Figure: Sendable, Hashable {
  /// The file: UTF-8.
  public let svg: String
}

extension Talk {
  /// A title of a code as a figure shows it.
  func label(of code: Int) -> String { codebook.codes[code].title }

  /// What stands under a figure, small, line by line.
  func writeNotes(_ notes: [String], into svg: inout SVG, x: Double, y: Double) -> Double {
    var bottom = y
    for note in notes {
      svg.text(note, x: x, y: bottom, size: 9, fill: SVG.soft)
      bottom += 13
    }
    return bottom
  }
}
