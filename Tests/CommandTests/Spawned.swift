import Foundation

/// A program that was started, and is waited for with the system's own calls.
///
/// Foundation's `Process` can miss the end of a child when many are started at once, and waits for ever.
struct Spawned {
  private let process: pid_t

  /// Starts a program in a folder, with an environment and three streams.
  init(
    _ program: String, _ arguments: [String], in folder: String, _ environment: [String: String],
    streams: [FileHandle]
  ) throws {
    #if os(Linux)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in streams.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, stream.fileDescriptor, Int32(number))
    }
    // Whatever the tests ignore, the program is ended by a closed pipe as others are.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // Threads of a pool block signals, and a shell that is never told of a child's end waits on.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // The system cannot be told the folder; the shell goes there, and becomes the program.
    let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    var child = pid_t()
    let status = unsafe Self.with(words) { words in
      unsafe Self.with(environment.map { "\($0)=\($1)" }) { variables in
        unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, words, variables)
      }
    }
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EIO) }
    process = child
  }

  func kill() { Foundation.kill(process, SIGKILL) }

  /// Waits for the end: the status, or 128 and the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  private static func with(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
