/// Reads front matter, line by line, and reports every fault with its column.
public struct FrontMatterReader {
  /// How deep maps and lists may nest: more than any study needs, less than a stack.
  private static let deepest = 8

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

  // MARK: Keys and values

  private mutating func readKey(
    _ line: [Unicode.Scalar], _ cursor: inout Int, endings: Set<Unicode.Scalar>
  ) -> String? {
    let start = cursor
    var key = String.UnicodeScalarView()
    if cursor < line.count, line[cursor] == "\"" {
      guard let quoted = readQuoted(line, &cursor) else { return nil }
      key = quoted.unicodeScalars
      skipBlanks(line, &cursor)
    } else {
      if cursor < line.count, "'&!|>%`[]{},?".unicodeScalars.contains(line[cursor]) {
        fail(cursor, "a key cannot begin with \(line[cursor])", fix: "put the key in double quotes")
        return nil
      }
      while cursor < line.count, line[cursor] != ":", !endings.contains(line[cursor]) {
        if line[cursor] == "#", line[cursor - 1] == " " { break }
        key.append(line[cursor])
        cursor += 1
      }
      while key.last == " " { key.removeLast() }
    }
    guard cursor < line.count, line[cursor] == ":" else {
      fail(start, "a key needs a colon after it", fix: "write key: value")
      return nil
    }
    guard !key.isEmpty else {
      fail(start, "there is no key before this colon", fix: "write key: value")
      return nil
    }
    guard cursor + 1 == line.count || line[cursor + 1] == " " else {
      fail(
        cursor + 1, "a blank is missing after the colon",
        fix: "write \(clipped(String(key))): value")
      return nil
    }
    cursor += 1
    return String(key)
  }

  private mutating func readValue(
    _ line: [Unicode.Scalar], _ cursor: inout Int, endings: Set<Unicode.Scalar>, depth: Int
  ) -> FrontMatter.Node? {
    let position = FilePosition(line: lineNumber, column: cursor + 1)
    guard depth < Self.deepest else {
      fail(cursor, "values are nested more than \(Self.deepest) deep here", fix: "flatten them")
      return nil
    }
    switch line[cursor] {
    case "\"":
      return readQuoted(line, &cursor).map { .init(value: .text($0), position: position) }
    case "[":
      return readFlow(line, &cursor, close: "]", depth: depth) { reader, cursor in
        reader.readValue(line, &cursor, endings: [",", "]"], depth: depth + 1)
      }.map { .init(value: .list($0), position: position) }
    case "{":
      return readFlowMap(line, &cursor, depth: depth).map {
        .init(value: .map($0), position: position)
      }
    case let sign where "'&*!|>%@`".unicodeScalars.contains(sign):
      fail(cursor, "a value cannot begin with \(sign)", fix: "put the value in double quotes")
      return nil
    default:
      return readPlain(line, &cursor, endings: endings).map {
        .init(value: .text($0), position: position)
      }
    }
  }

  private mutating func readPlain(
    _ line: [Unicode.Scalar], _ cursor: inout Int, endings: Set<Unicode.Scalar>
  ) -> String? {
    var text = String.UnicodeScalarView()
    while cursor < line.count, !endings.contains(line[cursor]) {
      let sign = line[cursor]
      if sign == "#", line[cursor - 1] == " " || line[cursor - 1] == "\t" { break }
      if sign == ":", cursor + 1 == line.count || line[cursor + 1] == " " {
        fail(
          cursor, "a value with a colon and a blank could be read in two ways",
          fix: "put the value in double quotes")
        return nil
      }
      if !endings.isEmpty, "[]{}".unicodeScalars.contains(sign) {
        fail(cursor, "a bracket inside a value could be read in two ways", fix: "use double quotes")
        return nil
      }
      text.append(sign)
      cursor += 1
    }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }

  private mutating func readQuoted(_ line: [Unicode.Scalar], _ cursor: inout Int) -> String? {
    let start = cursor
    var text = String.UnicodeScalarView()
    cursor += 1
    while cursor < line.count {
      let sign = line[cursor]
      cursor += 1
      if sign == "\"" { return String(text) }
      guard sign == "\\" else {
        text.append(sign)
        continue
      }
      guard cursor < line.count, line[cursor] == "\"" || line[cursor] == "\\" else {
        fail(cursor - 1, "only \\\" and \\\\ can follow a backslash", fix: "write \\\\ for one \\")
        return nil
      }
      text.append(line[cursor])
      cursor += 1
    }
    fail(start, "this quote is never closed", fix: "add a double quote at the end of the value")
    return nil
  }

  private mutating func readFlowMap(
    _ line: [Unicode.Scalar], _ cursor: inout Int, depth: Int
  ) -> [FrontMatter.Entry]? {
    var seen: Set<String> = []
    let open = cursor
    return readFlow(line, &cursor, close: "}", depth: depth) { reader, cursor in
      let position = FilePosition(line: reader.lineNumber, column: cursor + 1)
      guard let key = reader.readKey(line, &cursor, endings: [",", "}"]) else { return nil }
      guard seen.insert(key).inserted else {
        reader.fail(
          position.column - 1, "\(quoted(key)) stands here twice", fix: "keep one of them")
        return nil
      }
      reader.skipBlanks(line, &cursor)
      if cursor < line.count, line[cursor] == "," || line[cursor] == "}" {
        let end = FilePosition(line: reader.lineNumber, column: cursor + 1)
        return .init(key: key, position: position, node: .init(value: .text(""), position: end))
      }
      guard cursor < line.count else {
        reader.fail(open, "this { is never closed", fix: "close it with } on this line")
        return nil
      }
      return reader.readValue(line, &cursor, endings: [",", "}"], depth: depth + 1).map {
        .init(key: key, position: position, node: $0)
      }
    }
  }

  /// Reads `element, element close`; the cursor stands on the opening sign.
  private mutating func readFlow<Element>(
    _ line: [Unicode.Scalar], _ cursor: inout Int, close: Unicode.Scalar, depth: Int,
    element: (inout FrontMatterReader, inout Int) -> Element?
  ) -> [Element]? {
    let start = cursor
    var elements: [Element] = []
    cursor += 1
    skipBlanks(line, &cursor)
    if cursor < line.count, line[cursor] == close {
      cursor += 1
      return elements
    }
    while cursor < line.count {
      if line[cursor] == "," || line[cursor] == close {
        fail(cursor, "a value is missing here", fix: "take out the comma, or add a value")
        return nil
      }
      guard let one = element(&self, &cursor) else { return nil }
      elements.append(one)
      skipBlanks(line, &cursor)
      guard cursor < line.count, line[cursor] == "," || line[cursor] == close else { break }
      cursor += 1
      if line[cursor - 1] == close { return elements }
      skipBlanks(line, &cursor)
    }
    fail(start, "this \(line[start]) is never closed", fix: "close it with \(close) on this line")
    return nil
  }

  // MARK: Common

  private var lineNumber: Int { next + 1 }

  private func skipBlanks(_ line: [Unicode.Scalar], _ cursor: inout Int) {
    while cursor < line.count, line[cursor] == " " { cursor += 1 }
  }

  private mutating func fail(_ index: Int, _ message: String, fix: String, line: Int? = nil) {
    let position = FilePosition(line: line ?? lineNumber, column: index + 1)
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }
}
