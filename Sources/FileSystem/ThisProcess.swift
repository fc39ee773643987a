/// What the running program knows of itself and can do with itself.
public enum ThisProcess {
  /// A variable of the environment; nil when it is not set.
  public static func environment(_ name: String) -> String? {
    SystemCalls.environment(name)
  }

  /// Nanoseconds on a clock that never goes back, from some moment in the past.
  public static var nanoseconds: UInt64 { SystemCalls.nanoseconds() }

  /// To call first: from then on a write to a closed pipe throws instead of ending the program, and
  /// a standard stream that the caller closed stays closed.
  public static func prepareStreams() {
    SystemCalls.prepareStreams()
  }

  /// Ends the program.
  public static func exit(_ status: Int32) -> Never {
    SystemCalls.exit(status)
  }
}
