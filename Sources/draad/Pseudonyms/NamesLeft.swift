import Corpus
import FileSystem

/// Names of a key that still stand somewhere in a study.
struct NamesLeft {
  private let key: PseudonymKeyFile
  private let finder: NameFinder

  init(_ key: PseudonymKeyFile) {
    self.key = key
    finder = NameFinder(key.key)
  }

  /// Looks into every file under Corpus/, Codebooks/ and Reports/, and at their names: also into
  /// what is no transcript, such as the log and kept originals.
  func find(in study: StudyFolder) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for folder in [study.codebooks, study.corpus, study.reports] where Folder.exists(folder) {
      for entry in try Folder.contents(of: folder) {
        diagnostics += namesInPath(entry.path, below: folder)
        switch entry.kind {
        case .file: diagnostics += namesInFile(try File.read(entry.path), entry.path, study)
        case .unreadable(let reason):
          diagnostics.append(Diagnostic(.error, path: entry.path, reason.message))
        case .folder, .other: break
        }
      }
    }
    return diagnostics
  }

  private func namesInPath(_ path: String, below folder: String) -> [Diagnostic] {
    finder.find(Array(Path.name(of: path).utf8)).prefix(1).map { found in
      Diagnostic(
        found.isSure ? .error : .warning, path: path,
        "the file's name \(found.isSure ? "holds" : "may hold") \(described(found))",
        fix: "rename it")
    }
  }

  private func namesInFile(
    _ bytes: [UInt8], _ path: String, _ study: StudyFolder
  ) -> [Diagnostic] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return [
        Diagnostic(
          .warning, path: path, "is no text, and was not looked into",
          fix: "make sure that it holds no names")
      ]
    }
    let text = Self.isJSON(path) ? Self.unescaped(bytes) : bytes
    let found = finder.find(text)
    let places = TextPositions.of(found.map(\.range.lowerBound), in: text)
    return zip(found, places).map { found, place in
      Diagnostic(
        found.isSure ? .error : .warning, path: path, at: place,
        "here \(found.isSure ? "stands" : "may stand") \(described(found))",
        fix: remedy(path, study))
    }
  }

  private func described(_ found: NameFinder.Found) -> String {
    "the name on line \(key.key.entries[found.entry].line) of the key"
  }

  private func remedy(_ path: String, _ study: StudyFolder) -> String {
    if path.utf8.starts(with: (study.codings + "/").utf8) {
      return "draad erase takes a speaker's words out of the log"
    }
    if path.utf8.starts(with: (study.reports + "/").utf8) {
      return "make it again with draad report, or take it away"
    }
    if path.utf8.starts(with: (Path.join(study.corpus, "_originals") + "/").utf8) {
      return "keep originals outside the study"
    }
    return "draad pseudonymise replaces it in transcripts; change it by hand elsewhere"
  }

  private static func isJSON(_ path: String) -> Bool {
    [".json", ".jsonl", ".torn", ".html"].contains { path.hasSuffix($0) }
  }

  /// The text with the escapes of JSON read, on the same lines: `\nAnne` would be one word.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let digits = bytes[min(index + 2, bytes.count)..<min(index + 6, bytes.count)]
      if bytes[index + 1] == UInt8(ascii: "u"),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        if value >= 0x20 { result += String(scalar).utf8 } else { result.append(0x20) }
        index += 6
      } else {
        result.append(0x20)
        index += 2
      }
    }
    return result
  }
}
