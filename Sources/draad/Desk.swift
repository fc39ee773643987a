import CodingEngine
import Corpus
import Export
import FileSystem

/// A coder at work in a study: the codebook, and the log, locked until the command ends.
struct Desk {
  let folder: StudyFolder
  /// With the codes that stand only in the log.
  let codebook: Codebook
  let coder: Coder
  let writer: LogWriter
  let state: LogState
  private let isQuiet: Bool

  var log: CodingLog { writer.log }

  /// Sits down: finds out who is at work, unless that is known, and takes the log.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - known: Who is at work.
  ///   - needsCodes: Whether a study without a codebook is refused.
  /// - Throws: `Failure`, `FileError`.
  init(_ options: Options, as known: CoderIdentity? = nil, needsCodes: Bool = true) throws {
    folder = try StudyFolder(options)
    isQuiet = options.contains(.quiet)
    let identity = try known ?? CoderIdentity(options)
    coder = identity.coder
    let book = try folder.codebook(options, isNeeded: needsCodes)
    guard let strands = StrandFolder.ofUser else {
      throw Failure(
        "there is no place to keep which strand of the log is yours",
        fix: "set XDG_STATE_HOME or HOME")
    }
    do {
      writer = try LogWriter(of: coder, in: folder.codings, strands: strands)
    } catch {
      throw Failure(error)
    }
    // What is wrong with old lines does not keep anybody from writing new ones.
    Messages.show(writer.diagnostics.map(\.asWarning), isQuiet: isQuiet)
    if writer.isFirst {
      Messages.say(
        "coding as \(coder.name), from \(identity.source): \(folder.codings)/\(coder.folder)",
        isQuiet: isQuiet)
    }
    state = writer.log.state()
    if let edit = writer.log.unfinishedEdit(of: book, state) {
      Messages.show([Diagnostic(edit, in: book.path, for: coder)], isQuiet: isQuiet)
    }
    codebook = book.extended(by: state)
  }

  /// Writes the entry; its words come after, so that nothing is said that is not on the disk.
  func write(_ entry: LogEntry, saying lines: [String], on output: inout Output) throws {
    if !entry.isEmpty { try writer.append(entry) }
    for line in lines { try output.write(visible(line) + "\n") }
  }

  /// The transcripts of the study.
  func listed() throws -> [TranscriptFile] { try CorpusFolder.list(folder.corpus).transcripts }

  /// The file of a transcript of the study.
  func file(_ id: String) throws -> TranscriptFile {
    let files = try listed()
    guard let file = files.file(id) else {
      throw Failure(noTranscript: id, among: files.map(\.id))
    }
    return file
  }

  /// A transcript of the study.
  func transcript(_ id: String) throws -> Transcript {
    let read = try file(id).read()
    guard let transcript = read.value else { throw Failure(read.diagnostics) }
    return transcript
  }

  /// The name of a code in the log.
  func name(_ code: Int) -> String { "\(codebook.id):\(codebook.codes[code].id)" }

  /// What a code of the log is called here.
  func title(_ name: String) -> String {
    let prefix = codebook.id + ":"
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }
}

extension [TranscriptFile] {
  /// The transcript with an id, however its letters are written: no two ids differ in that alone.
  func file(_ id: String) -> TranscriptFile? {
    let folded = Folding.fold(id.utf8)
    return first { $0.id == id } ?? first { Folding.fold($0.id.utf8) == folded }
  }
}

extension Transcript {
  /// A quotation after who says it: short enough for one line, or whole.
  func excerpt(_ range: Range<Int>, isWhole: Bool = false) -> String {
    let turns = turns(in: range)
    let speaker = turns.first.map { speakers[self.turns[$0].speaker].label } ?? ""
    let words = turns.map { string(self.turns[$0].text.clamped(to: range)) }
      .joined(separator: " / ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(speaker): “\(isWhole ? words : words.shortened)”"
  }
}

extension String {
  /// The first and the last words, when it is too long for a line.
  fileprivate var shortened: String {
    if count <= 72 { return self }
    let (start, end) = (prefix(48), suffix(20))
    let first = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    let last = end.firstIndex(of: " ").map { end[$0...].dropFirst() } ?? end
    return "\(first) … \(last)"
  }
}

extension Failure {
  /// Why the log cannot be written to.
  init(_ error: LogWritingError) {
    switch error {
    case .file(let error): self.init(error.reason.message, about: error.path)
    case .sharedFolder(let folder, let other, let name):
      self.init(
        "this folder is \(other)'s, and \(name) would have the same one", about: folder,
        fix: "take another name with --coder, or write it as \(other) does")
    }
  }
}

extension Diagnostic {
  var asWarning: Diagnostic {
    Diagnostic(.warning, path: path, at: position, message, fix: fix)
  }
}
