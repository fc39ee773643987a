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
      return fail("the file is empty", fix: "put the transcript back, or take the file out of Corpus/")
    }
    var head = TranscriptHead(path: path, hasFrontMatter: false)
    var firstLine = 1
    if let lines = frontMatterLines(text.span) {
      guard let bodyStart = lines.bodyStart else {
        return fail(
          "the front matter that begins here never ends", fix: "close it with a line --- after it")
      }
      let read = FrontMatterReader.read(lines: lines.lines, path: path)
      diagnostics += read.diagnostics
      head = TranscriptHead(path: path, hasFrontMatter: true)
      head.read(read.value ?? FrontMatter())
      diagnostics += head.diagnostics
      firstLine = lines.lines.count + 3
      text.removeSubrange(..<bodyStart)
    }
    var turns = TurnFinder(path: path, firstLine: firstLine, head: head)
    turns.find(text.span)
    diagnostics += turns.diagnostics
    let transcript = Transcript(
      id: id, path: path, text: text, firstLine: firstLine, details: head.details,
      variables: head.variables, speakers: turns.speakers, turns: turns.turns)
    return Read(transcript, diagnostics)
  }

  /// The lines between the two `---`; `bodyStart` is nil when the second is missing, and all is nil
  /// when the file does not begin with front matter.
  static func frontMatterLines(
    _ text: borrowing Span<UInt8>
  ) -> (lines: [String], bodyStart: Int?)? {
    var lines: [String] = []
    var index = 0
    var isFirst = true
    while index < text.count {
      var end = index
      while end < text.count, text[end] != 0x0A { end += 1 }
      let trimmed = trimBlanks(text, from: index, to: end)
      let isFence = trimmed == index + 3 && (index..<trimmed).allSatisfyDash(text)
      if isFirst {
        guard isFence else { return nil }
        isFirst = false
      } else if isFence {
        return (lines, min(end + 1, text.count))
      } else {
        var line: [UInt8] = []
        for byte in index..<end { line.append(text[byte]) }
        lines.append(String(decoding: line, as: UTF8.self))
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
