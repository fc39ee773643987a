import Corpus

extension CodebookBlockReader {
  /// Reads a line `- name: value` and the lines indented under it.
  mutating func readField() {
    let line = lines[next]
    let start = line.dropFirst().firstIndex { !$0.isBlank } ?? line.count
    let colon = line[start...].firstIndex(of: ":")
    let text = PlacedText(line, at: position(0))
    let written = text.string(start..<(colon ?? start))
    let place = position(min(start, 2))
    let name = fieldName(written, at: place, hasColon: colon != nil)
    let values = readValues(text, from: colon.map { $0 + 1 } ?? line.count, name, place)
    guard let name, !values.isEmpty else { return }
    blocks.append(.field(CodeField(name: name, position: place, values: values)))
  }

  private mutating func fieldName(
    _ written: String, at place: FilePosition, hasColon: Bool
  ) -> CodeField.Name? {
    let names = CodeField.Name.allCases.map(\.rawValue)
    guard hasColon else {
      fail(
        place, "a line that begins with \"- \" is a field, and this one has no colon",
        fix: "write for example - when: …, or begin the lines of a list with *")
      return nil
    }
    if let name = CodeField.Name(rawValue: written) { return name }
    let near = Suggestion.nearest(to: written, among: names)
    fail(
      place, "a code has no field \"\(written)\"",
      fix: near.map { "did you mean \"\($0)\"?" }
        ?? "the fields are \(names.joined(separator: ", ")); begin the lines of a list with *")
    return nil
  }

  /// Reads the value after the colon and the lines indented under it.
  ///
  /// - Returns: Values that are not empty; the others have been reported.
  private mutating func readValues(
    _ first: PlacedText, from index: Int, _ name: CodeField.Name?, _ place: FilePosition
  ) -> [PlacedText] {
    let range = first.trimming(index..<first.scalars.count)
    var values: [PlacedText] = []
    if !range.isEmpty {
      values.append(PlacedText(first.scalars[range], at: first.position(at: range.lowerBound)))
    }
    let isOnLine = !values.isEmpty
    next += 1
    while next < lines.count, let start = Self.continuation(lines[next]) {
      let line = PlacedText(lines[next], at: position(0))
      let range = line.trimming(start..<line.scalars.count)
      let isItem = line.scalars[range].starts(with: ["-", " "]) || line.scalars[range] == ["-"]
      if isItem, name?.holdsRules == true {
        readItem(line, range, isOnLine, &values)
      } else if isItem, values.isEmpty, name != nil {
        fail(
          position(range.lowerBound), "only match and except can have a list under them",
          fix: "write a line \"- \(name?.rawValue ?? "when"): …\" for each")
        values.append(PlacedText(line.scalars[range], at: position(range.lowerBound)))
      } else if values.isEmpty {
        values.append(PlacedText(line.scalars[range], at: position(range.lowerBound)))
      } else {
        values[values.count - 1].join(line.scalars[range], at: position(range.lowerBound))
      }
      next += 1
    }
    if values.isEmpty, let name {
      fail(
        place, "\(name.rawValue) has no value",
        fix: name.holdsRules
          ? "write a rule, as in - \(name.rawValue): `zorg*`"
          : "write it after the colon, or take the line out")
    }
    return values.filter { !$0.scalars.isEmpty }
  }

  private mutating func readItem(
    _ line: PlacedText, _ range: Range<Int>, _ isOnLine: Bool, _ values: inout [PlacedText]
  ) {
    if isOnLine {
      fail(
        position(range.lowerBound), "rules stand on the line of the field or in a list under it",
        fix: "write all of them in the list")
    }
    let inside = line.trimming(range.lowerBound + 1..<range.upperBound)
    if inside.isEmpty {
      fail(position(range.lowerBound), "this item is empty", fix: "write a rule, as in - `zorg*`")
    }
    values.append(PlacedText(line.scalars[inside], at: position(inside.lowerBound)))
  }

  /// Where the text of a line begins that goes on with a field: indented by two blanks or a tab.
  private static func continuation(_ line: [Unicode.Scalar]) -> Int? {
    guard let start = line.firstIndex(where: { !$0.isBlank }) else { return nil }
    return start >= 2 || line[0] == "\t" ? start : nil
  }
}
