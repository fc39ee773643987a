public import Corpus

/// The codebooks of a study: the files `Codebooks/NAME.md`.
public struct CodebookFolder: Sendable {
  /// In the order of their paths (code points).
  public let codebooks: [Codebook]

  /// Whether a file of the folder is a codebook: `NAME.md`, not `README*`, and not hidden.
  public static func isCodebook(path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix(".md") && !name.hasPrefix("README") && !name.hasPrefix(".")
  }

  /// Reads the codebooks among the files of a folder.
  ///
  /// - Parameter files: Path, named in diagnostics, and bytes of each file; those that are no
  ///   codebook are passed over.
  /// - Returns: The codebooks, and every fault in and between them.
  public static func read(_ files: [(path: String, bytes: [UInt8])]) -> Read<CodebookFolder> {
    read(files, with: CodebookReader.read)
  }

  /// Reads one codebook out of a folder: of the others only what they are called.
  ///
  /// - Parameters:
  ///   - files: As for `read`.
  ///   - id: The codebook that is asked for; nil for the default.
  /// - Returns: The codebook, and the faults in it, in the heads of the others, and between them.
  /// - Throws: Why there is none.
  public static func readOne(
    _ files: [(path: String, bytes: [UInt8])], id: String?
  ) throws(CodebookChoiceError) -> Read<Codebook> {
    let heads = read(files, with: CodebookReader.readHead)
    guard let folder = heads.value else { return Read(nil, heads.diagnostics) }
    let path = try folder.codebook(id).path
    guard let file = files.first(where: { $0.path == path }) else { throw .noCodebooks }
    return CodebookReader.read(bytes: file.bytes, path: path)
  }

  private static func read(
    _ files: [(path: String, bytes: [UInt8])], with reader: ([UInt8], String) -> Read<Codebook>
  ) -> Read<CodebookFolder> {
    var codebooks: [Codebook] = []
    var diagnostics: [Diagnostic] = []
    for file in files.sorted(by: {
      $0.path.unicodeScalars.lexicographicallyPrecedes($1.path.unicodeScalars)
    })
    where isCodebook(path: file.path) {
      let read = reader(file.bytes, file.path)
      diagnostics += read.diagnostics
      if let codebook = read.value { codebooks.append(codebook) }
    }
    diagnostics += sharedIDs(codebooks) + severalDefaults(codebooks)
    return Read(CodebookFolder(codebooks: codebooks), diagnostics)
  }

  /// The codebook to work with.
  ///
  /// - Parameter id: The one that is asked for; nil for the default: the only one, or of several
  ///   the one with `default: true`.
  /// - Returns: One of `codebooks`.
  /// - Throws: Why there is none.
  public func codebook(_ id: String? = nil) throws(CodebookChoiceError) -> Codebook {
    let ids = codebooks.map(\.id)
    guard let first = codebooks.first else { throw .noCodebooks }
    if let id {
      if let found = codebooks.first(where: { $0.id == id }) { return found }
      throw .unknown(id, suggestion: Suggestion.nearest(to: id, among: ids), known: ids)
    }
    if codebooks.count == 1 { return first }
    guard let found = codebooks.first(where: \.isDefault) else { throw .noDefault(ids) }
    return found
  }

  private static func sharedIDs(_ codebooks: [Codebook]) -> [Diagnostic] {
    codebooks.enumerated().compactMap { index, codebook in
      codebooks[..<index].first { $0.id == codebook.id }.map { earlier in
        Diagnostic(
          .error, path: codebook.path,
          "the id \"\(codebook.id)\" belongs to \(earlier.path) too",
          fix: "give one of the two codebooks another id")
      }
    }
  }

  private static func severalDefaults(_ codebooks: [Codebook]) -> [Diagnostic] {
    let defaults = codebooks.filter(\.isDefault)
    guard let first = defaults.first else { return [] }
    return defaults.dropFirst().map { codebook in
      Diagnostic(
        .error, path: codebook.path, "\(first.path) is the default already",
        fix: "keep default: true in one of the two")
    }
  }
}

/// Why there is no codebook to work with.
public enum CodebookChoiceError: Error, Sendable, Hashable {
  /// The folder holds none.
  case noCodebooks
  /// There is no codebook with this id.
  case unknown(String, suggestion: String?, known: [String])
  /// There are several, and none of them is the default.
  case noDefault([String])
}

extension CodebookChoiceError: CustomStringConvertible {
  /// One clause in lower case, without full stop.
  public var description: String {
    switch self {
    case .noCodebooks: "this study has no codebook"
    case .unknown(let id, let suggestion, let known):
      "there is no codebook \"\(id)\"; "
        + (suggestion.map { "did you mean \($0)?" }
          ?? "the codebooks are \(known.joined(separator: ", "))")
    case .noDefault(let ids):
      "none of the codebooks \(ids.joined(separator: ", ")) has default: true, and none was asked for"
    }
  }
}
