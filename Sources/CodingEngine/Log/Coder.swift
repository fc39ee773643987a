import Corpus
import SHA2

/// Somebody who codes or reviews.
public struct Coder: Sendable, Hashable {
  /// The full name, as it stands in the log.
  public let name: String
  /// The name of the coder's folder: small ASCII letters, digits and hyphens, whatever the name is.
  public let folder: String

  /// Makes a coder of a name.
  ///
  /// - Throws: Why nobody can be called so.
  public init(_ name: String) throws(CoderNameError) {
    let name = Self.trimmed(name)
    let steers = { (scalar: Unicode.Scalar) in
      scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    guard !name.isEmpty else { throw .empty }
    guard name.utf8.count <= 200 else { throw .tooLong }
    guard !name.unicodeScalars.contains(where: steers) else { throw .hasControls }
    self.name = name
    folder = Self.folder(for: name)
    if folder == "engine" { throw .reserved(name) }
  }

  private static func trimmed(_ name: String) -> String {
    let isInk = { (scalar: Unicode.Scalar) in scalar.value > 0x20 && scalar.value != 0xA0 }
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.firstIndex(where: isInk), let last = scalars.lastIndex(where: isInk)
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// The folder of whoever wrote a line, also under a name that nobody can take here.
  static func folderInLog(of name: String) -> String {
    if let coder = try? Coder(name) { return coder.folder }
    return "coder-" + SHA256.hexDigest(of: Array(name.utf8)).prefix(8)
  }

  /// A name without a Latin letter or digit gets digits of its SHA-256.
  private static func folder(for name: String) -> String {
    let parts = Folding.fold(name.utf8).split { byte in
      !(byte &- 0x30 < 10 || byte &- 0x61 < 26)
    }
    let folder = parts.map { String(Substring(decoding: $0, as: UTF8.self)) }.joined(separator: "-")
    if !folder.isEmpty { return String(folder.prefix(64)) }
    return "coder-" + SHA256.hexDigest(of: Array(name.utf8)).prefix(8)
  }
}

/// Why a name is no coder's.
public enum CoderNameError: Error, Sendable, Hashable {
  case empty
  case tooLong
  /// It holds signs that steer a terminal.
  case hasControls
  /// `engine` is what proposals are made by.
  case reserved(String)
}

extension CoderNameError: CustomStringConvertible {
  /// One clause in lower case, without full stop.
  public var description: String {
    switch self {
    case .empty: "a coder needs a name"
    case .tooLong: "a coder's name has at most 200 bytes"
    case .hasControls: "a coder's name cannot hold control characters"
    case .reserved(let name): "\"\(name)\" is reserved for what the rules propose"
    }
  }
}
