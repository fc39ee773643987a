import FileSystem
import Foundation

/// The built tool, run as a user would run it.
enum Tool {
  /// What came of a run.
  struct Result: Equatable {
    var output = ""
    var errors = ""
    var status: Int32
  }

  /// Runs the tool to its end; standard output goes into the result unless a file is given.
  ///
  /// The current folder is one that is no study; the environment holds `PATH`, what steers a sanitizer,
  /// and what is given.
  static func run(
    _ arguments: [String], in folder: String = NSTemporaryDirectory(),
    environment: [String: String] = [:], input: String = "", output: FileHandle? = nil
  ) throws -> Result {
    try run(executable, arguments, in: folder, environment, input, output)
  }

  /// Runs a line of shell in which `$DRAAD` is the tool.
  static func shell(
    _ line: String, in folder: String = NSTemporaryDirectory(),
    environment: [String: String] = [:]
  ) throws -> Result {
    let all = environment.merging(["DRAAD": executable.path]) { mine, _ in mine }
    return try run(URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: folder, all, "", nil)
  }

  private static func run(
    _ program: URL, _ arguments: [String], in folder: String, _ environment: [String: String],
    _ input: String, _ output: FileHandle?
  ) throws -> Result {
    let own = ProcessInfo.processInfo.environment.filter { inherited.contains($0.key) }
    let files = try (0..<3).map { _ in try ScratchFile() }
    try files[0].write(input)
    let streams = try [
      files[0].handle(forReading: true), output ?? files[1].handle(forReading: false),
      files[2].handle(forReading: false),
    ]
    let program = try Spawned(
      program.path, arguments, in: folder, environment.merging(own) { mine, _ in mine },
      streams: streams)
    let status = program.wait()
    return Result(output: try files[1].text, errors: try files[2].text, status: status)
  }

  private static let inherited = ["PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"]

  /// The tool that was built beside these tests.
  static let executable: URL = {
    let starts = CommandLine.arguments.filter { $0.contains(".xctest") } + ["/proc/self/exe"]
    for start in starts {
      var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let tool = folder.appendingPathComponent("draad")
        if File.exists(tool.path), !Folder.exists(tool.path) { return tool }
      }
    }
    preconditionFailure("the tool is not built beside the tests")
  }()
}

/// A file that takes what a stream says, so that no pipe can fill up.
private final class ScratchFile {
  private let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("draad-stream-\(UUID().uuidString)")

  init() throws { try Data().write(to: url) }

  deinit { try? FileManager.default.removeItem(at: url) }

  var text: String {
    get throws { try String(contentsOf: url, encoding: .utf8) }
  }

  func write(_ text: String) throws { try Data(text.utf8).write(to: url) }

  func handle(forReading: Bool) throws -> FileHandle {
    try forReading ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
  }
}
