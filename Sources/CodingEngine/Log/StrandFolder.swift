import FileSystem
import SHA2

/// Where a machine keeps which strand is its own: a file for each study and coder, outside the study.
///
/// A copy of a study in another place or on another machine so gets strands of its own.
public struct StrandFolder: Sendable {
  private let path: String

  /// Keeps strands in this folder.
  public init(_ path: String) {
    self.path = path
  }

  /// The user's: `draad/strands` in `XDG_STATE_HOME`, or in `~/.local/state`; nil without a home.
  public static var ofUser: StrandFolder? {
    let given = ThisProcess.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = ThisProcess.environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let state = given ?? home.map({ Path.join($0, ".local/state") }) else { return nil }
    return StrandFolder(Path.join(state, "draad/strands"))
  }

  /// The coder's strand in a study; nil when there is none yet.
  func strand(of coder: Coder, in codings: String) throws(FileError) -> StrandID? {
    let file = try file(for: coder, in: codings)
    guard File.exists(file) else { return nil }
    let text = String(decoding: try File.read(file, limit: 1 << 16), as: UTF8.self)
    return StrandID(String(text.prefix(8)))
  }

  /// Makes a new strand the coder's own, instead of `old`; of two processes at once, one wins.
  func renew(
    _ old: StrandID?, of coder: Coder, in codings: String
  ) throws(FileError) -> StrandID {
    let file = try file(for: coder, in: codings)
    try Folder.create(path)
    let new = StrandID.random()
    let study = try Folder.resolved(codings)
    let text = Array("\(new)\n\(coder.name)\n\(study)\n".utf8)
    do {
      try File.write(text, to: file, permissions: 0o600, replacing: old != nil, synchronized: true)
    } catch {
      guard error.reason == .exists, let strand = try strand(of: coder, in: codings) else {
        throw error
      }
      return strand
    }
    return new
  }

  private func file(for coder: Coder, in codings: String) throws(FileError) -> String {
    let study = try Folder.resolved(codings)
    let key = "\(ThisProcess.hostName)\n\(study)\n\(coder.folder)"
    return Path.join(path, String(SHA256.hexDigest(of: Array(key.utf8)).prefix(32)))
  }
}
