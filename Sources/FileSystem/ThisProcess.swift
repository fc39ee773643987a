/// What the running program knows of itself and can do with itself.
public enum ThisProcess {
  /// A variable of the environment; nil when it is not set.
  public static func environment(_ name: String) -> String? {
    SystemCalls.environment(name)
  }

  /// Nanoseconds on a clock that never goes back, from some moment in the past.
  public static var nanoseconds: UInt64 { SystemCalls.nanoseconds() }

  /// Seconds since the beginning of 1970, UTC, by the machine's clock.
  public static var secondsSince1970: Int { SystemCalls.secondsSince1970() }

  /// What the machine calls itself.
  public static var hostName: String { SystemCalls.hostName() }

  /// What another program writes on standard output.
  ///
  /// - Parameters:
  ///   - program: Looked for in `PATH`.
  ///   - arguments: As the program gets them; no shell reads them.
  ///   - limit: How many bytes to accept at most.
  /// - Returns: The bytes; nil when the program is not there, fails, or writes more.
  public static func output(
    of program: String, _ arguments: [String], limit: Int = 1 << 16
  ) -> [UInt8]? {
    guard let run = try? SystemCalls.output(of: program, arguments, limit: limit) else {
      return nil
    }
    return run.status == 0 && run.output.count <= limit ? run.output : nil
  }

  /// Whether a person can answer questions: standard input is a terminal.
  public static var canBeAsked: Bool { SystemCalls.isTerminal(0) }

  /// How many processors the machine has, at least 1.
  public static var processorCount: Int { max(1, SystemCalls.processorCount()) }

  /// Starts a second thread, and lets it come to rest before there is work for it; both get a heap.
  ///
  /// Linux leaves a new thread on the core of the one that started it until the clock ticks, up to 4 ms
  /// later, when a small study is half read. A thread that rested is woken on a core that is free.
  public static func prepareThreads() async {
    async let second: Void = MemoryCalls.prepareHeap()
    SystemCalls.yieldCore()
    MemoryCalls.prepareHeap()
    await second
  }

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
