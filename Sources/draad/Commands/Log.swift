import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let log = Command(
    name: "log",
    summary: "Show who decided what, and when",
    arguments: .none,
    ownOptions: [.byCoder, .latest] + Option.writing,
    details: ["The log is in Corpus/Codings/, a folder for each coder, and only ever grows."],
    examples: [
      .init("draad log", "Show all that was decided."),
      .init("draad log --coder Anna --last 20", "Show the last things that Anna did."),
    ]
  ) { options, output in
    let folder = try StudyFolder(options)
    let read = try CodingLog.read(folder.codings)
    Messages.show(read.diagnostics, isQuiet: options.contains(.quiet))
    let all = read.log.history()
    let coders = try options.coders(among: all.map(\.coder))
    var lines = all.filter { coders.isEmpty || coders.contains($0.coder) }
    if let latest = options.number(of: .latest) { lines = lines.suffix(latest) }
    let language = Language(options, folder.quietCodebook(options))
    try Table.log(lines, in: language).write(options, on: &output)
    return .done
  }

  static let logCheck = Command(
    name: "log check",
    summary: "Check that the log is consistent: nothing changed, dropped or forked",
    ownOptions: [.seal, .json],
    details: [
      "Every line holds the digest of the one before it, and of the last line of every other coder."
        + " Exit status 1, with the first bad line, when they do not fit.",
      "Consistent does not mean unaltered: whoever holds all copies can write them anew. Deposit what"
        + " draad log seal prints, and hold the log against it with --seal.",
    ],
    examples: [
      .init("draad log check", "Check all of it."),
      .init("draad log check --seal 9f2c", "Check it against a fingerprint that you deposited."),
    ]
  ) { options, output in
    let folder = try StudyFolder(options)
    let read = try CodingLog.read(folder.codings)
    let check = LogCheck(read.log, seal: options.value(of: .seal))
    let faults = check.faults + check.sealFaults(folder.codings)
    let isSaid = faults.isEmpty && !options.contains(.json)
    let status = isSaid ? .done : try Diagnostics(faults).write(options, on: &output)
    if status == .done, !options.contains(.json) {
      let seal = check.holdsSeal == true ? "; it holds the sealed state" : ""
      try output.write(
        "the log is consistent: \(number(check.lineCount, "line")) in"
          + " \(number(check.strandCount, "strand")) by \(number(check.coderCount, "coder"))"
          + "\(seal)\n")
    }
    return status
  }

  private static func number(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }

  static let logSeal = Command(
    name: "log seal",
    summary: "Print a fingerprint of the log to deposit",
    ownOptions: [.coder, .codebook],
    details: [
      "Adds a line that names the last line of every strand, and prints its digest. Later draad log"
        + " check --seal tells whether all that was there then is there still, unchanged."
    ],
    examples: [.init("draad log seal", "Print the fingerprint of today's log.")]
  ) { options, output in
    let desk = try Desk(options, needsCodes: false)
    var entry = LogEntry(command: "log seal", codebook: desk.codebook)
    entry.seal()
    try output.write(try desk.writer.append(entry) + "\n")
    return .done
  }

  static let logAcceptFork = Command(
    name: "log accept-fork",
    summary: "Let both sides of a fork hold, after a backup was put back",
    ownOptions: [.coder, .codebook],
    examples: [.init("draad log accept-fork", "Accept the forks that draad log check names.")]
  ) { options, output in
    let desk = try Desk(options, needsCodes: false)
    var entry = LogEntry(command: "log accept-fork", codebook: desk.codebook)
    entry.acceptForks(of: desk.log)
    let line = entry.isEmpty ? "there is no fork to accept" : "both sides of the fork hold now"
    try desk.write(entry, saying: [line], on: &output)
    return .done
  }
}

extension Option {
  static let latest = Option("last", .number(1...1_000_000), "only the last N lines")
  static let seal = Option("seal", .text("FINGERPRINT"), "what draad log seal printed")
}

extension LogCheck {
  /// A fault when the fingerprint asked for is not there.
  fileprivate func sealFaults(_ folder: String) -> [Diagnostic] {
    guard holdsSeal == false else { return [] }
    return [
      Diagnostic(
        .error, path: folder, "the sealed state is not in this log, or not whole",
        fix: "look for the missing or changed lines above, and put them back from a copy")
    ]
  }
}
