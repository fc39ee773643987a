#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that ran to its end, with what it used.
struct Child {
  let status: Int32
  /// Seconds.
  let wall: Double
  /// Seconds on all cores together, in the program and in the system.
  let processor: Double
  /// Bytes.
  let peakMemory: Int

  /// Runs a program found on `PATH`; its standard output is thrown away.
  init(_ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let start = Self.seconds()
    var process: pid_t = 0
    let failure = posix_spawnp(&process, arguments[0], &actions, nil, &words, environ)
    errno = failure
    if failure != 0 { throw Disk.Failure(arguments[0]) }
    var ending: Int32 = 0
    var usage = rusage()
    while wait4(process, &ending, 0, &usage) < 0 {
      if errno != EINTR { throw Disk.Failure(arguments[0]) }
    }
    wall = Self.seconds() - start
    status = ending & 0x7F == 0 ? (ending >> 8) & 0xFF : 128 + (ending & 0x7F)
    processor = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    #if os(Linux)
      peakMemory = Int(usage.ru_maxrss) * 1024
    #else
      peakMemory = Int(usage.ru_maxrss)
    #endif
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
