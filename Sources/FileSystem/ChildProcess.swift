/// Why another program did not do its work.
public enum ChildError: Error, Hashable {
  /// No program of this name is in the user's `PATH`.
  case notInstalled
  /// It took longer than it may.
  case tookTooLong(seconds: Int)
  /// It wrote more than is taken.
  case wroteTooMuch(limit: Int)
  /// The system could not start it or speak to it, in the system's words.
  case system(String)
}

/// Running another program that is installed, such as `pdftotext`.
public enum ChildProcess {
  /// What a program left behind.
  public struct Outcome: Sendable, Hashable {
    /// 0 when all went well; nil when a signal ended it.
    public let status: Int?
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// What it wrote to standard error, at most its first 64 kB.
    public let errors: [UInt8]
  }

  /// Lets the user edit a file, in the editor that `VISUAL` or `EDITOR` names.
  ///
  /// - Parameter file: Its path.
  /// - Returns: Whether the editor ended well; nil when neither names one.
  /// - Throws: `ChildError` when it could not be started.
  public static func edit(_ file: String) throws(ChildError) -> Bool? {
    let names = ["VISUAL", "EDITOR"].lazy.compactMap(ThisProcess.environment)
    guard let editor = names.first(where: { !$0.isEmpty }) else { return nil }
    // What the variable holds is a line for the shell, with options: `code --wait`.
    var child = try ChildCalls(
      sharingStreams: "sh", ["-c", editor + " \"$1\"", editor, file])
    return child.waitForEnd() == 0
  }

  /// Runs a program to its end; it is killed when it takes too long or writes too much.
  ///
  /// - Parameters:
  ///   - program: A name that is looked for in `PATH`; no shell is involved.
  ///   - arguments: Those after the program's name.
  ///   - input: What it reads from standard input.
  ///   - seconds: How long it may take.
  ///   - limit: How many bytes it may write to standard output.
  /// - Returns: Its status, also one that means failure, and what it wrote.
  /// - Throws: `ChildError` when it could not be run to its end.
  public static func run(
    _ program: String, _ arguments: [String], input: [UInt8], seconds: Int, limit: Int
  ) throws(ChildError) -> Outcome {
    var child = try ChildCalls(program, arguments)
    defer { child.close() }
    let end = ThisProcess.nanoseconds + UInt64(seconds) * 1_000_000_000
    var rest = input[...]
    var output: [UInt8] = []
    var errors: [UInt8] = []
    if rest.isEmpty { child.closeInput() }
    while child.isTalking {
      let now = ThisProcess.nanoseconds
      guard now < end else {
        child.kill()
        throw .tookTooLong(seconds: seconds)
      }
      let ready = try child.wait(milliseconds: Int32((end - now) / 1_000_000 + 1))
      if ready.input {
        rest = rest.dropFirst(child.write(rest))
        if rest.isEmpty { child.closeInput() }
      }
      if ready.output { output += child.readOutput() }
      if ready.errors { errors += child.readErrors().prefix(max(0, 1 << 16 - errors.count)) }
      guard output.count <= limit else {
        child.kill()
        throw .wroteTooMuch(limit: limit)
      }
    }
    return Outcome(status: child.waitForEnd(), output: output, errors: errors)
  }
}
