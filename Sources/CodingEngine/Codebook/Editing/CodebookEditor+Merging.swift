/// Putting codes together.
extension CodebookEditor {
  /// Puts codes into another: texts, examples and rules of both; `was` keeps the codings.
  ///
  /// - Throws: `CodebookEditError`; then the editor is to be thrown away.
  public mutating func merge(_ names: [String], into name: String) throws(CodebookEditError) {
    let target = try code(name)
    var sources: [Int] = []
    for name in names {
      let source = try code(name)
      try checkMerge(source, target)
      if !sources.contains(source) { sources.append(source) }
    }
    for source in sources { merge(book.codes[source], book.codes[target]) }
    let ids = sources.flatMap { [book.codes[$0].id] + book.codes[$0].was }
    if let index = text.index(of: book.codes[target].id) {
      text.setWas(
        sources.map { book.codes[$0].id } + book.codes[target].was
          + ids.filter { id in !sources.contains { book.codes[$0].id == id } }, of: index)
    }
    let list = sources.map { book.path(of: $0) }.joined(separator: ", ")
    said.insert("merged \(list) into \(book.path(of: target)); their codings come along", at: 0)
  }

  /// Refuses what does not go together.
  private func checkMerge(_ source: Int, _ target: Int) throws(CodebookEditError) {
    let (from, into) = (book.codes[source], book.codes[target])
    if source == target {
      throw .refused("\(into.id) cannot be merged into itself", fix: "name another code")
    }
    if book.descendants(of: source).contains(target) {
      throw .refused(
        "\(into.id) stands under \(from.id)",
        fix: "merge \(into.id) into \(from.id), or move it first")
    }
    let change = into.depth + 1 - (from.depth + 1)
    let deepest = book.descendants(of: source).map { book.codes[$0].depth + change }.max() ?? 0
    if deepest > CodebookBlockReader.mostLevels {
      throw .refused(
        "what stands under \(from.id) would stand on level \(deepest), and a codebook has six",
        fix: "move it first")
    }
    if !from.scale.isEmpty, from.scale != into.scale {
      throw .refused(
        "\(from.id) has a scale that \(into.id) does not have, and its codings have levels",
        fix: "give \(into.id) the same line scale:, or take it out of \(from.id)")
    }
    let hasBelow = !book.descendants(of: source).isEmpty
    for setting in from.settings(unlike: into) where !from.matches.isEmpty || hasBelow {
      throw .refused(
        "\(from.id) has \(setting.name): \(setting.own), and \(into.id) \(setting.other)",
        fix: "give both the same \(setting.name) first")
    }
  }

  private mutating func merge(_ from: Code, _ into: Code) {
    let children = book.index(of: from.id).map(book.children(of:)) ?? []
    for child in children {
      guard let section = text.index(of: book.codes[child].id) else { continue }
      text.move(section, to: .last(under: into.id))
    }
    guard let index = text.index(of: from.id) else { return }
    let (section, lines) = (text.sections[index], text.lines)
    _ = text.cut(index)
    addProse(of: section, lines, to: into.id)
    for piece in section.pieces {
      guard let target = text.index(of: into.id) else { return }
      if piece.isComment {
        let end = text.endOfFields(target)
        text.replace(end..<end, with: [text.newline] + lines[piece.lines])
      }
      guard let field = piece.field, keeps(field, of: from, in: text.sections[target], into)
      else { continue }
      text.addFields(Array(lines[piece.lines]), named: field.name, to: target)
    }
  }

  /// Adds the paragraphs of a section to those of a code.
  private mutating func addProse(
    of section: CodebookText.Section, _ lines: [[UInt8]], to id: CodeID
  ) {
    let prose = section.pieces.filter(\.isParagraph)
    guard let first = prose.first, let last = prose.last, let target = text.index(of: id) else {
      return
    }
    let pieces = text.sections[target].pieces
    guard let end = (pieces.last(where: \.isParagraph) ?? pieces.first(where: \.isHeading))?.lines
    else { return }
    let hasProse = pieces.contains(where: \.isParagraph)
    let next = end.upperBound < text.lines.count && !text.isBlank(end.upperBound)
    let all = Array(lines[first.lines.lowerBound..<last.lines.upperBound])
    let ended = all.map { $0.last == 0x0A || $0.last == 0x0D ? $0 : $0 + text.newline }
    text.replace(
      end.upperBound..<end.upperBound,
      with: (hasProse ? [text.newline] : []) + ended + (next ? [text.newline] : []))
  }

  /// Whether a field of one code is to stand with another too; what is left out is said.
  private mutating func keeps(
    _ field: CodeField, of from: Code, in section: CodebookText.Section, _ into: Code
  ) -> Bool {
    let same = section.pieces.compactMap(\.field).filter { $0.name == field.name }
    switch field.name {
    case .when, .notWhen, .example, .counterexample, .match, .except:
      let known = Set(same.flatMap(\.values).map(\.string))
      return !field.values.allSatisfy { known.contains($0.string) }
    case .color:
      return same.isEmpty
    case .guid:
      said.append("the guid of \(from.id) is gone: \(into.id) keeps its own identity")
      return false
    case .unit, .within, .speakers, .scale, .was:
      return false
    }
  }
}
