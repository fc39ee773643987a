/// What is wrong with a zip archive.
public enum ZipError: Error, Hashable {
  /// The bytes do not begin as an archive does.
  case notAnArchive
  /// The archive begins, but its directory at the end is missing or cut off.
  case cutOff
  /// A part that contradicts another: in words, lower case, no full stop.
  case damaged(String)
  /// An entry that needs a password.
  case encrypted(name: String)
  /// An entry that is packed in a way that is not read here.
  case unknownMethod(name: String, number: Int)
  /// A name that would lead out of a folder: `../../x`, `/x`, `C:\x`.
  case unsafeName(String)
  /// More than is unpacked here: in words, lower case, no full stop.
  case tooLarge(String)

  /// What is wrong: lower case, no full stop.
  public var message: String {
    switch self {
    case .notAnArchive: "this is no zip archive"
    case .cutOff: "the zip archive is cut off: its directory at the end is missing"
    case .damaged(let what): "the zip archive is damaged: \(what)"
    case .encrypted(let name): "\"\(name)\" in the zip archive is protected with a password"
    case .unknownMethod(let name, let number):
      "\"\(name)\" in the zip archive is packed by method \(number), which is not read here"
    case .unsafeName(let name):
      "the zip archive holds the name \"\(name)\", which leads out of its folder"
    case .tooLarge(let what): "the zip archive unpacks to more than is read here: \(what)"
    }
  }
}
