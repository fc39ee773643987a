/// Names of files with the digests they may have, as a text that `sha256sum -c` reads.
struct Manifest: Equatable {
  private static let head = "# Made by draad report, which replaces and removes these files.\n"

  private(set) var digests: [String: Set<String>] = [:]

  /// In the order of their code points.
  var names: [String] { digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  init(_ files: [(name: String, digest: String)]) {
    for file in files { digests[file.name, default: []].insert(file.digest) }
  }

  /// Reads a manifest; nil when it is none.
  init?(bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let digest = line.prefix(64)
      let rest = line.dropFirst(64)
      let name = rest.dropFirst(2)
      guard digest.count == 64, digest.allSatisfy(Self.isHexadecimal),
        rest.starts(with: "  ".utf8), Self.isSafe(name)
      else { return nil }
      digests[String(decoding: name, as: UTF8.self), default: []]
        .insert(String(decoding: digest, as: UTF8.self))
    }
  }

  var bytes: [UInt8] {
    var text = Self.head
    for name in names {
      for digest in (digests[name] ?? []).sorted() { text += "\(digest)  \(name)\n" }
    }
    return Array(text.utf8)
  }

  func owns(_ name: String, _ digest: String) -> Bool {
    digests[name]?.contains(digest) ?? false
  }

  /// Whether it holds these files and no others, each with one digest.
  func ownsOnce(_ names: [String]) -> Bool {
    digests.count == names.count && names.allSatisfy { digests[$0]?.count == 1 }
  }

  func joined(with other: Manifest) -> Manifest {
    var result = self
    result.digests.merge(other.digests) { $0.union($1) }
    return result
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }

  /// Whether a name stays inside the folder.
  private static func isSafe(_ name: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    return !name.isEmpty && name.first != slash
      && !name.split(separator: slash).contains { $0.elementsEqual("..".utf8) }
  }
}
