import FileSystem
import Foundation

/// A folder for one test, gone when the test ends.
final class StudyFolder {
  let path: String

  /// Makes files, each with two turns, and the folders they stand in.
  init(_ files: [String] = []) throws {
    path = NSTemporaryDirectory() + "draad-corpus-\(UUID().uuidString)"
    try Folder.create(path)
    for file in files { try write(file) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ name: String) -> String { Path.join(path, name) }

  func write(_ name: String, _ text: String = "A: ja\nA: nee\n") throws {
    try Folder.create(Path.folder(of: self(name)))
    try File.write(Array(text.utf8), to: self(name))
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self(name), withDestinationPath: destination)
  }
}
