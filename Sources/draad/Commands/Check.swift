import CodingEngine
import Corpus
import Export
import FileSystem

extension Command {
  static let check = Command(
    name: "check",
    summary: "Read the whole study and show every fault in it",
    ownOptions: [.json, .identifiable, .key],
    details: [
      "Reads all transcripts and codebooks, and prints every error, warning and note with its place"
        + " and what to do about it. Exit status 1 if there is an error.",
      "--identifiable looks instead for the names of a key of pseudonyms, in every file under Corpus/"
        + " (also the log and kept originals), Codebooks/ and Reports/.",
    ],
    examples: [
      .init("draad check", "Check the study you are in."),
      .init("draad check --study Zorglijn --quiet", "Show only the errors of another study."),
    ]
  ) { options, output in
    let folder = try StudyFolder(options)
    if options.contains(.identifiable) {
      let key = try PseudonymKeyFile(options, of: folder)
      return try Diagnostics(NamesLeft(key).find(in: folder)).write(options, on: &output)
    }
    if options.contains(.key) {
      throw Failure("--key is for --identifiable", fix: "add --identifiable, or leave --key away")
    }
    let codebooks = try folder.codebookFaults()
    let listed = try CorpusFolder.list(folder.corpus)
    let transcripts = listed.transcripts.flatMap { $0.read().diagnostics }
    return try Diagnostics(codebooks + listed.diagnostics + transcripts)
      .write(options, on: &output)
  }
}

extension Option {
  static let identifiable = Option(
    "identifiable", .flag, "look for names of the key that still stand anywhere")
}

/// The faults that a check found: its data, on standard output.
struct Diagnostics {
  private let all: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    all = diagnostics
  }

  /// Writes them as text or JSON, and says whether there is an error among them.
  func write(_ options: Options, on output: inout Output) throws -> ExitStatus {
    if options.contains(.json) {
      try output.write(json())
    } else {
      let isQuiet = options.contains(.quiet)
      for diagnostic in all where !isQuiet || diagnostic.severity == .error {
        try output.write(Messages.text(of: diagnostic, on: .output))
      }
      if !isQuiet { try output.write(count + "\n") }
    }
    return all.contains { $0.severity == .error } ? .found : .done
  }

  private var count: String {
    func number(_ severity: Diagnostic.Severity) -> String {
      let count = all.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return all.isEmpty
      ? "no faults found"
      : [number(.error), number(.warning), number(.note)].joined(separator: ", ")
  }

  private func json() -> String {
    var writer = JSONWriter()
    writer.object(tall: true) { writer in
      writer.header(shape: "diagnostics")
      writer.key("rows")
      writer.array(tall: true) { writer in
        for diagnostic in all { writer.diagnostic(diagnostic) }
      }
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func diagnostic(_ diagnostic: Diagnostic) {
    object { writer in
      writer.key("severity")
      writer.value(diagnostic.severity.rawValue)
      writer.key("path")
      writer.value(diagnostic.path)
      writer.key("line")
      if let position = diagnostic.position { writer.value(position.line) } else { writer.null() }
      writer.key("column")
      if let position = diagnostic.position { writer.value(position.column) } else { writer.null() }
      writer.key("message")
      writer.value(diagnostic.message)
      writer.key("fix")
      if let fix = diagnostic.fix { writer.value(fix) } else { writer.null() }
    }
  }
}
