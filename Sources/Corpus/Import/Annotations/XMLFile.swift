import XML

/// An XML file from elsewhere, with errors as diagnostics.
enum XMLFile {
  /// Goes through a file.
  ///
  /// - Parameters:
  ///   - source: With the encoding, where the user says that the file's own declaration is wrong.
  ///   - fix: What to do when it is no XML.
  ///   - body: Goes to the end of the file, so that all of it is looked at.
  /// - Returns: What is wrong; nil if nothing is.
  static func read(
    _ source: ImportSource, fix: String, _ body: (inout XMLReader) throws(XMLError) -> Void
  ) -> Diagnostic? {
    do {
      var reader: XMLReader
      if let encoding = source.options.encoding {
        reader = try XMLReader(encoding.decode(source.bytes).utf8, isUTF8: true)
      } else {
        reader = try XMLReader(source.bytes)
      }
      try body(&reader)
      return nil
    } catch {
      return Diagnostic(
        .error, path: source.path, at: FilePosition(line: error.line, column: error.column),
        error.message, fix: fix)
    }
  }

  /// Seconds as `12.345`, in milliseconds; nil for what is no time of a recording.
  static func milliseconds(ofSeconds text: String?) -> Int? {
    guard let text, let seconds = Double(text), seconds >= 0, seconds < 1e7 else { return nil }
    return Int((seconds * 1000).rounded())
  }

  /// Words with one blank for all blanks and line ends in a row, and none at the ends.
  static func tidy(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
