import Corpus

/// What the front matter of a codebook says, checked key by key.
struct CodebookHead {
  private enum Key: String, CaseIterable {
    case id
    case title
    case version
    case language
    case `default`
  }

  private(set) var id = ""
  private(set) var title = ""
  private(set) var version = ""
  private(set) var language: String?
  private(set) var isDefault = false
  private(set) var diagnostics: [Diagnostic] = []
  /// How many lines of the file it takes, with its two `---`.
  private(set) var lineCount = 0

  private let path: String

  /// Reads the front matter at the head of a codebook's lines.
  init(_ lines: CodebookLines, path: String) {
    self.path = path
    guard let first = lines.ranges.first, Self.isFence(first, lines) else {
      fail("a codebook begins with front matter", fix: "begin with ---, id: …, version: …, ---")
      return
    }
    guard let last = lines.ranges.dropFirst().firstIndex(where: { Self.isFence($0, lines) }) else {
      fail("this front matter is never closed", fix: "add a line --- after it")
      lineCount =
        lines.ranges.firstIndex { lines.bytes[$0].first == UInt8(ascii: "#") } ?? lines.count
      return
    }
    lineCount = last + 1
    let inside = lines.ranges[1..<last].map { lines.string($0) }
    let read = FrontMatterReader.read(lines: inside, path: path)
    diagnostics += read.diagnostics
    guard let frontMatter = read.value else { return }
    frontMatter.entries.forEach { take($0) }
    require(.id, in: frontMatter, "write for example id: zorglijn")
    require(.version, in: frontMatter, "write for example version: 1.0.0")
    if title.isEmpty { title = id }
  }

  private static func isFence(_ line: Range<Int>, _ lines: CodebookLines) -> Bool {
    lines.bytes[line].starts(with: "---".utf8)
      && lines.isBlank(line.lowerBound + 3..<line.upperBound)
  }

  private mutating func require(_ key: Key, in frontMatter: FrontMatter, _ fix: String) {
    if frontMatter[key.rawValue] == nil { fail("a codebook needs \(key.rawValue)", fix: fix) }
  }

  private mutating func take(_ entry: FrontMatter.Entry) {
    let names = Key.allCases.map(\.rawValue)
    guard let key = Key(rawValue: entry.key) else {
      let near = Suggestion.nearest(to: entry.key, among: names)
      fail(
        "a codebook has no setting \"\(entry.key)\"",
        fix: near.map { "did you mean \($0)?" }
          ?? "the settings are \(names.joined(separator: ", "))", at: entry.position)
      return
    }
    guard let text = entry.node.text, !text.isEmpty else {
      fail(
        "\(entry.key) needs one text", fix: "write \(entry.key): and a value",
        at: entry.node.position)
      return
    }
    switch key {
    case .id: takeID(text, entry)
    case .title: title = text
    case .version: version = text
    case .language:
      language = text
      check(["nl", "en"], text, entry)
    case .default:
      isDefault = text == "true"
      check(["true", "false"], text, entry)
    }
  }

  private mutating func takeID(_ text: String, _ entry: FrontMatter.Entry) {
    id = text
    guard !CodeID.isWellFormed(text) else { return }
    fail(
      "\"\(text)\" is no id", fix: CodeID.advice(for: text), at: entry.node.position)
  }

  private mutating func check(_ known: [String], _ text: String, _ entry: FrontMatter.Entry) {
    guard !known.contains(text) else { return }
    fail(
      "\(entry.key) cannot be \"\(text)\"",
      fix: "write \(known.map { "\(entry.key): \($0)" }.joined(separator: " or "))",
      at: entry.node.position)
  }

  private mutating func fail(
    _ message: String, fix: String, at position: FilePosition = FilePosition(line: 1, column: 1)
  ) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}
