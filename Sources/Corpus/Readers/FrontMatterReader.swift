/// Reads front matter, line by line, and reports every fault with its column.
public struct FrontMatterReader {
  /// How deep maps and lists may nest: more than any study needs, less than a stack.
  static let deepest = 8

  private let path: String
  private var lines: [[Unicode.Scalar]]
  private var next = 0
  private var diagnostics: [Diagnostic] = []

  /// Reads the front matter of a file.
  ///
  /// - Parameters:
  ///   - lines: The lines between the two `---`, without their line ends; the first is line 2.
  ///   - path: Named in diagnostics only.
  /// - Returns: The entries, and every fault found.
  public static func read(lines: [String], path: String) -> Read<FrontMatter> {
    var reader = FrontMatterReader(path: path, lines: lines.map { Array($0.unicodeScalars) })
    let entries = reader.readMap(indent: 0, depth: 1)
    return Read(FrontMatter(entries: entries), reader.diagnostics)
  }

  private init(path: String, lines: [[Unicode.Scalar]]) {
    self.path = path
    self.lines = lines
  }

  // MARK: Lines

  private mutating func readMap(indent: Int, depth: Int) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    var lineOfKey: [String: Int] = [:]
    while next < lines.count {
      let line = lines[next]
      guard let first = line.firstIndex(where: { $0 != " " }), line[first] != "#" else {
        next += 1
        continue
      }
      if first < indent { break }
      next += 1
      if line[first] == "\t" {
        fail(first, "a tab cannot indent here", fix: "use two blanks for each level")
      } else if first > indent {
        fail(
          first, "this line is indented by \(counted(first, "blank")), and \(indent) are expected",
          fix: "use two blanks for each level, and only under a key without a value")
      } else if let entry = readEntry(line, from: first, depth: depth) {
        if let earlier = lineOfKey[entry.key] {
          fail(
            first, "\(quoted(entry.key)) stands here twice (first on line \(earlier))",
            fix: "keep one of them", line: entry.position.line)
        } else {
          lineOfKey[entry.key] = entry.position.line
          entries.append(entry)
        }
      }
    }
    return entries
  }

  private mutating func readEntry(
    _ line: [Unicode.Scalar], from start: Int, depth: Int
  ) -> FrontMatter.Entry? {
    let position = FilePosition(line: lineNumber, column: start + 1)
    if line[start] == "-", start + 1 == line.count || line[start + 1] == " " {
      fail(start, "a list with \"- \" is not read here", fix: "write the list as [a, b]")
      return nil
    }
    var cursor = start
    guard let key = readKey(line, &cursor, endings: []) else { return nil }
    skipBlanks(line, &cursor)
    if cursor == line.count || line[cursor] == "#" {
      if let first = firstColumnOfNextLine(), first > start {
        guard depth < Self.deepest else {
          fail(start, "maps are nested more than \(Self.deepest) deep here", fix: "flatten them")
          skipLines(deeperThan: start)
          return nil
        }
        let node = FrontMatter.Node(
          value: .map(readMap(indent: start + 2, depth: depth + 1)), position: position)
        return FrontMatter.Entry(key: key, position: position, node: node)
      }
      let end = FilePosition(line: lineNumber, column: cursor + 1)
      return FrontMatter.Entry(
        key: key, position: position, node: FrontMatter.Node(value: .text(""), position: end))
    }
    guard let node = readValue(line, &cursor, endings: [], depth: depth) else { return nil }
    skipBlanks(line, &cursor)
    if cursor < line.count, line[cursor] != "#" {
      fail(
        cursor, "nothing can follow this value",
        fix: "put the whole value in double quotes, or a comment after \" #\"")
      return nil
    }
    return FrontMatter.Entry(key: key, position: position, node: node)
  }

  private mutating func skipLines(deeperThan indent: Int) {
    while next < lines.count {
      let first = lines[next].firstIndex { $0 != " " }
      if let first, first <= indent { return }
      next += 1
    }
  }

  private func firstColumnOfNextLine() -> Int? {
    for line in lines[next...] {
      if let first = line.firstIndex(where: { $0 != " " }), line[first] != "#" { return first }
    }
    return nil
  }

  // MARK: Common

  var lineNumber: Int { next + 1 }

  func skipBlanks(_ line: [Unicode.Scalar], _ cursor: inout Int) {
    while cursor < line.count, line[cursor] == " " { cursor += 1 }
  }

  mutating func fail(_ index: Int, _ message: String, fix: String, line: Int? = nil) {
    let position = FilePosition(line: line ?? lineNumber, column: index + 1)
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}
