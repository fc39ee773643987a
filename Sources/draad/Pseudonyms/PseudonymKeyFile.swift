import Corpus
import FileSystem

/// The key of a study's pseudonyms: a file outside the study that only its owner can read.
struct PseudonymKeyFile {
  let path: String
  let key: PseudonymKey
  let bytes: [UInt8]

  /// Reads the key that `--key` names.
  ///
  /// - Throws: `Failure` when others could read it, or would get it along with the study; `FileError`.
  init(_ options: Options, of study: StudyFolder) throws {
    path = try Self.path(options, study)
    let permissions = try File.permissions(of: path)
    if permissions & 0o077 != 0 {
      throw Failure(
        "others than you can read this key, and it tells who everybody is", about: path,
        fix: "write chmod 600 \(path)")
    }
    bytes = try File.read(path)
    key = try StudyFolder.usable(PseudonymKey.read(bytes, path: path), options)
  }

  /// The path of the key, which need not be there yet.
  static func path(_ options: Options, _ study: StudyFolder) throws -> String {
    guard let path = options.value(of: .key) else {
      throw Failure(
        "the key of names is needed",
        fix: "write --key FILE; draad pseudonymise --propose --key FILE makes one")
    }
    let home = try Folder.resolved(study.path)
    let place = try Folder.resolved(File.exists(path) ? path : Path.folder(of: path))
    if (place + "/").utf8.starts(with: (home == "/" ? "/" : home + "/").utf8) {
      throw Failure(
        "the key lies within the study, and would be shared along with it", about: path,
        fix: "keep it in a folder of your own, outside \(home)")
    }
    return path
  }
}

extension Option {
  static let key = Option(
    "key", .file("FILE"),
    "names with their pseudonyms: a CSV with the columns name and replacement, outside the study,"
      + " that only you can read")
}
