import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let done = Command(
    name: "done",
    summary: "Say that you have been through a transcript",
    arguments: .any("TRANSCRIPT"),
    names: [.transcripts],
    ownOptions: [.codes, .coder, .codebook],
    details: ["With --codes, that you have been through it with these codes."],
    examples: [.init("draad done FG07 --codes zorgpeuters", "You looked for one code in FG07.")]
  ) { options, output in
    guard !options.arguments.isEmpty else {
      throw Failure("done needs a transcript", fix: "write draad done FG07")
    }
    let desk = try Desk(options)
    let codes = try desk.codebook.codes(named: options.values(of: .codes)).map(desk.name)
    var entry = LogEntry(
      command: (["done"] + options.arguments + codes.map { "--codes \(desk.title($0))" })
        .joined(separator: " "), codebook: desk.codebook)
    let transcripts = try options.arguments.map { try desk.transcript($0).id }
    for id in transcripts { entry.done(id, codes: codes) }
    let with = codes.isEmpty ? "" : " with \(codes.map(desk.title).joined(separator: ", "))"
    try desk.write(
      entry, saying: transcripts.map { "done: \($0)\(with)" }, on: &output)
    return .done
  }

  static let status = Command(
    name: "status",
    summary: "Show who coded how much, what is done, and what is open",
    ownOptions: Option.filters + Option.reading + Option.writing,
    examples: [.init("draad status", "Show how far everybody is.")]
  ) { options, output in
    let study = try await Study.open(options)
    try Table.status(
      of: study.corpus, study.state, selection: study.selection, in: study.language
    ).write(options, on: &output)
    return .done
  }
}
