import CodingEngine
import Corpus
import Export
import FileSystem

/// One edit of a codebook's file on its way to the disk, with what the log says of it.
struct BookEdit {
  let folder: StudyFolder
  let log: CodingLog
  let state: LogState
  /// The codings by people with codes of the book, by the index of the code.
  private let counts: [Int: Int]
  var editor: CodebookEditor
  var entry: LogEntry
  /// What else is to be said.
  var lines: [String] = []
  /// Nil when nothing is to be written.
  private let desk: Desk?
  /// Of two who edit at once, one waits; nil when nothing is to be written.
  private let lock: LockedFolder?
  private let isQuiet: Bool

  var book: Codebook { editor.book }

  /// Opens the codebook that the options name; for a dry run nothing is locked.
  init(_ options: Options, _ kind: String, onlyReading: Bool = false) throws {
    folder = try StudyFolder(options)
    isQuiet = options.contains(.quiet)
    let path: String
    if onlyReading || options.contains(.previewed) {
      (desk, lock) = (nil, nil)
      let decided = try Decided(folder)
      (log, state) = (decided.log, decided.state)
      path = try folder.codebook(options).path
    } else {
      // Before the desk, as with draad undo: else each might wait for the other.
      lock = try LockedFolder(folder.codebooks)
      let desk = try Desk(options)
      self.desk = desk
      (log, state, path) = (desk.log, desk.state, desk.codebook.path)
    }
    do {
      editor = try CodebookEditor(try File.read(path), path: path)
    } catch let error as CodebookEditError {
      throw Failure(error)
    }
    let book = editor.book
    let names = book.namesInLog()
    counts = Dictionary(grouping: state.codings.compactMap { names[$0.code] }) { $0 }
      .mapValues(\.count)
    let typed = options.arguments.joined(separator: " ")
    let placed = [Option.under, .before, .after, .parts, .into, .moveTo, .title].flatMap { option in
      options.values(of: option).map { " --\(option.name) \($0)" }
    }
    entry = LogEntry(
      command: "codebook \(kind) \(typed)\(placed.joined())"
        + (options.contains(.top) ? " --top" : ""), codebook: book)
  }

  /// Carries out what the editor can refuse.
  mutating func edit<Value>(
    _ body: (inout CodebookEditor) throws(CodebookEditError) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body(&editor)
    } catch {
      throw Failure(error)
    }
  }

  /// Where the options put a code.
  func place(_ options: Options) throws(Failure) -> CodebookPlace? {
    do {
      return try editor.place(
        under: options.value(of: .under), isTop: options.contains(.top),
        before: options.value(of: .before), after: options.value(of: .after))
    } catch {
      throw Failure(error)
    }
  }

  /// How many codings by people some codes have, in words.
  func codings(of codes: [CodeID]) -> String {
    let count = codes.compactMap(book.index(of:)).reduce(0) { $0 + counts[$1, default: 0] }
    return count == 1 ? "1 coding by hand" : "\(count) codings by hand"
  }

  /// Writes file and log, or shows what would change.
  ///
  /// - Parameters:
  ///   - kind: What the command does.
  ///   - codes: Those it is about, as they were called.
  ///   - output: Where it is said.
  /// - Throws: `Failure` when the book would have a fault; `FileError`. Then nothing was changed.
  mutating func finish(_ kind: String, _ codes: [CodeID], on output: inout Output) throws {
    try edit { editor throws(CodebookEditError) in try editor.sayConsequences() }
    let all = editor.said + lines
    guard let desk else {
      for line in all { Messages.say("would: \(line)", isQuiet: isQuiet) }
      try output.write(
        LineDifference(editor.before, editor.after).text(of: book.path).map(visible)
          .joined(separator: "\n") + "\n")
      return
    }
    entry.edit(kind, codes.map(\.description), by: editor)
    try desk.write(
      entry, replacing: editor.before, by: editor.after, in: book.path, saying: all, on: &output)
  }
}

extension Desk {
  /// Writes an entry and the file that it tells of, in this order: the entry holds what is needed to
  /// finish it, or to take it back, when the way to the file is cut off.
  ///
  /// - Parameters:
  ///   - entry: With the edit.
  ///   - old: What the file must hold.
  ///   - new: What it is to hold.
  ///   - path: The file.
  ///   - lines: What is said afterwards.
  ///   - output: Where.
  /// - Throws: `Failure`, `FileError`; then nothing was changed, or it is said how to go on.
  func write(
    _ entry: LogEntry, replacing old: [UInt8], by new: [UInt8], in path: String,
    saying lines: [String], on output: inout Output
  ) throws {
    // Whoever edits a codebook has the folder locked.
    StagedFile.removeLeftovers(beside: path)
    let file = try StagedFile(new, for: path, keepsPermissions: true, synchronized: true)
    do {
      guard try File.read(path) == old else {
        throw Failure("somebody is writing in this file", about: path, fix: "try again")
      }
      try write(entry, saying: [], on: &output)
    } catch {
      file.discard()
      throw error
    }
    do {
      try file.commit()
    } catch {
      throw Failure(
        "the log has this, and the file not: \(error.reason.message)", about: path,
        fix: "draad undo or draad redo makes them fit again")
    }
    for line in lines { try output.write(visible(line) + "\n") }
  }
}

extension Diagnostic {
  /// That a codebook's file and the log do not fit, and how to go on.
  init(_ edit: UnfinishedEdit, in path: String, for coder: Coder?) {
    let what = "\(edit.command) (\(edit.coder), \(edit.at))"
    let isOwn = coder.map { $0.name == edit.coder } ?? true
    let fix =
      edit.isTakenBack
      ? "draad redo puts it into the log again, and draad undo after that takes it back"
      : "draad undo takes it out of the log, and draad redo after that makes it"
    self.init(
      .warning, path: path,
      edit.isTakenBack
        ? "the log says that this was taken back, and the file has it: \(what)"
        : "the log says that this was done, and the file is as before: \(what)",
      fix: isOwn
        ? fix : "take over \(edit.coder)'s copy of this file; or \(edit.coder) says: \(fix)")
  }
}

extension Failure {
  /// Why a codebook is not edited.
  init(_ error: CodebookEditError) {
    switch error {
    case .refused(let message, let fix): self.init(message, fix: fix)
    case .faults(let diagnostics): self.init(diagnostics)
    }
  }
}

extension Option {
  static let under = Option("under", .text("CODE"), names: .codes, "the code above it")
  static let top = Option("top", .flag, "at the top of the book")
  static let before = Option("before", .text("CODE"), names: .codes, "right before this code")
  static let after = Option(
    "after", .text("CODE"), names: .codes, "right after this code and those under it")
  static let into = Option(
    "into", .text("CODE"), names: .codes, "the code or codes that come of it")
  static let moveTo = Option("to", .text("CODE"), names: .codes, "the code that its codings get")
  static let title = Option("title", .text("TITLE"), "what the code is called in print")
  static let previewed = Option(
    "dry-run", short: "n", .flag, "show what would change, and write nothing")

  static let placing = [under, top, before, after]
  static let editing = [previewed, codebook, coder]
}
