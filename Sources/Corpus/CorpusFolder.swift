public import FileSystem

/// The transcripts of a study: the `.md` and `.txt` files in its `Corpus/` folder and below.
///
/// Not among them are `README*`, names that begin with `.` or `_`, and what people decided, in
/// `Codings/`. Case does not matter in `README` and in the endings.
public enum CorpusFolder {
  /// Lists the transcripts of a study, without opening any.
  ///
  /// - Parameter path: The `Corpus/` folder.
  /// - Returns: The transcripts in the order of their ids by code points, and every fault found.
  ///   Files whose ids are the same, case and accents aside, are an error and not in the list.
  /// - Throws: `FileError` when the folder itself cannot be listed.
  public static func list(
    _ path: String
  ) throws(FileError) -> (transcripts: [TranscriptFile], diagnostics: [Diagnostic]) {
    var listing = Listing()
    for entry in try Folder.contents(of: path) {
      let inside = parts(of: entry.path, in: path)
      let isHidden = inside.contains { name in
        name.utf8.first == UInt8(ascii: ".") || name.utf8.first == UInt8(ascii: "_")
      }
      guard let name = inside.last, inside.first != "Codings", !isHidden else { continue }
      listing.add(entry, name: name)
    }
    return listing.finish()
  }

  /// The names on the way from a folder to what is in it.
  private static func parts(of path: String, in folder: String) -> [String] {
    let inside = path.utf8.starts(with: folder.utf8) ? folder.utf8.count : 0
    return path.utf8.dropFirst(inside).split(separator: UInt8(ascii: "/")).map { name in
      String(decoding: name, as: UTF8.self)
    }
  }
}

/// A file that holds a transcript.
public struct TranscriptFile: Sendable, Hashable {
  /// The file name without extension: `FG07`.
  public let id: String
  /// The file, as found.
  public let path: String

  /// Names a transcript outside a study's folder too.
  public init(id: String, path: String) {
    self.id = id
    self.path = path
  }

  /// Reads the transcript; a file that cannot be opened becomes a diagnostic.
  public func read() -> Read<Transcript> {
    do throws(FileError) {
      return TranscriptReader.read(try File.read(path), id: id, path: path)
    } catch {
      return Read(nil, [Diagnostic(.error, path: path, error.reason.message)])
    }
  }
}

private struct Listing {
  private var files: [TranscriptFile] = []
  private var diagnostics: [Diagnostic] = []

  mutating func add(_ entry: FolderEntry, name: String) {
    let id = Self.transcriptID(name)
    switch entry.kind {
    case .folder:
      guard id != nil else { return }
      report(
        .warning, entry.path, "is a folder, and no transcript",
        fix: "give it a name without .md or .txt")
    case .file:
      if Self.isReadMe(name) { return }
      if let id { add(TranscriptFile(id: id, path: entry.path)) } else { reportForeign(entry.path) }
    case .other:
      if Self.isReadMe(name) { return }
      report(id == nil ? .warning : .error, entry.path, "is not a regular file", fix: nil)
    case .unreadable(.listedBefore):
      report(.warning, entry.path, FileError.Reason.listedBefore.message, fix: nil)
    case .unreadable(let reason):
      // A link to nothing is no transcript, unless its name says so; anything else may hide some.
      let isHarmless = reason == .notFound && (id == nil || Self.isReadMe(name))
      report(isHarmless ? .warning : .error, entry.path, reason.message, fix: nil)
    }
  }

  private mutating func add(_ file: TranscriptFile) {
    files.append(file)
    let strange = file.id.unicodeScalars.first { !Self.isOfIDs($0) }
    guard let strange else { return }
    let isVisible = strange.properties.generalCategory != .control
    report(
      .error, file.path,
      "\(isVisible ? "\"\(strange)\"" : "a control character") cannot stand in a transcript's name",
      fix: "rename it with letters, digits, - and _ only")
  }

  private mutating func reportForeign(_ path: String) {
    report(.note, path, "is not read", fix: "bring it in with draad import \(path)")
  }

  mutating func finish() -> (transcripts: [TranscriptFile], diagnostics: [Diagnostic]) {
    var firstWithID: [[UInt8]: Int] = [:]
    var isDouble = [Bool](repeating: false, count: files.count)
    for (index, file) in files.enumerated() {
      let folded = Folding.fold(file.id.utf8)
      guard let first = firstWithID[folded] else {
        firstWithID[folded] = index
        continue
      }
      isDouble[first] = true
      isDouble[index] = true
      report(
        .error, file.path, "its id \(quoted(file.id)) is also that of \(files[first].path)",
        fix: "rename one of them: case, accents and endings do not tell them apart")
    }
    let single = files.indices.filter { !isDouble[$0] }.map { files[$0] }
    return (single.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }, diagnostics)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ path: String, _ message: String, fix: String?
  ) {
    diagnostics.append(Diagnostic(severity, path: path, message, fix: fix))
  }

  /// The name without its ending, when that is `.md` or `.txt`.
  private static func transcriptID(_ name: String) -> String? {
    for ending in [".md", ".txt"] {
      let last = name.utf8.suffix(ending.utf8.count)
      guard last.elementsEqual(ending.utf8, by: { asciiSmall($0) == $1 }) else { continue }
      return String(decoding: name.utf8.dropLast(last.count), as: UTF8.self)
    }
    return nil
  }

  private static func isReadMe(_ name: String) -> Bool {
    name.utf8.prefix(6).elementsEqual("readme".utf8, by: { asciiSmall($0) == $1 })
  }

  private static func isOfIDs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalarClass(scalar.value) {
    case .letter, .digit, .mark: true
    case .hyphen: scalar == "-"
    case .apostrophe, .dropped, .blank, .sign: scalar == "_" || scalar == "."
    }
  }
}
