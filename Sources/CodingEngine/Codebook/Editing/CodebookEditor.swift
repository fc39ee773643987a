public import Corpus

/// Edits the file of a codebook as its author would: what an edit does not touch keeps its bytes.
///
/// One editor makes one edit; `edited()` then reads what came of it.
public struct CodebookEditor: Sendable {
  /// As it was before.
  public let book: Codebook
  /// The file as it was before.
  public let before: [UInt8]
  /// What was done, in words.
  public internal(set) var said: [String] = []
  var text: CodebookText

  /// Opens a codebook.
  ///
  /// - Parameters:
  ///   - bytes: Its file.
  ///   - path: Named in diagnostics.
  /// - Throws: `CodebookEditError` with the faults of the file as it stands.
  public init(_ bytes: [UInt8], path: String) throws(CodebookEditError) {
    let read = CodebookReader.read(bytes: bytes, path: path)
    guard let book = read.value else { throw .faults(read.diagnostics) }
    self.book = book
    before = bytes
    text = CodebookText(bytes)
  }

  /// The file as it is after the edit.
  public var after: [UInt8] { text.bytes }

  /// Reads the file as it is after the edit.
  ///
  /// - Throws: `CodebookEditError` when it would have a fault.
  public func read() throws(CodebookEditError) -> Codebook {
    let read = CodebookReader.read(bytes: after, path: book.path + " (as it would be)")
    guard let edited = read.value else { throw .faults(read.diagnostics) }
    return edited
  }

  /// Adds to what was said what else changes by the edit.
  ///
  /// - Throws: `CodebookEditError` when the book would have a fault.
  public mutating func sayConsequences() throws(CodebookEditError) {
    said += CodebookConsequences(of: book, try read()).lines
  }

  // MARK: Names

  /// The code of the book that a name on the command line stands for.
  func code(_ name: String) throws(CodebookEditError) -> Int {
    do {
      return try book.code(named: name)
    } catch {
      throw .refused(error.description, fix: "draad codebook show lists the codes")
    }
  }

  /// An id that no code of the book has, or had, but perhaps the one that is given.
  func newID(_ text: String, for code: Int? = nil) throws(CodebookEditError) -> CodeID {
    guard CodeID.isWellFormed(text) else {
      throw .refused("\"\(text)\" is no id", fix: CodeID.advice(for: text))
    }
    let id = CodeID(text)
    if [Codebook.newCodes, Codebook.goneCodes].contains(text) {
      throw .refused("\"\(text)\" stands for codes outside the book", fix: "choose another id")
    }
    if let other = book.index(of: id), other != code {
      throw .refused(
        "\(book.path(of: other)) is a code already",
        fix: "choose another id; draad codebook merge puts two codes together")
    }
    if let other = book.codes.indices.first(where: { book.codes[$0].was.contains(id) }),
      other != code
    {
      throw .refused(
        "\"\(text)\" is an earlier id of \(book.path(of: other)), which has its codings",
        fix: "choose another id, or take it out of that code's was")
    }
    return id
  }

  /// A title on one line.
  static func title(_ text: String) throws(CodebookEditError) -> String {
    let title = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    guard !title.isEmpty else {
      throw .refused("a code needs a title", fix: "write --title and some words")
    }
    guard !title.contains(where: { $0.isNewline || $0.unicodeScalars.contains(where: isControl) })
    else { throw .refused("a title is one line of text", fix: "leave out what steers a terminal") }
    return String(title)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }

  /// Where the options put a code.
  ///
  /// - Parameters:
  ///   - under: The code above it.
  ///   - isTop: Whether it stands at the top.
  ///   - before: The code that it stands before.
  ///   - after: The code that it stands after.
  /// - Returns: Nil when nothing is said.
  /// - Throws: `CodebookEditError` when they exclude each other, or name no code.
  public func place(
    under: String?, isTop: Bool, before: String?, after: String?
  ) throws(CodebookEditError) -> CodebookPlace? {
    if before != nil, after != nil {
      throw .refused("--before and --after exclude each other", fix: "keep one of them")
    }
    if under != nil, isTop {
      throw .refused("--under and --top exclude each other", fix: "keep one of them")
    }
    var parent: Int?
    if let under { parent = try code(under) }
    guard let name = before ?? after else {
      return parent.map { .last(under: book.codes[$0].id) } ?? (isTop ? .last(under: nil) : nil)
    }
    let sibling = try code(name)
    if isTop || parent != nil, book.codes[sibling].parent != parent {
      let above = parent.map { "under \(book.path(of: $0))" } ?? "at the top"
      throw .refused(
        "\(book.path(of: sibling)) does not stand \(above)", fix: "leave one of the two out")
    }
    let id = book.codes[sibling].id
    return before == nil ? .after(id) : .before(id)
  }

  /// A place in words.
  func describe(_ place: CodebookPlace) -> String {
    switch place {
    case .last(nil): "at the top"
    case .last(let id?): "under \(path(id))"
    case .before(let id): "before \(path(id))"
    case .after(let id): "after \(path(id))"
    }
  }

  private func path(_ id: CodeID) -> String {
    book.index(of: id).map { book.path(of: $0) } ?? id.description
  }
}

/// Why an edit of a codebook is not made; nothing was changed.
public enum CodebookEditError: Error, Sendable, Hashable {
  /// One clause in lower case without full stop, and what to do.
  case refused(String, fix: String)
  /// Faults of the file, as it stands or as it would be.
  case faults([Diagnostic])
}
