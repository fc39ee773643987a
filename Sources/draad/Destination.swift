import FileSystem

/// Where a command's result goes: standard output, or the file after `-o`.
struct Destination {
  private let file: String?
  private let isForced: Bool
  private let isQuiet: Bool

  /// Refuses at once, before any work, when the file exists and may not be replaced.
  init(_ options: Options) throws(Failure) {
    let path = options.value(of: .output)
    file = path == "-" ? nil : path
    isForced = options.contains(.force)
    isQuiet = options.contains(.quiet)
    if let file, !isForced, File.exists(file) {
      throw Failure(
        FileError.Reason.exists.message, about: file, fix: "add --force to replace it")
    }
  }

  /// Writes the whole result; a file is there with all of it, or is as it was.
  func write(_ bytes: [UInt8], on output: inout Output) throws {
    guard let file else {
      try output.write(bytes)
      return
    }
    try File.write(bytes, to: file, replacing: isForced)
    Messages.say("wrote \(file)", isQuiet: isQuiet)
  }
}
