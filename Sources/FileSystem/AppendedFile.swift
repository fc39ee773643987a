/// A file that only grows, held under an advisory lock: of several processes one at a time has it.
///
/// What `append` has returned from is on the disk. When it throws, the file is as it was.
public final class AppendedFile: Sendable {
  private let path: String
  private let descriptor: Int32
  private let isNew: Bool

  /// Opens the file, makes it if it is missing, and waits until no other process holds it.
  ///
  /// - Throws: `FileError`: among others, when it is no regular file.
  public init(_ path: String) throws(FileError) {
    self.path = path
    do {
      var opened: (descriptor: Int32, isNew: Bool)?
      while opened == nil {
        let attempt = try SystemCalls.openForAppending(path)
        do {
          try SystemCalls.lock(attempt.descriptor)
          // Another process may have put another file in its place while this one waited.
          let held = try SystemCalls.status(of: attempt.descriptor)
          let named = try? SystemCalls.status(at: path)
          if held.identity == named?.identity {
            opened = attempt
            guard held.kind == .regular else { throw FileError(path, .isNotRegular) }
          } else {
            SystemCalls.closeRead(attempt.descriptor)
          }
        } catch {
          SystemCalls.closeRead(attempt.descriptor)
          throw error
        }
      }
      descriptor = opened?.descriptor ?? -1
      isNew = opened?.isNew ?? false
    } catch let error as FileError {
      throw error
    } catch let error as SystemError {
      throw FileError(path, error)
    } catch {
      throw FileError(path, .system("\(error)"))
    }
  }

  /// Lets go; a file that was made, and never written to, is taken away.
  deinit {
    // Whoever waits for it meanwhile sees that its name is gone, and makes another.
    if isNew, (try? SystemCalls.status(of: descriptor))?.size == 0 {
      try? SystemCalls.removeFile(path)
    }
    SystemCalls.closeRead(descriptor)
  }

  /// All that the file holds.
  public func read(limit: Int = 1 << 31) throws(FileError) -> [UInt8] {
    do {
      let size = try SystemCalls.status(of: descriptor).size
      try SystemCalls.rewind(descriptor)
      return try SystemCalls.readAll(descriptor, expecting: size, limit: limit)
    } catch {
      throw FileError(path, error)
    }
  }

  /// Cuts the file off after `size` bytes.
  public func truncate(to size: Int) throws(FileError) {
    do {
      try SystemCalls.truncate(descriptor, to: size)
      try SystemCalls.synchronize(descriptor)
    } catch {
      throw FileError(path, error)
    }
  }

  /// Adds bytes at the end with one write, and waits until the disk holds them and the file's name.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    var size: Int?
    do {
      size = try SystemCalls.status(of: descriptor).size
      try SystemCalls.write(bytes, to: descriptor)
      try SystemCalls.synchronize(descriptor)
      if isNew { try Self.synchronizeFolder(of: path) }
    } catch {
      if let size { try? SystemCalls.truncate(descriptor, to: size) }
      throw FileError(path, error)
    }
  }

  private static func synchronizeFolder(of path: String) throws(SystemError) {
    let folder = try SystemCalls.open(Path.folder(of: path), for: .read)
    defer { SystemCalls.closeRead(folder) }
    try SystemCalls.synchronize(folder)
  }
}
