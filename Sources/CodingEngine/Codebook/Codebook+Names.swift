import Corpus

/// Why a name on the command line means no code.
public enum CodeNameError: Error, Sendable, Hashable {
  /// There is no such code; the suggestions are the paths of those that were probably meant.
  case unknown(String, suggestions: [String])
  /// The id belonged to a code that has another id now.
  case renamed(String, to: CodeID)
  /// `lijnen/*` for a code with none under it.
  case noCodesUnder(CodeID)
  /// `lijnen/*` where one code is asked for.
  case severalCodes(String)
}

extension CodeNameError: CustomStringConvertible {
  /// One clause in lower case, without full stop.
  public var description: String {
    switch self {
    case .unknown(let name, let suggestions):
      "there is no code \"\(name)\""
        + (suggestions.isEmpty
          ? "" : "; did you mean \(suggestions.joined(separator: " or "))?")
    case .renamed(let name, let id): "the code \"\(name)\" is now called \(id)"
    case .noCodesUnder(let id): "no codes stand under \(id)"
    case .severalCodes(let name): "\"\(name)\" stands for several codes, and one is needed"
    }
  }
}

extension Codebook {
  /// The codes that a name on the command line stands for.
  ///
  /// - Parameter name: An id, a path such as `lijnen/zorgpeuters` or the end of one, `lijnen/*` for
  ///   all codes under a code, or `*` for all; the book's id and a colon may stand before it.
  /// - Returns: Indexes into `codes`: always a row of the book, never empty.
  /// - Throws: Why there is no such code.
  public func resolve(_ name: String) throws(CodeNameError) -> Range<Int> {
    let prefix = id + ":"
    let local = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    if local == "*", !codes.isEmpty { return codes.indices }
    guard local.hasSuffix("/*") else {
      let code = try code(atPath: local)
      return code..<code + 1
    }
    let code = try code(atPath: String(local.dropLast(2)))
    let below = descendants(of: code)
    guard !below.isEmpty else { throw .noCodesUnder(codes[code].id) }
    return below
  }

  /// The one code that a name on the command line stands for.
  ///
  /// - Parameter name: An id, a path such as `lijnen/zorgpeuters` or the end of one.
  /// - Returns: An index into `codes`.
  /// - Throws: Why there is no such code.
  public func code(named name: String) throws(CodeNameError) -> Int {
    let found = try resolve(name)
    guard found.count == 1, !name.hasSuffix("*") else { throw .severalCodes(name) }
    return found.lowerBound
  }

  private func code(atPath path: String) throws(CodeNameError) -> Int {
    let ids = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let last = ids.last ?? ""
    let folded = Self.folded(last)
    if let code = index(of: CodeID(last)) ?? index(of: CodeID(folded)) {
      let whole = self.path(of: code).split(separator: "/").map(String.init)
      guard whole.suffix(ids.count).elementsEqual(ids.map(Self.folded)) else {
        throw .unknown(path, suggestions: [self.path(of: code)])
      }
      return code
    }
    if let heir = codes.first(where: { $0.was.contains(CodeID(folded)) }) {
      throw .renamed(path, to: heir.id)
    }
    throw .unknown(path, suggestions: codesMeant(by: folded).map { self.path(of: $0) })
  }

  /// Codes that somebody may have meant who wrote no id: by their title, by how their id begins or
  /// ends, or the one that differs least.
  private func codesMeant(by folded: String) -> [Int] {
    let byTitle = codes.indices.filter { Self.folded(codes[$0].title) == folded }
    if !byTitle.isEmpty { return byTitle }
    let parts = codes.indices.filter { index in
      let id = codes[index].id.description
      return folded.utf8.count > 2 && (id.hasPrefix(folded) || id.hasSuffix("-" + folded))
    }
    if 1...5 ~= parts.count { return parts }
    return Suggestion.nearest(to: folded, among: codes.map(\.id.description))
      .flatMap { index(of: CodeID($0)) }.map { [$0] } ?? []
  }

  private static func folded(_ name: String) -> String {
    String(decoding: Folding.fold(name.utf8), as: UTF8.self)
  }
}
