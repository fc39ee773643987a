import Corpus
import Foundation

/// A file in Tests/Fixtures/import, and what a reader makes of it, in a form that people can read.
struct DocumentFixture {
  let bytes: [UInt8]
  private let name: String

  init(_ name: String) throws {
    self.name = name
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    bytes = try Array(Data(contentsOf: tests.appending(path: "Fixtures/import/\(name)")))
  }

  func read(_ format: ImportFormat) -> Read<[ImportedTranscript]> {
    format.read(ImportSource(bytes, path: name))
  }

  /// One line for each turn, each thing that was left out, and each diagnostic.
  static func dump(_ read: Read<[ImportedTranscript]>) -> [String] {
    var lines: [String] = []
    for transcript in read.value ?? [] {
      if !transcript.preface.isEmpty {
        lines.append("preface: \(transcript.preface.debugDescription)")
      }
      lines += transcript.turns.map(line)
      for loss in transcript.losses {
        lines.append("- \(loss.count) \(loss.count == 1 ? loss.one : loss.many)")
      }
    }
    return lines + read.diagnostics.map { "\($0.severity): \($0.message)" }
  }

  private static func line(_ turn: ImportedTurn) -> String {
    let time = turn.start.map { start in " [\(start)\(turn.end.map { "-\($0)" } ?? "")]" } ?? ""
    return "\(turn.label ?? "(nobody)")\(time): \(turn.text.replacing("\n", with: "⏎"))"
  }
}
