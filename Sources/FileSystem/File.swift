/// Reading and writing whole files.
public enum File {
  /// Reads a whole file, and never waits for one that may not end: pipes and devices are refused.
  ///
  /// - Parameters:
  ///   - path: A regular file, or a link to one.
  ///   - limit: The largest number of bytes to accept.
  /// - Returns: The bytes, as they are.
  /// - Throws: `FileError` with `path` as given.
  public static func read(
    _ path: String, limit: Int = 1 << 31
  ) throws(FileError) -> [UInt8] {
    do {
      let descriptor = try SystemCalls.open(path, for: .read)
      defer { SystemCalls.closeRead(descriptor) }
      let status = try SystemCalls.status(of: descriptor)
      switch status.kind {
      case .folder: throw FileError(path, .isFolder)
      case .link, .other: throw FileError(path, .isNotRegular)
      case .regular: break
      }
      if status.size > limit { throw FileError(path, .tooLarge(limit: limit)) }
      let bytes = try SystemCalls.readAll(descriptor, expecting: status.size, limit: limit)
      if bytes.count > limit { throw FileError(path, .tooLarge(limit: limit)) }
      return bytes
    } catch let error as FileError {
      throw error
    } catch let error as SystemError {
      throw FileError(path, error)
    } catch {
      throw FileError(path, .system("\(error)"))
    }
  }

  /// Reads standard input to its end, waiting for it.
  ///
  /// - Throws: `FileError` with `-` as its path.
  public static func readStandardInput(limit: Int = 1 << 31) throws(FileError) -> [UInt8] {
    do {
      let bytes = try SystemCalls.readAll(0, expecting: 1 << 16, limit: limit)
      if bytes.count <= limit { return bytes }
    } catch {
      throw FileError("-", error)
    }
    throw FileError("-", .tooLarge(limit: limit))
  }

  /// Writes a whole file, or changes nothing.
  ///
  /// The bytes go to a temporary file in the same folder, which then takes the name. A link is
  /// followed: the file it leads to is replaced, not the link.
  ///
  /// - Parameters:
  ///   - bytes: What the file will hold.
  ///   - path: Devices and pipes are refused.
  ///   - permissions: Of the new file, less the user's umask.
  ///   - replacing: Whether a file that exists may be replaced.
  ///   - synchronized: Whether to wait until the disk holds the file and its name.
  /// - Throws: `FileError`; no temporary file is left behind.
  public static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt16 = 0o644, replacing: Bool = true,
    synchronized: Bool = false
  ) throws(FileError) {
    let staged = try StagedFile(
      bytes, for: path, permissions: permissions, replacing: replacing, synchronized: synchronized)
    try staged.commit()
  }

  /// Whether anything has this path; a link that leads nowhere counts.
  public static func exists(_ path: String) -> Bool {
    (try? SystemCalls.status(at: path, followingLinks: false)) != nil
  }

  /// The permission bits of a file, links followed: `0o600`.
  public static func permissions(of path: String) throws(FileError) -> UInt16 {
    do {
      return try SystemCalls.status(at: path).permissions & 0o777
    } catch {
      throw FileError(path, error)
    }
  }

  /// Removes a file or link.
  public static func remove(_ path: String) throws(FileError) {
    do {
      try SystemCalls.removeFile(path)
    } catch {
      throw FileError(path, error)
    }
  }
}
