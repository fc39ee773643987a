import Corpus

extension CodingLog {
  /// What is wrong with the files, in their order.
  ///
  /// Lines and events of later versions, torn lines and CR LF are warnings: nothing is lost by them.
  var diagnostics: [Diagnostic] {
    files.enumerated().flatMap { index, file in diagnostics(of: file) }
      + unerased.map { line in
        at(
          line, .warning, "these words are erased in another copy of the line",
          fix: "take this file away, or copy the other over it")
      }
  }

  private func diagnostics(of file: LogFile) -> [Diagnostic] {
    var found = file.faults.map { fault in
      Diagnostic(
        .error, path: file.path,
        at: FilePosition(line: file.lineNumber(at: fault.start), column: 1),
        "this line of the log cannot be read: \(fault.message)",
        fix: "put the file back from a copy; draad log check names what is missing")
    }
    if !file.torn.isEmpty {
      found.append(
        Diagnostic(
          .warning, path: file.path,
          "the last line was never wholly written (\(file.torn.count) bytes), and is not read",
          fix: "the next command of its coder puts it aside"))
    }
    if file.hasCarriageReturns {
      found.append(
        Diagnostic(
          .warning, path: file.path, "lines end in CR LF: something changed the line ends",
          fix: "write \"*.jsonl -text\" in .gitattributes"))
    }
    if file.chunks.allSatisfy(\.isKnown) { return found }
    let later = file.lines.filter { $0.version != LogLine.version }
    if let first = later.first {
      found.append(
        at(
          first, .warning,
          "\(later.count) lines of version \(first.version) of the log are kept and not understood",
          fix: "use a later version of draad"))
    }
    return found + unknownEvents(in: file)
  }

  private func unknownEvents(in file: LogFile) -> [Diagnostic] {
    var seen: Set<String> = []
    var found: [Diagnostic] = []
    for line in file.lines {
      for event in line.events {
        guard case .unknown(let name) = event, seen.insert(name).inserted else { continue }
        found.append(
          at(
            line, .warning, "an event \"\(name)\" is kept and not understood",
            fix: "use a later version of draad"))
      }
    }
    return found
  }

  /// The line of its file, from 1.
  func number(of line: LogLine) -> Int {
    files[line.file].lineNumber(at: line.range.lowerBound)
  }

  /// A fault of a line.
  func at(
    _ line: LogLine, _ severity: Diagnostic.Severity, _ message: String, fix: String?
  ) -> Diagnostic {
    Diagnostic(
      severity, path: files[line.file].path, at: FilePosition(line: number(of: line), column: 1),
      message, fix: fix)
  }
}
