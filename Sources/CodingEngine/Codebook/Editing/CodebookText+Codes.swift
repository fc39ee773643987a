/// Where a code can come to stand in a codebook.
public enum CodebookPlace: Sendable, Hashable {
  /// The last of those under a code; nil: at the end of the book.
  case last(under: CodeID?)
  case before(CodeID)
  case after(CodeID)

  /// The code that it is named by.
  var code: CodeID? {
    switch self {
    case .last(let id): id
    case .before(let id), .after(let id): id
    }
  }
}

/// Headings, fields and subtrees of a codebook's file, changed in place.
extension CodebookText {
  /// Writes another id or title into a heading; blanks and the rest of the line stay.
  mutating func setHeading(_ section: Int, id: CodeID? = nil, title: String? = nil) {
    let (line, old) = (sections[section].heading, sections[section])
    var bytes = lines[line]
    let ending = bytes.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
    if let title, let colon = colon(of: old) {
      bytes.replaceSubrange(colon + 1..<bytes.count - ending, with: Array(" \(title)".utf8))
    }
    if let id, let colon = colon(of: old) {
      let start = bytes[..<colon].dropFirst(old.depth).firstIndex { $0 != 0x20 && $0 != 0x09 }
      let first = start ?? colon
      bytes.replaceSubrange(
        first..<first + old.id.description.utf8.count, with: Array(id.description.utf8))
    }
    replace(line..<line + 1, with: [bytes])
  }

  /// The byte of a heading's line at which the colon after the id stands.
  private func colon(of section: Section) -> Int? {
    lines[section.heading].firstIndex(of: UInt8(ascii: ":"))
  }

  /// The depth of the headings at a place.
  func depth(at place: CodebookPlace) -> Int? {
    switch place {
    case .last(under: nil): 1
    case .last(let id?): index(of: id).map { sections[$0].depth + 1 }
    case .before(let id), .after(let id): index(of: id).map { sections[$0].depth }
    }
  }

  /// Puts the lines of a subtree at a place; their headings have the right depth already.
  mutating func insert(_ body: [[UInt8]], at place: CodebookPlace) {
    let line: Int? =
      switch place {
      case .last(under: nil): lines.count
      case .last(let id?), .after(let id): index(of: id).map { lines(ofSubtree: $0).upperBound }
      case .before(let id): index(of: id).map { sections[$0].lines.lowerBound }
      }
    guard let line else { preconditionFailure("the caller looked for the code") }
    let end = line < lines.count ? line : withoutGap(0..<lines.count).upperBound
    let before: [[UInt8]] = end > 0 && !isBlank(end - 1) ? [newline] : []
    let ended = body.map { $0.last == 0x0A || $0.last == 0x0D ? $0 : $0 + newline }
    replace(end..<end, with: before + ended + (line < lines.count ? [newline] : []))
  }

  /// Takes out a section with all under it.
  ///
  /// - Returns: Its lines, without the blank ones that kept it apart.
  mutating func cut(_ section: Int) -> [[UInt8]] {
    let all = lines(ofSubtree: section)
    let body = withoutGap(all)
    let cut = Array(lines[body])
    if all.upperBound < lines.count {
      // What follows must not come to stand right under a field.
      let isTight = all.lowerBound > 0 && !isBlank(all.lowerBound - 1)
      replace(all, with: isTight ? [newline] : [])
    } else {
      let start = withoutGap(0..<body.lowerBound).upperBound
      replace(start..<body.upperBound, with: [])
    }
    return cut
  }

  /// Moves a subtree, and gives its headings the depth of their new place.
  mutating func move(_ section: Int, to place: CodebookPlace) {
    let change = (depth(at: place) ?? 1) - sections[section].depth
    let start = sections[section].lines.lowerBound
    let headings = subtree(section).map { (sections[$0].heading - start, sections[$0].depth) }
    var body = cut(section)
    for (line, depth) in headings {
      let marks = repeatElement(UInt8(ascii: "#"), count: depth + change)
      body[line].replaceSubrange(0..<depth, with: marks)
    }
    insert(body, at: place)
  }

  // MARK: Fields

  /// The line after the last field of a section, or after its prose or heading when it has none.
  func endOfFields(_ section: Int, named name: CodeField.Name? = nil) -> Int {
    let pieces = sections[section].pieces
    let same = pieces.last { $0.field != nil && $0.field?.name == name }
    let last = same ?? pieces.last { $0.field != nil } ?? pieces.last { !$0.isComment }
    return last?.lines.upperBound ?? sections[section].lines.upperBound
  }

  /// Adds whole lines to the fields of a section, behind the last of the same name.
  mutating func addFields(_ new: [[UInt8]], named name: CodeField.Name, to section: Int) {
    let end = endOfFields(section, named: name)
    let isFirst = !sections[section].pieces.contains { $0.field != nil }
    let needsGap = isFirst && end < lines.count && !isBlank(end)
    let ended = new.map { $0.last == 0x0A || $0.last == 0x0D ? $0 : $0 + newline }
    replace(end..<end, with: (isFirst ? [newline] : []) + ended + (needsGap ? [newline] : []))
  }

  /// Writes the earlier ids of a code; none takes the field out.
  mutating func setWas(_ was: [CodeID], of section: Int) {
    let text = was.map(\.description).joined(separator: ", ")
    let piece = sections[section].pieces.first { $0.field?.name == .was }
    guard let piece else {
      if !was.isEmpty {
        addFields([Array("- was: \(text)".utf8)], named: .was, to: section)
      }
      return
    }
    let first = lines[piece.lines.lowerBound]
    let ending = lines[piece.lines.upperBound - 1].reversed().prefix { $0 == 0x0A || $0 == 0x0D }
    let prefix = first.firstIndex(of: UInt8(ascii: ":")).map { first[...$0] } ?? []
    let line = Array(prefix) + Array(" \(text)".utf8) + ending.reversed()
    replace(piece.lines, with: was.isEmpty ? [] : [line])
  }
}
