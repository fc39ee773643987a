import Foundation
import Testing

@testable import draad

/// The tour that the README takes a new reader on: every command of it works as it stands there, and
/// says what is printed under it.
@Suite struct `The tour in the README` {
  @Test func `runs over the shipped study`() throws {
    let folder = try TemporaryFolder()
    for name in ["Corpus", "bin", "state"] { try folder.makeFolder(name) }
    // The groups that people coded are enough for every command, and take a fraction of the time.
    let groups = ["FG01", "FG05", "FG07", "FG10", "FG12", "FG15"]
    for name in ["Codebooks", "Corpus/Codings"] + groups.map({ "Corpus/\($0).md" }) {
      try FileManager.default.copyItem(atPath: Tour.root + name, toPath: folder(name))
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder("bin/draad"), withDestinationPath: Tool.executable.path)
    let steps = try Tour.steps()
    #expect(steps.count > 20 && steps.contains { !$0.shown.isEmpty })
    for step in steps {
      let result = try Tool.shell(
        "PATH=\"$PWD/bin:$PATH\"; \(step.command)", in: folder.path,
        environment: ["XDG_STATE_HOME": folder("state")])
      #expect(result.status == 0, "\(step.command)\n\(result.errors)")
      #expect(!result.output.isEmpty || result.errors.contains("wrote"), "\(step.command)")
      let lines = "\(result.output)\n\(result.errors)".split(separator: "\n")
      for line in step.shown { #expect(lines.contains(line[...]), "\(step.command)") }
    }
  }
}

private enum Tour {
  struct Step {
    let command: String
    /// Lines that are printed under it.
    var shown: [String] = []
  }

  static let root =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/"

  /// The commands in the blocks of a console between `<!-- tour -->` and `<!-- end of tour -->`.
  static func steps() throws -> [Step] {
    let text = try String(contentsOfFile: root + "README.md", encoding: .utf8)
    let start = try #require(text.firstRange(of: "<!-- tour -->"))
    let end = try #require(text.firstRange(of: "<!-- end of tour -->"))
    var steps: [Step] = []
    var isConsole = false
    for line in text[start.upperBound..<end.lowerBound].split(separator: "\n") {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isConsole, !steps.isEmpty {
        steps[steps.count - 1].shown.append(String(line))
      }
    }
    return steps
  }
}
