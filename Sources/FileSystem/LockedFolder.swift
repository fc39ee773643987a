/// A folder held under an advisory lock: of several processes one at a time has it.
public final class LockedFolder: Sendable {
  private let descriptor: Int32

  /// Waits until no other process holds the folder.
  ///
  /// - Throws: `FileError` when it cannot be opened.
  public init(_ path: String) throws(FileError) {
    do {
      descriptor = try SystemCalls.open(path.isEmpty ? "." : path, for: .read)
    } catch {
      throw FileError(path, error)
    }
    do {
      try SystemCalls.lock(descriptor)
    } catch {
      SystemCalls.closeRead(descriptor)
      throw FileError(path, error)
    }
  }

  deinit { SystemCalls.closeRead(descriptor) }
}
