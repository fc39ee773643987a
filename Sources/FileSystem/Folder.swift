/// Something in a folder, or in a folder below it.
public struct FolderEntry: Sendable, Hashable {
  /// What it is, links followed.
  public enum Kind: Sendable, Hashable {
    case file
    case folder
    /// A device, a socket or a pipe.
    case other
    /// Something that cannot be looked at: a link that leads nowhere or in a circle, a closed folder.
    case unreadable(FileError.Reason)
  }

  /// The folder as the caller named it, and the way from there.
  public let path: String
  /// What stands there.
  public let kind: Kind
}

/// Looking into folders.
public enum Folder {
  /// Everything in a folder and below it, always in the same order.
  ///
  /// Links are followed, but no folder is entered twice.
  ///
  /// - Parameter folder: The empty path is the current folder.
  /// - Returns: In the order of the names' code points, what is in a folder right after the folder.
  /// - Throws: `FileError` when the folder itself cannot be listed.
  public static func contents(of folder: String) throws(FileError) -> [FolderEntry] {
    do {
      let status = try SystemCalls.status(at: folder.isEmpty ? "." : folder)
      var listing = Listing(entered: [status.identity])
      try listing.list(folder)
      return listing.entries
    } catch {
      throw FileError(folder, error)
    }
  }

  /// Whether a folder has this path, links followed.
  public static func exists(_ path: String) -> Bool {
    (try? SystemCalls.status(at: path.isEmpty ? "." : path))?.kind == .folder
  }

  /// Whether two paths lead to the same folder or file.
  public static func areSame(_ first: String, _ second: String) -> Bool {
    guard let one = try? SystemCalls.status(at: first) else { return false }
    return one.identity == (try? SystemCalls.status(at: second))?.identity
  }

  /// The path of a folder or file with every link resolved, from the root.
  public static func resolved(_ path: String) throws(FileError) -> String {
    do {
      return try SystemCalls.resolve(path.isEmpty ? "." : path)
    } catch {
      throw FileError(path, error)
    }
  }

  /// Makes a folder and those above it that are missing; content if it exists.
  public static func create(_ path: String) throws(FileError) {
    if path.isEmpty || exists(path) { return }
    let above = Path.folder(of: path)
    if above != path, above != "." { try create(above) }
    do {
      try SystemCalls.makeFolder(path)
    } catch {
      let reason = FileError.Reason(error)
      if reason != .exists { throw FileError(path, reason) }
      if !exists(path) { throw FileError(path, .isNotFolder) }
    }
  }

  /// Removes a folder that is empty.
  public static func removeEmpty(_ path: String) throws(FileError) {
    do {
      try SystemCalls.removeFolder(path)
    } catch {
      throw FileError(path, error)
    }
  }
}

/// A listing on its way through the folders.
private struct Listing {
  var entries: [FolderEntry] = []
  var entered: Set<FileStatus.Identity>

  init(entered: Set<FileStatus.Identity>) {
    self.entered = entered
  }

  mutating func list(_ folder: String) throws(SystemError) {
    let names = try SystemCalls.names(in: folder.isEmpty ? "." : folder)
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let valid = String(validating: name, as: UTF8.self) else {
        let repaired = Path.join(folder, String(decoding: name, as: UTF8.self))
        entries.append(FolderEntry(path: repaired, kind: .unreadable(.nameIsNotUnicode)))
        continue
      }
      add(Path.join(folder, valid))
    }
  }

  private mutating func add(_ path: String) {
    do {
      let status = try SystemCalls.status(at: path)
      switch status.kind {
      case .regular: entries.append(FolderEntry(path: path, kind: .file))
      case .link, .other: entries.append(FolderEntry(path: path, kind: .other))
      case .folder:
        guard entered.insert(status.identity).inserted else {
          entries.append(FolderEntry(path: path, kind: .unreadable(.listedBefore)))
          return
        }
        let place = entries.count
        try list(path)
        entries.insert(FolderEntry(path: path, kind: .folder), at: place)
      }
    } catch {
      entries.append(FolderEntry(path: path, kind: .unreadable(FileError.Reason(error))))
    }
  }
}
