#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The number a system call left behind when it failed.
struct SystemError: Error {
  let number: Int32

  /// The number of the call that failed just now on this thread.
  static var last: SystemError { SystemError(number: errno) }
}

/// What the system knows of a file.
struct FileStatus {
  enum Kind {
    case regular
    case folder
    case link
    case other
  }

  /// Which file it is, whatever path leads to it.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  let kind: Kind
  let size: Int
  let permissions: UInt16
  let identity: Identity

  init(_ info: stat) {
    kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(info.st_size)
    permissions = UInt16(truncatingIfNeeded: info.st_mode & 0o7777)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: info.st_dev),
      number: UInt64(truncatingIfNeeded: info.st_ino))
  }
}

/// The system's calls, each made safe: the only file of the module that handles pointers.
enum SystemCalls {
  enum Access {
    /// Returns at once, also for a pipe that nobody writes to.
    case read
    /// Fails when the file exists.
    case create(permissions: UInt16)
  }

  // MARK: Files

  static func open(_ path: String, for access: Access) throws(SystemError) -> Int32 {
    let descriptor =
      switch access {
      case .read:
        retrying { sysOpen(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0) }
      case .create(let permissions):
        retrying {
          sysOpen(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
        }
      }
    if descriptor < 0 { throw .last }
    return descriptor
  }

  /// Opens a file to read it and to add to its end, and says whether it was made just now.
  static func openForAppending(
    _ path: String
  ) throws(SystemError) -> (descriptor: Int32, isNew: Bool) {
    let flags = O_RDWR | O_APPEND | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    while true {
      let made = retrying { sysOpen(path, flags | O_CREAT | O_EXCL, 0o644) }
      if made >= 0 { return (made, true) }
      guard errno == EEXIST else { throw .last }
      let found = retrying { sysOpen(path, flags, 0) }
      if found >= 0 { return (found, false) }
      guard errno == ENOENT else { throw .last }
    }
  }

  /// Gives a file permission bits, whatever the user's umask says.
  static func setPermissions(_ permissions: UInt16, of descriptor: Int32) throws(SystemError) {
    if fchmod(descriptor, mode_t(permissions)) < 0 { throw .last }
  }

  /// Waits until no other process has locked the file; closing it lets go.
  static func lock(_ descriptor: Int32) throws(SystemError) {
    if retrying({ flock(descriptor, LOCK_EX) }) < 0 { throw .last }
  }

  static func rewind(_ descriptor: Int32) throws(SystemError) {
    if lseek(descriptor, 0, SEEK_SET) < 0 { throw .last }
  }

  static func truncate(_ descriptor: Int32, to size: Int) throws(SystemError) {
    if retrying({ ftruncate(descriptor, off_t(size)) }) < 0 { throw .last }
  }

  /// Closes a file that was written; only now some disks say that they are full.
  static func closeWritten(_ descriptor: Int32) throws(SystemError) {
    // Never again after EINTR: the descriptor is gone, and may be somebody else's by then.
    if close(descriptor) < 0, errno != EINTR { throw .last }
  }

  /// Closes a file that was only read.
  static func closeRead(_ descriptor: Int32) {
    _ = close(descriptor)
  }

  static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var info = stat()
    if unsafe fstat(descriptor, &info) < 0 { throw .last }
    return FileStatus(info)
  }

  static func status(
    at path: String, followingLinks: Bool = true
  ) throws(SystemError) -> FileStatus {
    var info = stat()
    let result = unsafe followingLinks ? stat(path, &info) : lstat(path, &info)
    if result < 0 { throw .last }
    return FileStatus(info)
  }

  /// Reads to the end, or to one byte past `limit`.
  static func readAll(
    _ descriptor: Int32, expecting size: Int, limit: Int
  ) throws(SystemError) -> [UInt8] {
    let most = limit == .max ? limit : limit + 1
    var bytes = try readSome(descriptor, count: min(size + 1, most))
    var isAtEnd = bytes.count <= size
    while !isAtEnd, bytes.count < most {
      let count = min(max(bytes.count, 1 << 16), most - bytes.count)
      let more = try readSome(descriptor, count: count)
      isAtEnd = more.count < count
      bytes += more
    }
    return bytes
  }

  /// Reads `count` bytes, or fewer when the file ends before.
  private static func readSome(_ descriptor: Int32, count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe MemoryCalls.useLargePages(UnsafeMutableRawBufferPointer(buffer))
      while filled < count, let base = buffer.baseAddress {
        let got = retrying { unsafe sysRead(descriptor, base + filled, count - filled) }
        if got < 0 { failure = .last }
        if got <= 0 { break }
        filled += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all bytes, waiting when the other side is slow.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var failure: SystemError?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        let part = unsafe UnsafeBufferPointer(rebasing: rest)
        let put = unsafe sysWrite(descriptor, part.baseAddress, part.count)
        if put >= 0 {
          unsafe rest = unsafe rest.dropFirst(put)
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = unsafe poll(&waiting, 1, -1)
        } else if errno != EINTR {
          failure = .last
          return
        }
      }
    }
    if let failure { throw failure }
  }

  static func synchronize(_ descriptor: Int32) throws(SystemError) {
    if fsync(descriptor) < 0 { throw .last }
  }

  // MARK: Names

  static func rename(_ old: String, to new: String) throws(SystemError) {
    if unsafe sysRename(old, new) < 0 { throw .last }
  }

  static func removeFile(_ path: String) throws(SystemError) {
    if unsafe unlink(path) < 0 { throw .last }
  }

  static func removeFolder(_ path: String) throws(SystemError) {
    if unsafe rmdir(path) < 0 { throw .last }
  }

  static func makeFolder(_ path: String) throws(SystemError) {
    if unsafe mkdir(path, 0o777) < 0 { throw .last }
  }

  /// The path with every link resolved.
  static func resolve(_ path: String) throws(SystemError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .last }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The names in a folder, as bytes, without `.` and `..`, in no order.
  static func names(in folder: String) throws(SystemError) -> [[UInt8]] {
    guard let stream = unsafe opendir(folder) else { throw .last }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
      var length = 0
      while unsafe name[length] != 0 { length += 1 }
      let bytes = unsafe [UInt8](UnsafeBufferPointer(start: name, count: length))
      if bytes != [46], bytes != [46, 46] { names.append(bytes) }
    }
    if errno != 0 { throw .last }
    return names
  }

  // MARK: Process and terminal

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  static func nanoseconds() -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static func secondsSince1970() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec)
  }

  static func hostName() -> String {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      let isKnown = unsafe base.withMemoryRebound(to: CChar.self, capacity: 256) { name in
        unsafe gethostname(name, 255) == 0
      }
      if isKnown { filled = unsafe buffer.firstIndex(of: 0) ?? 255 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs a program found in PATH and gives what it writes on standard output, and its status.
  static func output(
    of program: String, _ arguments: [String], limit: Int
  ) throws(SystemError) -> (output: [UInt8], status: Int32) {
    var ends: [Int32] = [-1, -1]
    if unsafe pipe(&ends) < 0 { throw .last }
    defer { _ = close(ends[0]) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map {
      unsafe strdup($0)
    }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    let failure = unsafe posix_spawnp(&child, program, &actions, nil, words, environ)
    _ = close(ends[1])
    if failure != 0 { throw SystemError(number: failure) }
    let output = try readAll(ends[0], expecting: 0, limit: limit)
    var status = Int32()
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return (output, status)
  }

  static func processNumber() -> Int32 { getpid() }

  /// Whether a process has this number, also somebody else's.
  static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno == EPERM }

  static func processorCount() -> Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  static func yieldCore() { sched_yield() }

  static func explanation(of number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "system error \(number)" }
    return unsafe String(cString: text)
  }

  /// Makes a write to a closed pipe fail instead of killing the process, and keeps the numbers of
  /// the three standard streams from being given to other files.
  static func prepareStreams() {
    _ = signal(SIGPIPE, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = sysOpen("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY, 0)
    }
  }

  static func exit(_ status: Int32) -> Never { sysExit(status) }

  private static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// The calls whose names the functions above take over.
private let sysExit = exit
private let sysRead = unsafe read
private let sysRename = unsafe rename
private let sysWrite = unsafe write

private func sysOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}
