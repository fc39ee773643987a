/// Edits of the tree: its codes, and how they are called.
extension CodebookEditor {
  /// Gives a code another id, and perhaps another title; `was` keeps its codings.
  ///
  /// - Throws: `CodebookEditError`; then the editor is to be thrown away.
  public mutating func rename(
    _ name: String, to new: String, title: String?
  ) throws(CodebookEditError) {
    let index = try code(name)
    let code = book.codes[index]
    let id = try newID(new, for: index)
    let newTitle = try title.map { text throws(CodebookEditError) in try Self.title(text) }
    guard id != code.id || (newTitle != nil && newTitle != code.title) else {
      throw .refused("\(code.id) is called so already", fix: "give another id, or --title")
    }
    text.setHeading(index, id: id, title: newTitle)
    var words = newTitle.map { " “\($0)”" } ?? ""
    if id != code.id {
      text.setWas([code.id] + code.was.filter { $0 != id }, of: index)
      words += "; its codings come along"
    }
    said.append("renamed \(code.id) to \(id)\(words)")
    sayMentions(of: code.id, unless: id)
  }

  /// Says where the texts of a book name a code in parentheses.
  private mutating func sayMentions(of id: CodeID, unless new: CodeID) {
    let mention = Array("(\(id))".utf8)
    let lines = text.lines.indices.filter { line in
      let bytes = text.lines[line]
      return bytes.indices.contains { bytes[$0...].starts(with: mention) }
    }
    if id == new || lines.isEmpty { return }
    let numbers = lines.map { String($0 + 1) }.joined(separator: ", ")
    said.append("the text still says (\(id)) on line\(lines.count == 1 ? "" : "s") \(numbers)")
  }

  /// Moves a code with all under it.
  ///
  /// - Throws: `CodebookEditError`; then the editor is to be thrown away.
  public mutating func move(
    _ name: String, to place: CodebookPlace
  ) throws(CodebookEditError) {
    let index = try code(name)
    try checkMove(index, to: place)
    text.move(index, to: place)
    guard
      !text.sections.map(\.id).elementsEqual(book.codes.map(\.id))
        || text.sections.map(\.depth) != book.codes.map(\.depth)
    else {
      throw .refused("\(book.path(of: index)) stands there already", fix: "name another place")
    }
    let count = book.descendants(of: index).count
    let along = count == 0 ? "" : " with \(count) code\(count == 1 ? "" : "s") under it"
    said.append("moved \(book.path(of: index))\(along): it stands \(describe(place)) now")
  }

  func checkMove(_ index: Int, to place: CodebookPlace) throws(CodebookEditError) {
    let (code, below) = (book.codes[index], book.descendants(of: index))
    if let other = place.code.flatMap(book.index(of:)), other == index || below.contains(other) {
      throw .refused(
        "\(code.id) cannot stand \(describe(place)): that is itself, or under it",
        fix: "name a place outside it")
    }
    let change = (text.depth(at: place) ?? 1) - code.depth
    let deepest = ([index] + below).max { book.codes[$0].depth < book.codes[$1].depth } ?? index
    if book.codes[deepest].depth + change > CodebookBlockReader.mostLevels {
      throw .refused(
        "\(book.codes[deepest].id) would stand on level \(book.codes[deepest].depth + change), and"
          + " a codebook has six", fix: "name a higher place, or move it up first")
    }
  }

  /// Adds a code without fields.
  ///
  /// - Throws: `CodebookEditError`; then the editor is to be thrown away.
  public mutating func add(
    _ id: String, title: String, at place: CodebookPlace
  ) throws(CodebookEditError) {
    let id = try newID(id)
    let title = try Self.title(title)
    let depth = text.depth(at: place) ?? 1
    guard depth <= CodebookBlockReader.mostLevels else {
      throw .refused(
        "\(id) would stand on level \(depth), and a codebook has six", fix: "name a higher place")
    }
    let heading = String(repeating: "#", count: depth) + " \(id): \(title)"
    text.insert([Array(heading.utf8)], at: place)
    said.append("added \(id) “\(title)” \(describe(place))")
  }

  /// Takes codes out of the book.
  ///
  /// - Returns: Which.
  /// - Throws: `CodebookEditError`; then the editor is to be thrown away.
  public mutating func delete(_ names: [String]) throws(CodebookEditError) -> [CodeID] {
    var codes: Set<Int> = []
    for name in names {
      do {
        codes.formUnion(try book.resolve(name))
      } catch {
        throw .refused(error.description, fix: "draad codebook show lists the codes")
      }
    }
    for index in codes.sorted() {
      let left = book.descendants(of: index).filter { !codes.contains($0) }
      guard let first = left.first else { continue }
      throw .refused(
        "\(book.path(of: first))\(left.count > 1 ? " and others" : "") would be left without the"
          + " code above",
        fix: "move them first, or delete '\(book.codes[index].id)/*' too")
    }
    guard codes.count < book.codes.count else {
      throw .refused("a codebook needs a code", fix: "remove the file, if it is no longer needed")
    }
    for index in codes.sorted(by: >) {
      _ = text.cut(index)
      said.insert("deleted \(book.path(of: index)) “\(book.codes[index].title)”", at: 0)
    }
    return codes.sorted().map { book.codes[$0].id }
  }

  /// Puts copies of a code in its place, to be told apart by hand.
  ///
  /// - Parameters:
  ///   - name: A code.
  ///   - parts: Ids, with titles or nil; the code's own id may be among them: then it stays.
  /// - Returns: The code that was split.
  /// - Throws: `CodebookEditError`; then the editor is to be thrown away.
  public mutating func split(
    _ name: String, into parts: [(id: String, title: String?)]
  ) throws(CodebookEditError) -> CodeID {
    let index = try code(name)
    let code = book.codes[index]
    let stays = parts.contains { $0.id == code.id.description }
    guard parts.count > 1, Set(parts.map(\.id)).count == parts.count else {
      throw .refused("a code is split into two or more", fix: "write --into with ids and commas")
    }
    if !stays, let child = book.descendants(of: index).first {
      throw .refused(
        "\(book.path(of: child)) stands under it",
        fix: "move what stands under it first, or keep it: --into \(code.id),…")
    }
    let section = text.sections[index]
    let body = Array(text.lines[text.withoutGap(section.lines)])
    for part in parts.reversed() {
      let title = try Self.title(part.title ?? code.title)
      if part.id == code.id.description {
        text.setHeading(index, title: title)
        continue
      }
      let id = try newID(part.id)
      let copy = text.subtree(index).upperBound
      text.insert(body, at: .after(code.id))
      text.setHeading(copy, id: id, title: title)
      text.removeIdentity(copy)
    }
    if !stays { _ = text.cut(index) }
    let names = parts.map(\.id).joined(separator: ", ")
    said.append(
      "split \(book.path(of: index)) into \(names): each has its text, examples and rules")
    return code.id
  }
}

extension CodebookText {
  /// Takes out what only one code can have.
  fileprivate mutating func removeIdentity(_ section: Int) {
    for name in [CodeField.Name.was, .guid, .color] {
      let piece = sections[section].pieces.first { $0.field?.name == name }
      if let piece { replace(piece.lines, with: []) }
    }
  }
}
