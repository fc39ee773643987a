import FileSystem

/// Reads PDF through `pdftotext`, a program of Poppler that has to be installed.
enum PDFReader {
  private static let program = "pdftotext"
  private static let seconds = 60
  private static let limit = 64 << 20

  /// Reads a file of one conversation.
  static func read(_ source: ImportSource) -> Read<[ImportedTranscript]> {
    func fail(_ message: String, fix: String) -> Read<[ImportedTranscript]> {
      Read(nil, [Diagnostic(.error, path: source.path, message, fix: fix)])
    }
    guard source.bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else {
      return fail(
        "this is no PDF", fix: "look at what it is, and give it the extension of its format")
    }
    let outcome: ChildProcess.Outcome
    do {
      outcome = try ChildProcess.run(
        program, ["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: source.bytes,
        seconds: seconds, limit: limit)
    } catch {
      let (message, fix) = explanation(error)
      return fail(message, fix: fix)
    }
    guard outcome.status == 0 else {
      let words = String(decoding: outcome.errors, as: UTF8.self)
      if words.contains("Incorrect password") {
        return fail("this PDF is protected with a password", fix: "save it without one")
      }
      let first = words.split(separator: "\n").first.map { ": \($0)" } ?? ""
      return fail("\(program) cannot read this file\(first)", fix: "look for a whole copy of it")
    }
    let pages = PDFPages(String(decoding: outcome.output, as: UTF8.self))
    let document = pages.document
    guard !document.blocks.isEmpty else {
      return fail(
        "this PDF holds no text; it may be made of pictures of pages",
        fix: "recognise the text first, for example with ocrmypdf")
    }
    return DocumentTurns.read(document, of: source)
  }

  private static func explanation(_ error: ChildError) -> (message: String, fix: String) {
    switch error {
    case .notInstalled:
      (
        "PDF is read through \(program), which is not installed",
        "install poppler (Debian, Ubuntu: apt install poppler-utils; macOS: brew install poppler)"
      )
    case .tookTooLong(let seconds):
      ("\(program) took more than \(seconds) seconds for this file", "save it as text yourself")
    case .wroteTooMuch(let limit):
      ("this PDF holds more than \(limit >> 20) MB of text", "cut it into pieces")
    case .system(let words):
      ("\(program) could not be run: \(words)", "try it on the file yourself")
    }
  }
}
