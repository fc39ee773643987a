/// A paragraph of a document from elsewhere, in which a turn may begin.
public struct Paragraph: Sendable, Hashable {
  /// Line breaks within the paragraph are LF.
  public var text: String
  /// How many code points at its start are bold: a label is often set so.
  public var boldLength: Int
  /// The line of the file on which it begins, from 1; nil where the format has no lines.
  public var line: Int?

  /// Makes a paragraph.
  public init(_ text: String, boldLength: Int = 0, line: Int? = nil) {
    self.text = text
    self.boldLength = boldLength
    self.line = line
  }
}

/// Finds turns in the paragraphs of a document, in whatever shape labels have there.
///
/// Used for plain text, and by all readers of documents: each paragraph is a turn, or goes on with
/// the one before.
public enum ParagraphTurns {
  /// Finds the turns.
  ///
  /// - Parameters:
  ///   - paragraphs: In the order of the document; empty ones may be among them.
  ///   - path: Named in diagnostics only.
  public static func read(_ paragraphs: [Paragraph], path: String) -> Read<ImportedTranscript> {
    Read(nil, [Diagnostic(.error, path: path, "no reader for paragraphs yet")])
  }
}

/// Finds turns in the rows of a table: a column each for speaker, words and time.
public enum RowTurns {
  /// Finds the turns.
  ///
  /// - Parameters:
  ///   - rows: The texts of the cells; the first row may be a head.
  ///   - lines: The line of the file on which each row begins; empty where the format has no lines.
  ///   - source: For the columns that the user names, and the path.
  /// - Returns: One transcript for each name in the transcript column, in the order of the file; one
  ///   without a name if there is no such column.
  public static func read(
    _ rows: [[String]], lines: [Int] = [], of source: ImportSource
  ) -> Read<[ImportedTranscript]> {
    Read(nil, [Diagnostic(.error, path: source.path, "no reader for rows yet")])
  }
}
