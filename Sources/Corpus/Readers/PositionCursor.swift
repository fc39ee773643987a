/// Finds lines and columns of a text, fast when they are asked for in the order of the text.
struct PositionCursor {
  private let firstLine: Int
  private var line: Int
  private var column = 1
  private var seen = 0

  /// Starts at the beginning of a text that begins on `firstLine` of its file.
  init(firstLine: Int) {
    self.firstLine = firstLine
    line = firstLine
  }

  /// The line and column of a UTF-8 byte offset into the text.
  ///
  /// - Complexity: O(*n*) in the bytes since the last offset, or since the text's beginning when
  ///   `offset` lies before it.
  mutating func position(in text: borrowing Span<UInt8>, of offset: Int) -> FilePosition {
    if offset < seen { self = PositionCursor(firstLine: firstLine) }
    let offset = min(offset, text.count)
    while seen < offset {
      if text[seen] == 0x0A {
        line += 1
        column = 1
      } else if text[seen] & 0xC0 != 0x80 {
        column += 1
      }
      seen += 1
    }
    return FilePosition(line: line, column: column)
  }
}

/// The line and column of a UTF-8 byte offset into a text that is a whole file.
///
/// - Complexity: O(*n*) in `offset`.
func position(in text: borrowing Span<UInt8>, of offset: Int) -> FilePosition {
  var cursor = PositionCursor(firstLine: 1)
  return cursor.position(in: text, of: offset)
}

/// Lines and columns of several places in a text.
public enum TextPositions {
  /// The line and column of each UTF-8 byte offset into a text that is a whole file.
  ///
  /// - Parameters:
  ///   - offsets: In ascending order.
  ///   - text: UTF-8, with lines that end in LF.
  /// - Returns: A position for each offset.
  /// - Complexity: O(*n*) in the text.
  public static func of(_ offsets: [Int], in text: [UInt8]) -> [FilePosition] {
    var cursor = PositionCursor(firstLine: 1)
    return offsets.map { cursor.position(in: text.span, of: $0) }
  }
}
