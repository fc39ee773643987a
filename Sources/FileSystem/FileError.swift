#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What went wrong with a file or folder.
public struct FileError: Error, Hashable {
  /// The ways in which the system, or this module, refuses.
  public enum Reason: Sendable, Hashable {
    case notFound
    case isFolder
    case isNotFolder
    /// A device, a socket or a pipe, which might never end.
    case isNotRegular
    case isNotEmpty
    case noPermission
    case linksInCircle
    /// A folder that was met before in the same listing, through a link.
    case listedBefore
    case nameIsNotUnicode
    /// More bytes than the caller wants to read.
    case tooLarge(limit: Int)
    case exists
    case diskFull
    case readOnly
    /// The reader of a pipe has gone.
    case closedPipe
    /// Anything else, in the system's words.
    case system(String)
  }

  /// The file or folder, as the caller named it.
  public let path: String
  /// Why it could not be done.
  public let reason: Reason

  /// Makes an error about a path.
  public init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(_ path: String, _ error: SystemError) {
    self.init(path, Reason(error))
  }
}

extension FileError.Reason {
  /// What is wrong: lower case, no full stop.
  public var message: String {
    switch self {
    case .notFound: "no such file or folder"
    case .isFolder: "is a folder, not a file"
    case .isNotFolder: "is not a folder"
    case .isNotRegular: "is not a regular file"
    case .isNotEmpty: "the folder is not empty"
    case .noPermission: "permission denied"
    case .linksInCircle: "symbolic links lead in a circle"
    case .listedBefore: "leads to a folder that is read already"
    case .nameIsNotUnicode: "the name is not valid UTF-8"
    case .tooLarge(let limit): "is larger than \(limit) bytes"
    case .exists: "exists already"
    case .diskFull: "no space left on the disk"
    case .readOnly: "the disk is read-only"
    case .closedPipe: "the pipe is closed"
    case .system(let text): text
    }
  }

  init(_ error: SystemError) {
    self =
      switch error.number {
      case ENOENT: .notFound
      case EISDIR: .isFolder
      case ENOTDIR: .isNotFolder
      case ENOTEMPTY: .isNotEmpty
      case EACCES, EPERM: .noPermission
      case ELOOP: .linksInCircle
      case EEXIST: .exists
      case ENOSPC, EDQUOT: .diskFull
      case EROFS: .readOnly
      case EPIPE: .closedPipe
      default: .system(SystemCalls.explanation(of: error.number))
      }
  }
}
