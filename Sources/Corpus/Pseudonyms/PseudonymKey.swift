/// Names of people, places and organisations, each with what stands for it in the transcripts.
///
/// The one thing that leads back from a pseudonym to a person: it stays with the researcher.
public struct PseudonymKey: Sendable {
  /// One name.
  public struct Entry: Sendable, Hashable {
    /// As people say it.
    public let name: String
    /// What stands for it; nil when nobody has chosen that yet.
    public let replacement: String?
    /// Its line of the key.
    public let line: Int
  }

  /// In the order of the file.
  public let entries: [Entry]

  /// Makes a key.
  public init(entries: [Entry]) {
    self.entries = entries
  }

  /// The names of the columns, and what a new key begins with.
  public static let columns = ["name", "replacement"]

  /// Reads a key: a table with the columns `name` and `replacement`; others are left alone.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with commas, semicolons or tabs between the values.
  ///   - path: Named in diagnostics only.
  /// - Returns: The key, and every fault. No fault repeats a name.
  public static func read(_ bytes: [UInt8], path: String) -> Read<PseudonymKey> {
    let read = SeparatedText.read(bytes: bytes, path: path)
    guard let rows = read.value?.rows else { return Read(nil, read.diagnostics) }
    let head = (rows.first ?? []).map { $0.text.lowercased() }
    guard let name = head.firstIndex(of: columns[0]), let other = head.firstIndex(of: columns[1])
    else {
      let fault = Diagnostic(
        .error, path: path, at: FilePosition(line: 1, column: 1),
        "the first line does not name the columns name and replacement",
        fix: "begin with a line name,replacement")
      return Read(nil, read.diagnostics + [fault])
    }
    var reader = PseudonymKeyReader(path: path, diagnostics: read.diagnostics)
    for row in rows.dropFirst() {
      reader.add(
        row.indices.contains(name) ? row[name] : nil,
        replacement: row.indices.contains(other) ? row[other] : nil, at: row[0].position)
    }
    reader.findNamesInReplacements()
    return Read(PseudonymKey(entries: reader.entries), reader.diagnostics)
  }
}

private struct PseudonymKeyReader {
  let path: String
  var diagnostics: [Diagnostic]
  var entries: [PseudonymKey.Entry] = []
  private var places: [FilePosition] = []
  private var first: [[UInt8]: Int] = [:]

  init(path: String, diagnostics: [Diagnostic]) {
    self.path = path
    self.diagnostics = diagnostics
  }

  mutating func add(
    _ name: SeparatedText.Cell?, replacement: SeparatedText.Cell?, at start: FilePosition
  ) {
    guard let name, NameFinder.letterCount(name.text) > 1 else {
      report(name?.position ?? start, "a name has at least two letters", fix: "write it out")
      return
    }
    if let other = first[Folding.fold(name.text.utf8)] {
      report(
        name.position, "this name stands on line \(other) already", fix: "take one of them out")
      return
    }
    first[Folding.fold(name.text.utf8)] = name.position.line
    let text = replacement.flatMap { $0.text.isEmpty ? nil : $0.text }
    if let text, let replacement, text.unicodeScalars.contains(where: Self.breaksLines) {
      report(
        replacement.position, "a replacement cannot hold line breaks or control characters",
        fix: "write it on one line")
      return
    }
    entries.append(.init(name: name.text, replacement: text, line: name.position.line))
    places.append(replacement?.position ?? name.position)
  }

  /// Else a second run would replace again, and nobody could tell name from pseudonym.
  mutating func findNamesInReplacements() {
    let finder = NameFinder(PseudonymKey(entries: entries))
    for (entry, place) in zip(entries, places) {
      guard let text = entry.replacement,
        let found = finder.find(Array(text.utf8)).first(where: \.isSure)
      else { continue }
      report(
        place, "this replacement holds the name on line \(entries[found.entry].line)",
        fix: "choose one without any name of the key")
    }
  }

  private mutating func report(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }

  private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
