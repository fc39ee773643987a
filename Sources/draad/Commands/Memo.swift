import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let memo = Command(
    name: "memo",
    summary: "Write a note on the study, a transcript, a code or a coding",
    arguments: .any("TARGET TEXT"),
    ownOptions: [.quote, .codes, .coder, .codebook],
    details: [
      "TARGET is study, a transcript (FG07), a code (zorgpeuters), or a passage that you coded"
        + " (FG07:12; with --codes when it has several). The text - is standard input."
    ],
    examples: [
      .init("draad memo zorgpeuters 'Te breed?'", "A note on a code."),
      .init("draad memo FG07:12 Ironisch --codes zorgpeuters", "A note on a coding of yours."),
    ]
  ) { options, output in
    guard let name = options.arguments.first, options.arguments.count > 1 else {
      throw Failure("memo needs a target and a text", fix: "write draad memo FG07 TEXT")
    }
    let words = options.arguments.dropFirst().joined(separator: " ")
    let text = words == "-" ? try standardInput() : words
    let desk = try Desk(options)
    let target = try MemoTarget(name, at: desk, options)
    var entry = LogEntry(command: "memo \(name)", codebook: desk.codebook)
    entry.memo(text, on: target)
    try desk.write(entry, saying: ["noted on \(name)"], on: &output)
    return .done
  }

  static let memos = Command(
    name: "memos",
    summary: "Show the notes, all or those on one thing",
    ownOptions: [.on, .search, .byCoder] + Option.writing,
    examples: [
      .init("draad memos", "Show all notes."),
      .init("draad memos --on transcript:FG07 --search ironi", "Show some of them."),
    ]
  ) { options, output in
    let folder = try StudyFolder(options)
    let read = try CodingLog.read(folder.codings)
    Messages.show(read.diagnostics, isQuiet: options.contains(.quiet))
    let (on, search) = (options.value(of: .on), options.value(of: .search))
    let coders = options.values(of: .byCoder)
    let memos = read.log.state().memos.filter { memo in
      (coders.isEmpty || coders.contains(memo.coder))
        && (on.map { memo.target.description.hasSuffix($0) } ?? true)
        && (search.map { memo.text?.folds(to: $0) ?? false } ?? true)
    }
    try Table.memos(memos).write(options, on: &output)
    return .done
  }
}

private func standardInput() throws -> String {
  guard let text = String(validating: try File.readStandardInput(), as: UTF8.self) else {
    throw Failure("standard input is not UTF-8")
  }
  return text
}

extension Option {
  static let on = Option("on", .text("TARGET"), "only those on this transcript, code or coding")
  static let search = Option("search", .text("WORDS"), "only those that hold these words")
}

extension MemoTarget {
  fileprivate init(_ name: String, at desk: Desk, _ options: Options) throws {
    if name == "study" {
      self = .study
    } else if name.contains(":") {
      self = .coding(
        try OwnCodings(desk, options.withFirstArgument, codes: options.values(of: .codes)).single()
          .coding.id)
    } else if let code = try? desk.codebook.code(named: name) {
      self = .code(desk.name(code))
    } else {
      self = .transcript(try desk.transcript(name).id)
    }
  }
}

extension Options {
  fileprivate var withFirstArgument: Options {
    var copy = self
    copy.arguments = Array(arguments.prefix(1))
    return copy
  }
}

extension String {
  /// Whether other words stand in it, case and accents aside.
  fileprivate func folds(to words: String) -> Bool {
    let wanted = String(decoding: Folding.fold(words.utf8), as: UTF8.self)
    return String(decoding: Folding.fold(utf8), as: UTF8.self).contains(wanted)
  }
}
