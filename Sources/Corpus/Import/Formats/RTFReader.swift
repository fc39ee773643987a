/// Reads RTF (Microsoft's specification, version 1.9.1).
enum RTFReader {
  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    func fail(_ message: String, fix: String) -> Read<[ImportedTranscript]> {
      Read(nil, [Diagnostic(.error, path: source.path, message, fix: fix)])
    }
    let bytes =
      source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? Array(source.bytes.dropFirst(3)) : source.bytes
    guard bytes.starts(with: #"{\rtf"#.utf8) else {
      return fail(
        #"this is no RTF: it does not begin with {\rtf"#,
        fix: "look at what it is, and give it the extension of its format")
    }
    var body = RTFBody(bytes)
    let document = body.read()
    if body.isTooDeep {
      return fail(
        "groups in this file are too deep in each other",
        fix: "open it in a word processor, and save it again")
    }
    if body.isCutOff {
      return fail(
        "this file is cut off: it ends inside a group", fix: "look for a whole copy of it")
    }
    return DocumentTurns.read(document, of: source)
  }
}
