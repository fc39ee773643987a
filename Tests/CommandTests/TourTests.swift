import Foundation
import Testing

@testable import draad

/// The tour that the README takes a new reader on: every line of it works as it stands there.
@Suite(.enabled(if: Tour.isWritten, "the README holds no tour yet"))
struct `The tour in the README` {
  @Test func `runs over the shipped study`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Tour.root + "Codebooks", toPath: folder("Codebooks"))
    try folder.makeFolder("Corpus")
    // A part of the study is enough to run every command, and takes a third of the time.
    for number in 1...7 {
      let name = "Corpus/FG0\(number).md"
      try FileManager.default.copyItem(atPath: Tour.root + name, toPath: folder(name))
    }
    try folder.makeFolder("bin")
    try FileManager.default.createSymbolicLink(
      atPath: folder("bin/draad"), withDestinationPath: Tool.executable.path)
    #expect(Tour.commands.count > 5)
    for command in Tour.commands {
      let result = try Tool.shell("PATH=\"$PWD/bin:$PATH\"; \(command)", in: folder.path)
      #expect(result.status == 0, "\(command)\n\(result.errors)")
      #expect(!result.output.isEmpty || result.errors.contains("wrote"), "\(command)")
    }
  }
}

/// The lines that begin with `draad` in the fenced blocks between `<!-- tour -->` and
/// `<!-- end of tour -->`.
private enum Tour {
  static let root =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/"

  static let commands: [String] = {
    guard let text = try? String(contentsOfFile: root + "README.md", encoding: .utf8),
      let start = text.firstRange(of: "<!-- tour -->"),
      let end = text.firstRange(of: "<!-- end of tour -->"), start.upperBound < end.lowerBound
    else { return [] }
    return text[start.upperBound..<end.lowerBound].split(separator: "\n")
      .filter { $0.hasPrefix("draad ") }.map(String.init)
  }()

  static var isWritten: Bool { !commands.isEmpty }
}
