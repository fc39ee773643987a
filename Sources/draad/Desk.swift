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
  init(_ options: Options, as known: CoderIdentity? = nil) throws {
    folder = try StudyFolder(options)
    isQuiet = options.contains(.quiet)
    let identity = try known ?? CoderIdentity(options)
    coder = identity.coder
    let book = try folder.codebook(options)
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
    codebook = book.extended(by: state)
  }

  /// Writes the entry; its words come after, so that nothing is said that is not on the disk.
  func write(_ entry: LogEntry, saying lines: [String], on output: inout Output) throws {
    if !entry.isEmpty { try writer.append(entry) }
    for line in lines { try output.write(visible(line) + "\n") }
  }

  /// The file of a transcript of the study.
  func file(_ id: String) throws -> TranscriptFile {
    let listed = try CorpusFolder.list(folder.corpus)
    // No two ids differ in case alone.
    let folded = Folding.fold(id.utf8)
    guard
      let file = listed.transcripts.first(where: { $0.id == id })
        ?? listed.transcripts.first(where: { Folding.fold($0.id.utf8) == folded })
    else {
      let near = Suggestion.nearest(to: id, in: listed.transcripts.map(\.id))
      throw Failure(
        "there is no transcript \"\(id)\"",
        fix: Suggestion.sentence(near) ?? "draad transcripts lists them")
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

extension Transcript {
  /// A quotation short enough for one line.
  func excerpt(_ range: Range<Int>) -> String {
    let turns = turns(in: range)
    let speaker = turns.first.map { speakers[self.turns[$0].speaker].label } ?? ""
    let words = turns.map { string(self.turns[$0].text.clamped(to: range)) }
      .joined(separator: " / ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let short = words.count > 72 ? words.prefix(48) + " … " + words.suffix(20) : Substring(words)
    return "\(speaker): “\(short)”"
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
