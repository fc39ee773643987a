/// A file that is written, but does not have its name yet.
///
/// So that several files can be replaced when all of them are on the disk, or none.
public struct StagedFile: Sendable {
  /// The file that will be made or replaced, as the caller named it.
  public let path: String

  private let target: String
  private let temporary: String
  private let synchronized: Bool

  /// Writes the bytes beside their place, under a temporary name that begins with a full stop.
  ///
  /// - Parameters:
  ///   - bytes: What the file will hold.
  ///   - path: Its name.
  ///   - permissions: Of the new file, less the user's umask.
  ///   - replacing: Whether a file that exists may be replaced.
  ///   - keepsPermissions: Whether a file that is replaced keeps its permission bits to the letter.
  ///   - synchronized: Whether to wait until the disk holds the file and its name.
  /// - Throws: `FileError` with `path` as given; nothing is left behind.
  public init(
    _ bytes: [UInt8], for path: String, permissions: UInt16 = 0o644, replacing: Bool = true,
    keepsPermissions: Bool = false, synchronized: Bool = false
  ) throws(FileError) {
    self.path = path
    self.synchronized = synchronized
    do {
      target = try Self.target(path, replacing: replacing)
      let opened = try Self.openTemporary(beside: target, permissions: permissions)
      temporary = opened.path
      do {
        if keepsPermissions {
          let kept = try SystemCalls.status(at: target).permissions
          try SystemCalls.setPermissions(kept, of: opened.descriptor)
        }
        try Self.fill(opened.descriptor, with: bytes, synchronized: synchronized)
      } catch {
        discard()
        throw error
      }
    } catch let error as FileError {
      throw error
    } catch let error as SystemError {
      throw FileError(path, error)
    } catch {
      throw FileError(path, .system("\(error)"))
    }
  }

  /// Gives the file its name, at once; on failure nothing is left behind.
  public func commit() throws(FileError) {
    do {
      try SystemCalls.rename(temporary, to: target)
    } catch {
      discard()
      throw FileError(path, error)
    }
    guard synchronized else { return }
    do {
      let folder = try SystemCalls.open(Path.folder(of: target), for: .read)
      defer { SystemCalls.closeRead(folder) }
      try SystemCalls.synchronize(folder)
    } catch {
      throw FileError(path, error)
    }
  }

  /// Takes the temporary file away again.
  public func discard() {
    try? SystemCalls.removeFile(temporary)
  }

  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], synchronized: Bool
  ) throws(SystemError) {
    do {
      try SystemCalls.write(bytes, to: descriptor)
      if synchronized { try SystemCalls.synchronize(descriptor) }
    } catch {
      SystemCalls.closeRead(descriptor)
      throw error
    }
    try SystemCalls.closeWritten(descriptor)
  }

  /// Where the file will stand once links are followed.
  private static func target(_ path: String, replacing: Bool) throws -> String {
    guard let status = try? SystemCalls.status(at: path, followingLinks: false) else {
      return path
    }
    if !replacing { throw FileError(path, .exists) }
    switch status.kind {
    case .regular: return path
    case .folder: throw FileError(path, .isFolder)
    case .other: throw FileError(path, .isNotRegular)
    case .link:
      let resolved = try SystemCalls.resolve(path)
      return try target(resolved, replacing: replacing)
    }
  }

  private static func openTemporary(
    beside target: String, permissions: UInt16
  ) throws(SystemError) -> (path: String, descriptor: Int32) {
    let folder = Path.folder(of: target)
    var number = SystemCalls.nanoseconds()
    var attempts = 0
    while true {
      let name = temporaryName(SystemCalls.processNumber(), number)
      let path = Path.join(folder, name)
      do {
        return (path, try SystemCalls.open(path, for: .create(permissions: permissions)))
      } catch {
        attempts += 1
        number &+= 1
        guard Self.isTaken(error), attempts < 100 else { throw error }
      }
    }
  }

  private static func temporaryName(_ process: Int32, _ number: UInt64) -> String {
    ".draad-\(process)-\(String(number, radix: 36)).tmp"
  }

  private static func isTaken(_ error: SystemError) -> Bool {
    FileError.Reason(error) == .exists
  }
}

extension StagedFile {
  /// Removes what processes left beside a file that were killed while they wrote: regular files with
  /// the very names that are made here, of processes that run no more.
  ///
  /// For who holds a lock that all who write there hold: then none of these files is anybody's. What
  /// cannot be removed stays.
  ///
  /// - Parameter path: The file; a link is followed.
  public static func removeLeftovers(beside path: String) {
    guard let target = try? target(path, replacing: true) else { return }
    let folder = Path.folder(of: target)
    for name in (try? SystemCalls.names(in: folder)) ?? [] {
      guard let name = String(validating: name, as: UTF8.self), let process = process(of: name),
        !SystemCalls.isRunning(process)
      else { continue }
      let leftover = Path.join(folder, name)
      if (try? SystemCalls.status(at: leftover, followingLinks: false))?.kind == .regular {
        try? SystemCalls.removeFile(leftover)
      }
    }
  }

  /// The process that made a temporary file; nil for any other name.
  private static func process(of name: String) -> Int32? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let process = Int32(parts[1]), process > 0,
      let number = UInt64(parts[2].dropLast(4), radix: 36),
      name == temporaryName(process, number)
    else { return nil }
    return process
  }
}
