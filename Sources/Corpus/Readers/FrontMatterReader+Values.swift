/// Keys and values on one line: plain, in quotes, `[a, b]` and `{a: b}`.
///
/// Each function moves the cursor past what it reads, or reports a fault and returns nil.
extension FrontMatterReader {
  /// Reads a key and the colon after it.
  mutating func readKey(
    _ line: [Unicode.Scalar], _ cursor: inout Int, endings: [Unicode.Scalar]
  ) -> String? {
    let start = cursor
    let key: String
    if cursor < line.count, line[cursor] == "\"" {
      guard let quoted = readQuoted(line, &cursor) else { return nil }
      key = quoted
      skipBlanks(line, &cursor)
    } else {
      if cursor < line.count, "'&!|>%`[]{},?".unicodeScalars.contains(line[cursor]) {
        fail(cursor, "a key cannot begin with \(line[cursor])", fix: "put the key in double quotes")
        return nil
      }
      while cursor < line.count, line[cursor] != ":", !endings.contains(line[cursor]) {
        if line[cursor] == "#", line[cursor - 1] == " " { break }
        cursor += 1
      }
      key = Self.text(line[start..<cursor], without: [" "])
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
        fix: "write \(clipped(key)): value")
      return nil
    }
    cursor += 1
    return key
  }

  /// Reads a text, list or map; the cursor stands on its first sign.
  mutating func readValue(
    _ line: [Unicode.Scalar], _ cursor: inout Int, endings: [Unicode.Scalar], depth: Int
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
    _ line: [Unicode.Scalar], _ cursor: inout Int, endings: [Unicode.Scalar]
  ) -> String? {
    let start = cursor
    while cursor < line.count, !endings.contains(line[cursor]) {
      let sign = line[cursor]
      if sign == "#", line[cursor - 1] == " " || line[cursor - 1] == "\t" { break }
      if sign == ":", cursor + 1 == line.count || line[cursor + 1] == " " {
        fail(
          cursor, "a value with a colon and a blank could be read in two ways",
          fix: "put the value in double quotes")
        return nil
      }
      if !endings.isEmpty, isBracket(sign) {
        fail(cursor, "a bracket inside a value could be read in two ways", fix: "use double quotes")
        return nil
      }
      cursor += 1
    }
    return Self.text(line[start..<cursor], without: [" ", "\t"])
  }

  /// Signs of a line without the blanks at their end.
  private static func text(
    _ signs: ArraySlice<Unicode.Scalar>, without blanks: [Unicode.Scalar]
  ) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(signs.count)
    let end = signs.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? signs.startIndex
    for sign in signs[..<end] { utf8 += sign.utf8 }
    return String(decoding: utf8, as: UTF8.self)
  }

  private func isBracket(_ sign: Unicode.Scalar) -> Bool {
    sign == "[" || sign == "]" || sign == "{" || sign == "}"
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
}
