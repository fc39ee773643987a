/// Reads a transcript in the home format: front matter, then turns that begin with a label.
public enum TranscriptReader {
  /// Reads the bytes of a transcript.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with LF, CR or CR LF line ends, with or without BOM.
  ///   - id: The transcript's id: its file name without extension.
  ///   - path: Named in diagnostics only; no file is opened.
  /// - Returns: The transcript, if it is usable, and every fault found.
  /// - Complexity: O(*n*) in the bytes; memory of about once the bytes.
  public static func read(
    _ bytes: consuming [UInt8], id: String, path: String
  ) -> Read<Transcript> {
    let decoded = DecodedText(bytes, path: path)
    var diagnostics = decoded.diagnostics
    func fail(_ message: String, fix: String) -> Read<Transcript> {
      let start = FilePosition(line: 1, column: 1)
      return Read(nil, diagnostics + [.init(.error, path: path, at: start, message, fix: fix)])
    }
    guard diagnostics.isEmpty else { return Read(nil, diagnostics) }
    var text = decoded.bytes
    guard skipBlanks(text.span, from: 0, to: text.count) < text.count else {
      return fail(
        "the file is empty", fix: "put the transcript back, or take the file out of Corpus/")
    }
    var head = TranscriptHead(path: path)
    var firstLine = 1
    if let lines = frontMatterLines(text.span) {
      guard let bodyStart = lines.bodyStart else {
        return fail(
          "the front matter that begins here never ends", fix: "close it with a line --- after it")
      }
      let read = FrontMatterReader.read(lines: lines.lines, path: path)
      diagnostics += read.diagnostics
      head.read(read.value ?? FrontMatter())
      diagnostics += head.diagnostics
      firstLine = lines.lines.count + 3
      text.removeSubrange(..<bodyStart)
    } else if let line = misplacedFrontMatter(text.span) {
      let position = FilePosition(line: line, column: 1)
      diagnostics.append(
        .init(
          .error, path: path, at: position, "front matter begins on the first line of a file",
          fix: "take out the blank lines before it"))
    }
    var turns = TurnFinder(path: path, firstLine: firstLine, head: head)
    turns.find(text.span)
    diagnostics += turns.diagnostics
    let transcript = Transcript(
      id: id, path: path, text: text, firstLine: firstLine, details: head.details,
      variables: head.variables, speakers: turns.speakers, turns: turns.turns)
    return Read(transcript, inOrderOfFile(diagnostics))
  }

  private static func inOrderOfFile(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let start = FilePosition(line: 0, column: 0)
    return diagnostics.enumerated().sorted { one, other in
      (one.element.position ?? start, one.offset) < (other.element.position ?? start, other.offset)
    }.map(\.element)
  }

  /// The line with `---` when only blank lines stand before it and another such line follows.
  private static func misplacedFrontMatter(_ text: borrowing Span<UInt8>) -> Int? {
    let start = skipBlanks(text, from: 0, to: text.count)
    guard start > 0, start < text.count, text[start] == UInt8(ascii: "-"),
      text[start - 1] == 0x0A, frontMatterLines(text, from: start)?.bodyStart != nil
    else { return nil }
    var cursor = PositionCursor(firstLine: 1)
    return cursor.position(in: text, of: start).line
  }

  /// The lines between the two `---`; `bodyStart` is nil when the second is missing, and all is nil
  /// when the file does not begin with front matter.
  static func frontMatterLines(
    _ text: borrowing Span<UInt8>, from start: Int = 0
  ) -> (lines: [String], bodyStart: Int?)? {
    var lines: [String] = []
    var index = start
    var isFirst = true
    while index < text.count {
      let end = endOfLine(text, from: index)
      let trimmed = trimBlanks(text, from: index, to: end)
      let isFence = trimmed == index + 3 && (index..<trimmed).allSatisfyDash(text)
      if isFirst {
        guard isFence else { return nil }
        isFirst = false
      } else if isFence {
        return (lines, min(end + 1, text.count))
      } else {
        lines.append(String(decoding: text.bytes(index..<end), as: UTF8.self))
      }
      index = end + 1
    }
    return isFirst ? nil : (lines, nil)
  }
}

extension Range<Int> {
  fileprivate func allSatisfyDash(_ text: borrowing Span<UInt8>) -> Bool {
    for index in self where text[index] != UInt8(ascii: "-") { return false }
    return true
  }
}
