public import Corpus
import Dispatch
import Synchronization

/// Reads a codebook, `Codebooks/NAME.md`, and reports every fault in it at once.
public struct CodebookReader {
  private let path: String
  private var diagnostics: [Diagnostic] = []
  private var codes: [Code] = []
  private var was: [(id: CodeID, position: FilePosition)] = []

  /// Reads a codebook.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with LF, CR or CR LF line ends, with or without BOM.
  ///   - path: Named in diagnostics only; no file is opened.
  /// - Returns: The codebook, and every fault found.
  /// - Complexity: O(*n*) in `bytes`.
  public static func read(bytes: [UInt8], path: String) -> Read<Codebook> {
    var reader = CodebookReader(path: path)
    let decoded = CodebookLines(bytes, path: path)
    reader.diagnostics = decoded.diagnostics
    guard decoded.count > 0 || decoded.diagnostics.isEmpty else {
      return Read(nil, decoded.diagnostics)
    }
    let head = CodebookHead(decoded, path: path)
    reader.diagnostics += head.diagnostics
    reader.readCodes(decoded, from: head.lineCount)
    let book = Codebook(
      id: head.id, title: head.title, version: head.version, language: head.language,
      isDefault: head.isDefault, path: path, bytes: bytes,
      codes: reader.codes)
    return Read(book, reader.diagnostics.inFileOrder)
  }

  /// Reads only the front matter of a codebook: what it is, without its codes.
  ///
  /// - Returns: A codebook without codes and without its bytes, and the faults of its front matter.
  static func readHead(bytes: [UInt8], path: String) -> Read<Codebook> {
    let decoded = CodebookLines(Array(bytes[..<endOfHead(bytes)]), path: path)
    let head = CodebookHead(decoded, path: path)
    let book = Codebook(
      id: head.id, title: head.title, version: head.version, language: head.language,
      isDefault: head.isDefault, path: path, bytes: [], codes: [])
    return Read(book, decoded.diagnostics + head.diagnostics)
  }

  /// Where the line after the second fence begins, or the end.
  private static func endOfHead(_ bytes: [UInt8]) -> Int {
    var fences = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "-"), bytes[index...].starts(with: "---".utf8),
        index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D || index == 3
      {
        fences += 1
      }
      if fences == 2, byte == 0x0A || byte == 0x0D { return index + 1 }
    }
    return bytes.count
  }

  private init(path: String) {
    self.path = path
  }

  private mutating func readCodes(_ lines: CodebookLines, from first: Int) {
    let body = CodebookBlockReader.read(lines, from: first, path: path)
    let (drafts, faults) = CodeDraft.drafts(of: body.blocks, path: path)
    diagnostics += body.diagnostics + faults
    if drafts.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, path: path, "this codebook has no codes",
          fix: "write a heading for each, such as # zorg: Zorg"))
    }
    for branch in Branch.readAll(of: drafts, path: path) {
      codes += branch.codes
      diagnostics += branch.diagnostics
      was += branch.was
    }
    checkIDs(drafts)
    checkWas()
    checkGUIDs(drafts)
  }

  // MARK: What must be unique in the book

  private mutating func checkIDs(_ drafts: [CodeDraft]) {
    var seen: [CodeID: Int] = [:]
    for draft in drafts {
      guard let id = draft.heading.id else { continue }
      if let line = seen[id] {
        fail(
          draft.heading.idPosition, "the id \"\(id)\" stands on line \(line) already",
          fix: "give one of the two codes another id")
      } else {
        seen[id] = draft.heading.position.line
      }
    }
  }

  private mutating func checkWas() {
    let living = Dictionary(
      codes.map { ($0.id, $0.position.line) }, uniquingKeysWith: { first, _ in first })
    var seen: [CodeID: Int] = [:]
    for (id, position) in was {
      if let line = living[id] {
        fail(
          position, "\"\(id)\" is the id of a code on line \(line), and cannot be an earlier one",
          fix: "take it out, or rename that code")
      } else if let line = seen[id] {
        fail(
          position, "\"\(id)\" stands in a \"was\" on line \(line) already",
          fix: "keep the one that its codings go to")
      } else {
        seen[id] = position.line
      }
    }
  }

  private mutating func checkGUIDs(_ drafts: [CodeDraft]) {
    var seen: [String: Int] = [:]
    for (draft, code) in zip(drafts, codes) {
      guard let guid = code.guid?.lowercased() else { continue }
      let position = draft.fields.first { $0.name == .guid }?.position ?? code.position
      if let line = seen[guid] {
        fail(
          position, "this guid stands on line \(line) already",
          fix: "keep the one of the code that came from the REFI-QDA file")
      } else {
        seen[guid] = position.line
      }
    }
  }

  private mutating func fail(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}

/// A code at the top with all codes under it, as read.
private struct Branch: Sendable {
  private(set) var codes: [Code] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var was: [(id: CodeID, position: FilePosition)] = []

  /// Reads the branches of a book side by side: none inherits from another.
  static func readAll(of drafts: [CodeDraft], path: String) -> [Branch] {
    let starts = drafts.indices.filter { drafts[$0].parent == nil } + [drafts.count]
    let branches = Mutex<[Int: Branch]>([:])
    DispatchQueue.concurrentPerform(iterations: starts.count - 1) { index in
      let branch = Branch(drafts, starts[index]..<starts[index + 1], path: path)
      branches.withLock { $0[index] = branch }
    }
    return branches.withLock { all in all.keys.sorted().compactMap { all[$0] } }
  }

  private init(_ drafts: [CodeDraft], _ range: Range<Int>, path: String) {
    var inheritances: [CodeReader.Inheritance] = []
    for draft in drafts[range] {
      let inherited = draft.parent.map { inheritances[$0 - range.lowerBound] } ?? .init()
      var reader = CodeReader(draft, inheriting: inherited, path: path)
      codes.append(reader.read(as: draft.heading.id ?? CodeID("")))
      diagnostics += reader.diagnostics
      inheritances.append(reader.inheritance)
      was += reader.was
    }
  }
}
