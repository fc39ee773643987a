import FileSystem

extension Command {
  /// Stands where a command's work will be: checks what can be checked, then refuses.
  static func notAvailable(
    _ name: String
  ) -> @Sendable (Options, inout Output) throws -> ExitStatus {
    { options, _ in
      _ = try StudyFolder(options)
      _ = try options.format()
      _ = try Destination(options)
      throw Failure("\"\(name)\" is not available in this build")
    }
  }
}
