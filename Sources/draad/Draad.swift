import Corpus
import FileSystem

/// The tool: reads its arguments, runs one command, says how it went.
@main
enum Draad {
  static let version = "0.1.0"

  static func main() async {
    ThisProcess.prepareStreams()
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    ThisProcess.exit(status.rawValue)
  }

  private static func run(_ arguments: [String]) async -> ExitStatus {
    var output = Output(.output)
    do {
      let status =
        switch try Invocation(arguments) {
        case .version: try show("draad \(version)\n", on: &output)
        case .overview: try show(Help.overview(), on: &output)
        case .help(let topic): try show(topic, on: &output)
        case .run(let command, let options):
          try await runPrepared(command, options, &output)
        }
      try output.flush()
      return status
    } catch {
      return report(error)
    }
  }

  private static func runPrepared(
    _ command: Command, _ options: Options, _ output: inout Output
  ) async throws -> ExitStatus {
    await ThisProcess.prepareThreads()
    return try await command.run(options, &output)
  }

  private static func show(_ text: String, on output: inout Output) throws -> ExitStatus {
    try output.write(text)
    return .done
  }

  private static func report(_ error: any Error) -> ExitStatus {
    switch error {
    case let error as FileError where error.reason == .closedPipe:
      return .closedPipe
    case let error as FileError:
      Messages.show(Failure(error.reason.message, about: error.path).diagnostics)
    case let failure as Failure:
      Messages.show(failure.diagnostics)
    default:
      Messages.show(Failure("\(error)").diagnostics)
    }
    return .failed
  }
}

/// What the tool tells its caller when it ends.
enum ExitStatus: Int32 {
  case done = 0
  /// Done, and it found what it was asked to look for: a check or test that fails.
  case found = 1
  /// It could not be done: wrong usage, unreadable input, a failed write.
  case failed = 2
  /// Whoever read the output has left, as in `draad quotes | head`: what a shell reports for
  /// programs that SIGPIPE ends.
  case closedPipe = 141
}

/// Why a command could not be carried out.
struct Failure: Error {
  /// Every reason there is.
  let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// One reason, about the tool's use or about a path as the user typed it.
  init(_ message: String, about subject: String = "draad", fix: String? = nil) {
    diagnostics = [Diagnostic(.error, path: subject, message, fix: fix)]
  }
}
