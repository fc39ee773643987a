import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let memo = Command(
    name: "memo",
    summary: "Write a note on the study, a transcript, a code or a coding",
    arguments: .any("TARGET TEXT"),
    names: [.transcripts, .codes],
    ownOptions: [.quote, .codes, .coder, .codebook],
    details: [
      "TARGET is study, a transcript (FG07), a code (zorgpeuters), or a passage that you coded"
        + " (FG07:12; with --codes when it has several). The text - is standard input; without a"
        + " text, VISUAL or EDITOR is opened."
    ],
    examples: [
      .init("draad memo zorgpeuters 'Te breed?'", "A note on a code."),
      .init("draad memo FG07:12 Ironisch --codes zorgpeuters", "A note on a coding of yours."),
    ]
  ) { options, output in
    guard let name = options.arguments.first else {
      throw Failure("memo needs a target and a text", fix: "write draad memo FG07 TEXT")
    }
    let words = options.arguments.dropFirst().joined(separator: " ")
    guard words.isEmpty else {
      try note(words == "-" ? standardInput() : words, on: name, options, &output)
      return .done
    }
    // What cannot be noted on is told before the editor opens; the log is free meanwhile.
    _ = try NotedThing(name, at: Desk(options, needsCodes: false), options)
    let draft = try MemoDraft(on: name)
    try draft.edit()
    try note(draft.text, on: name, options, &output)
    try draft.remove()
    return .done
  }

  private static func note(
    _ text: String, on name: String, _ options: Options, _ output: inout Output
  ) throws {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure("the note is empty, and nothing was written", fix: "write some words")
    }
    let desk = try Desk(options, needsCodes: false)
    let noted = try NotedThing(name, at: desk, options)
    var entry = LogEntry(command: "memo \(noted.name)", codebook: desk.codebook)
    entry.memo(text, on: noted.target)
    try desk.write(entry, saying: ["noted on \(noted.name)\(noted.words)"], on: &output)
  }

  static let memos = Command(
    name: "memos",
    summary: "Show the notes, all or those on one thing",
    ownOptions: [.on, .search, .byCoder] + Option.writing,
    examples: [
      .init("draad memos", "Show all notes."),
      .init("draad memos --on FG07 --search ironi", "Those on FG07 and on codings in it."),
    ]
  ) { options, output in
    let folder = try StudyFolder(options)
    let read = try CodingLog.read(folder.codings)
    Messages.show(read.diagnostics, isQuiet: options.contains(.quiet))
    let (on, search) = (options.value(of: .on), options.value(of: .search))
    let all = read.log.state().placedMemos
    let coders = try options.coders(among: all.map(\.memo.coder))
    let memos = all.filter { placed in
      (coders.isEmpty || coders.contains(placed.memo.coder))
        && (on.map(placed.isOn) ?? true)
        && (search.map { placed.memo.text?.folds(to: $0) ?? false } ?? true)
    }
    let book = folder.quietCodebook(options)
    if let on, memos.isEmpty { try folder.refuseNothing(on, book, read.log.state()) }
    try Table.memos(memos, of: book?.id, in: Language(options, book)).write(options, on: &output)
    return .done
  }
}

extension StudyFolder {
  /// Refuses what is neither the study, nor a transcript of it or a place there, nor a code.
  fileprivate func refuseNothing(_ name: String, _ book: Codebook?, _ state: LogState) throws {
    if name.lowercased() == "study" { return }
    if (try? book?.extended(by: state).resolve(name)) != nil { return }
    let position = try? Position(name)
    let files = try CorpusFolder.list(corpus).transcripts
    guard files.file(position?.transcript ?? name) == nil else { return }
    throw Failure(
      "there is no transcript or code \"\(name)\"",
      fix: "--on takes study, a transcript (FG07), a turn (FG07:12) or a code")
  }
}

private func standardInput() throws -> String {
  guard let text = String(validating: try File.readStandardInput(), as: UTF8.self) else {
    throw Failure("standard input is not UTF-8")
  }
  return text
}

extension Option {
  static let on = Option(
    "on", .text("TARGET"), names: .transcripts,
    "only those on this: study, FG07, FG07:12 or a code, and codings of it")
  static let search = Option("search", .text("WORDS"), "only those that hold these words")
}

/// What a note is to be on.
private struct NotedThing {
  let target: MemoTarget
  /// How people call it.
  let name: String
  /// The words of a coding, to be said after its name.
  private(set) var words = ""

  init(_ name: String, at desk: Desk, _ options: Options) throws {
    if name.lowercased() == "study" {
      (target, self.name) = (.study, "study")
    } else if name.contains(":") {
      let found = try OwnCodings(
        desk, name, quotation: options.value(of: .quote), codes: options.values(of: .codes))
      let (coding, range) = try found.single(codeOption: true)
      target = .coding(coding.id)
      self.name = "\(found.transcript.position(of: range)) \(desk.title(coding.code))"
      words = ": \(found.transcript.excerpt(range))"
    } else if let code = try? desk.codebook.code(named: name) {
      (target, self.name) = (.code(desk.name(code)), desk.codebook.codes[code].id.description)
    } else {
      guard let id = try desk.listed().file(name)?.id else {
        throw Failure(
          "there is no transcript or code \"\(name)\" to note on",
          fix: "write draad memo TARGET TEXT: TARGET is study, a transcript (FG07), a code, or a"
            + " passage that you coded (FG07:12)")
      }
      (target, self.name) = (.transcript(id), id)
    }
  }
}

/// A note that is being written, in a file that only its author can read.
private struct MemoDraft {
  private let path: String
  private let head: String

  init(on name: String) throws {
    head = "<!-- A note on \(visible(name)). This line goes away; an empty note is none. -->\n"
    let folder = ThisProcess.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    path = Path.join(folder, "draad-memo-\(UInt64.random(in: 0...UInt64.max)).md")
    try File.write(Array(("\n" + head).utf8), to: path, permissions: 0o600, replacing: false)
  }

  func edit() throws {
    var isEdited: Bool?
    do {
      isEdited = try ChildProcess.edit(path)
    } catch {
      try remove()
      throw Failure("the editor cannot be started", fix: "set EDITOR, or give the text")
    }
    if isEdited == true { return }
    guard isEdited == false else {
      try remove()
      throw Failure("memo needs a text", fix: "write draad memo TARGET TEXT, or set EDITOR")
    }
    let isUnchanged = try text.isEmpty
    throw Failure(
      "the editor failed, and nothing was noted",
      fix: isUnchanged ? nil : "what it saved is in \(path)")
  }

  var text: String {
    get throws {
      guard let text = String(validating: try File.read(path), as: UTF8.self) else {
        throw Failure(
          "the note is not UTF-8", about: path, fix: "save it as UTF-8, and give it with -")
      }
      let ink = text.replacing(head, with: "").trimmed
      if ink.isEmpty { try remove() }
      return ink
    }
  }

  func remove() throws { try File.remove(path) }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// Whether other words stand in it, case and accents aside.
  fileprivate func folds(to words: String) -> Bool {
    let wanted = String(decoding: Folding.fold(words.utf8), as: UTF8.self)
    return String(decoding: Folding.fold(utf8), as: UTF8.self).contains(wanted)
  }
}
