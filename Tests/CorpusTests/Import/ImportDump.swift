import Corpus
import Foundation

/// A file from elsewhere as tests look at it: a line for each turn.
enum ImportDump {
  /// The fixture with this name, read and settled.
  static func file(
    _ name: String, options: ImportOptions = ImportOptions(),
    wishes: ImportedFile.Wishes = ImportedFile.Wishes()
  ) throws -> ImportedFile {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/import")
    let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
    return ImportedFile(
      ImportSource(Array(bytes), path: name, options: options), wishes: wishes)
  }

  /// Text as a file with this name.
  static func file(
    _ text: String, named name: String, options: ImportOptions = ImportOptions(),
    wishes: ImportedFile.Wishes = ImportedFile.Wishes()
  ) -> ImportedFile {
    ImportedFile(
      ImportSource(Array(text.utf8), path: name, options: options), wishes: wishes)
  }

  /// `Kim 510-4000: words` for each turn; line breaks are `/`.
  static func turns(_ file: ImportedFile) -> [String] {
    file.results.flatMap { result in
      result.transcript.turns.map { turn in
        let times = [turn.start, turn.end].map { $0.map(String.init) ?? "" }
        let span = turn.start == nil && turn.end == nil ? "" : " " + times.joined(separator: "-")
        return "\(turn.label ?? "?")\(span): \(turn.text.replacing("\n", with: "/"))"
      }
    }
  }

  /// What the file lost, as words.
  static func losses(_ file: ImportedFile) -> [String] {
    file.losses.map { "\($0.count) \($0.count == 1 ? $0.one : $0.many)" }
  }
}
