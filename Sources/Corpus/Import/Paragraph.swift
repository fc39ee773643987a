/// A paragraph of a document from elsewhere, in which a turn may begin.
public struct Paragraph: Sendable, Hashable {
  /// Line breaks within the paragraph are LF.
  public var text: String
  /// How many code points at its start are bold: a label is often set so.
  public var boldLength: Int

  /// Makes a paragraph.
  public init(_ text: String, boldLength: Int = 0) {
    self.text = text
    self.boldLength = boldLength
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
  /// - Returns: The conversation, and what was left in doubt.
  public static func read(_ paragraphs: [Paragraph], path: String) -> Read<ImportedTranscript> {
    var text: [UInt8] = []
    var boldLengths: [Int: Int] = [:]
    for paragraph in paragraphs {
      if paragraph.boldLength > 0 {
        let bold = String(paragraph.text.unicodeScalars.prefix(paragraph.boldLength))
        boldLengths[text.count] = bold.utf8.count
      }
      text += paragraph.text.utf8
      text.append(0x0A)
      text.append(0x0A)
    }
    let lines = TextLines(text.span, boldLengths: boldLengths, mayBeWrapped: false)
    let turns = TextTurns(lines, text, path: path)
    return Read(turns.transcript, turns.diagnostics.map { $0.withoutPosition })
  }
}

extension Diagnostic {
  /// The same about the file as a whole, where the format has no lines.
  fileprivate var withoutPosition: Diagnostic {
    Diagnostic(severity, path: path, message, fix: fix)
  }
}
