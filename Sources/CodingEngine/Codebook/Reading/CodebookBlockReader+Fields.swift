import Corpus

extension CodebookBlockReader {
  /// Reads a line `- name: value` and the lines indented under it.
  mutating func readField() {
    let start = lines.firstInk(in: line.lowerBound + 1..<line.upperBound)
    let colon = lines.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ":"))
    let written = lines.string(lines.trimming(start..<(colon ?? start)))
    let place = position(min(start, line.lowerBound + 2))
    let name = fieldName(written, at: place, hasColon: colon != nil)
    let values = readValues(from: colon.map { $0 + 1 } ?? line.upperBound, name, place)
    guard let name, !values.isEmpty else { return }
    blocks.append(.field(CodeField(name: name, position: place, values: values)))
  }

  private mutating func fieldName(
    _ written: String, at place: FilePosition, hasColon: Bool
  ) -> CodeField.Name? {
    guard hasColon else {
      fail(
        place, "a line that begins with \"- \" is a field, and this one has no colon",
        fix: "write for example - when: …, or begin the lines of a list with *")
      return nil
    }
    if let name = CodeField.Name(rawValue: written) { return name }
    let names = CodeField.Name.allCases.map(\.rawValue)
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
    from index: Int, _ name: CodeField.Name?, _ place: FilePosition
  ) -> [PlacedText] {
    var values: [PlacedText] = []
    let range = lines.trimming(index..<line.upperBound)
    if !range.isEmpty { values.append(text(range)) }
    let isOnLine = !values.isEmpty
    next += 1
    while next < lines.count, let range = continuation {
      if isItem(range), name?.holdsRules == true {
        readItem(range, isOnLine, &values)
      } else if isItem(range), values.isEmpty, name != nil {
        fail(
          position(range.lowerBound), "only match and except can have a list under them",
          fix: "write a line \"- \(name?.rawValue ?? "when"): …\" for each")
        values.append(text(range))
      } else if values.isEmpty {
        values.append(text(range))
      } else {
        values[values.count - 1].join(lines.bytes[range], at: position(range.lowerBound))
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
    return values.filter { !$0.bytes.isEmpty }
  }

  private mutating func readItem(
    _ range: Range<Int>, _ isOnLine: Bool, _ values: inout [PlacedText]
  ) {
    if isOnLine {
      fail(
        position(range.lowerBound), "rules stand on the line of the field or in a list under it",
        fix: "write all of them in the list")
    }
    let inside = lines.trimming(range.lowerBound + 1..<range.upperBound)
    if inside.isEmpty {
      fail(position(range.lowerBound), "this item is empty", fix: "write a rule, as in - `zorg*`")
    }
    values.append(text(inside))
  }

  /// The text of a line that goes on with a field: indented by two blanks or a tab.
  private var continuation: Range<Int>? {
    let range = lines.trimming(line)
    guard !range.isEmpty else { return nil }
    let indent = position(range.lowerBound).column - 1
    return indent >= 2 || lines.bytes[line.lowerBound] == UInt8(ascii: "\t") ? range : nil
  }

  private func text(_ range: Range<Int>) -> PlacedText {
    PlacedText(lines.bytes[range], at: position(range.lowerBound))
  }
}
