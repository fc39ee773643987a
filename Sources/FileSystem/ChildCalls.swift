#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that runs, and the three pipes to it: the system's calls, made safe.
struct ChildCalls: ~Copyable {
  private var process: pid_t = 0
  /// This side of the pipes; -1 when closed.
  private var input: Int32 = -1
  private var output: Int32 = -1
  private var errors: Int32 = -1
  private var hasEnded = false

  /// Starts a program that `PATH` leads to.
  init(_ program: String, _ arguments: [String]) throws(ChildError) {
    let (inputReader, inputWriter) = try Self.makePipe()
    let (outputReader, outputWriter) = try Self.makePipe()
    let (errorReader, errorWriter) = try Self.makePipe()
    input = inputWriter
    output = outputReader
    errors = errorReader
    let status = Self.spawn(
      program, arguments, streams: [inputReader, outputWriter, errorWriter], &process)
    for descriptor in [inputReader, outputWriter, errorWriter] { _ = sysClose(descriptor) }
    guard status == 0 else {
      hasEnded = true
      close()
      throw status == ENOENT ? .notInstalled : .system(SystemCalls.explanation(of: status))
    }
    // A program that does not read its input must not end this one.
    _ = signal(SIGPIPE, SIG_IGN)
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
  }

  /// Starts a program on this one's own streams, such as an editor.
  init(sharingStreams program: String, _ arguments: [String]) throws(ChildError) {
    let status = Self.spawn(program, arguments, streams: [], &process)
    guard status == 0 else {
      hasEnded = true
      throw status == ENOENT ? .notInstalled : .system(SystemCalls.explanation(of: status))
    }
  }

  /// Whether the program can still write something.
  var isTalking: Bool { output >= 0 || errors >= 0 }

  /// Waits until a pipe can be used, or so many milliseconds have passed.
  mutating func wait(
    milliseconds: Int32
  ) throws(ChildError) -> (input: Bool, output: Bool, errors: Bool) {
    // A negative number is a pipe that is left out.
    var pipes = [
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    let count = pipes.count
    let result = unsafe pipes.withUnsafeMutableBufferPointer { pipes in
      unsafe poll(pipes.baseAddress, nfds_t(count), milliseconds)
    }
    guard result >= 0 || errno == EINTR else {
      throw .system(SystemCalls.explanation(of: errno))
    }
    guard result > 0 else { return (false, false, false) }
    return (pipes[0].revents != 0, pipes[1].revents != 0, pipes[2].revents != 0)
  }

  /// Writes to the program's input, which must be ready.
  ///
  /// Returns how many bytes it took; all of them when it takes no more.
  mutating func write(_ bytes: ArraySlice<UInt8>) -> Int {
    let piece = bytes.prefix(1 << 16)
    let written = unsafe piece.withUnsafeBytes { unsafe sysWrite(input, $0.baseAddress, $0.count) }
    if written >= 0 { return written }
    return errno == EAGAIN || errno == EINTR ? 0 : bytes.count
  }

  mutating func readOutput() -> [UInt8] { Self.read(&output) }

  mutating func readErrors() -> [UInt8] { Self.read(&errors) }

  mutating func closeInput() { Self.close(&input) }

  func kill() { _ = sysKill(process, SIGKILL) }

  /// Waits for the program's end: its status, or nil when a signal ended it.
  mutating func waitForEnd() -> Int? {
    var status: Int32 = 0
    hasEnded = true
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : nil
  }

  /// Closes the pipes; a program that has not ended is killed.
  mutating func close() {
    Self.close(&input)
    Self.close(&output)
    Self.close(&errors)
    guard !hasEnded else { return }
    kill()
    _ = waitForEnd()
  }

  private static func read(_ descriptor: inout Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let size = buffer.count
    let from = descriptor
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe sysRead(from, $0.baseAddress, size) }
    if count > 0 { return Array(buffer[..<count]) }
    if count == 0 || errno != EINTR { close(&descriptor) }
    return []
  }

  private static func close(_ descriptor: inout Int32) {
    if descriptor >= 0 { _ = sysClose(descriptor) }
    descriptor = -1
  }

  /// A pipe that other programs do not inherit.
  private static func makePipe() throws(ChildError) -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .system(SystemCalls.explanation(of: errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ program: String, _ arguments: [String], streams: [Int32], _ process: inout pid_t
  ) -> Int32 {
    #if os(Linux)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    _ = unsafe posix_spawn_file_actions_init(&actions)
    _ = unsafe posix_spawnattr_init(&attributes)
    defer {
      _ = unsafe posix_spawn_file_actions_destroy(&actions)
      _ = unsafe posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in streams.enumerated() {
      _ = unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    // The program gets the signals of any other, whatever this one ignores.
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    _ = unsafe sigaddset(&signals, SIGPIPE)
    _ = unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // Threads of a pool block signals; an editor needs them.
    var none = sigset_t()
    _ = unsafe sigemptyset(&none)
    _ = unsafe posix_spawnattr_setsigmask(&attributes, &none)
    _ = unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    return unsafe posix_spawnp(&process, program, &actions, &attributes, words, environ)
  }
}

// The calls whose names the functions above take over.
private let sysClose = close
private let sysKill = kill
private let sysRead = unsafe read
private let sysWrite = unsafe write
