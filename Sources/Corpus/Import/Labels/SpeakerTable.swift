extension SpeakerRenaming {
  /// Reads a table of speakers: a row for each, with its label, and perhaps a new label, a role and
  /// variables.
  ///
  /// - Parameter source: CSV with a head: `label`, `new`, `role`, and any other name for a variable.
  /// - Returns: What to do with each label, and every fault.
  public static func read(_ source: ImportSource) -> Read<SpeakerRenaming> {
    let text = SourceText(source)
    let table = SeparatedText.read(bytes: text.bytes, path: source.path)
    var diagnostics = text.diagnostics + table.diagnostics
    guard let rows = table.value?.rows else { return Read(nil, diagnostics) }
    var renaming = SpeakerRenaming()
    guard let head = rows.first?.map(\.text) else {
      return Read(nil, diagnostics + [Diagnostic(.error, path: source.path, "the table is empty")])
    }
    let keys = head.map(TableColumn.key)
    let from = keys.firstIndex {
      ["label", "from", "van", "oud", "old", "speaker", "spreker"].contains($0)
    }
    let to = keys.firstIndex {
      ["new", "to", "nieuw", "naar", "becomes", "wordt", "newlabel"].contains($0)
    }
    let role = keys.firstIndex { TableColumn.role.usualNames.contains($0) }
    guard let from else {
      let fault = Diagnostic(
        .error, path: source.path, at: rows[0][0].position,
        "no column for the labels is found among \(head.joined(separator: ", "))",
        fix: "name it label; others can be new, role, and variables")
      return Read(nil, diagnostics + [fault])
    }
    for row in rows.dropFirst() where row.contains(where: { !$0.text.isEmpty }) {
      func cell(_ index: Int?) -> String? {
        guard let index, row.count > index, !row[index].text.isEmpty else { return nil }
        return row[index].text
      }
      guard let label = cell(from) else {
        diagnostics.append(
          Diagnostic(
            .error, path: source.path, at: row[0].position,
            "this row has no label", fix: "fill it in, or take the row out"))
        continue
      }
      var rule = Rule(from: label, label: cell(to), role: cell(role))
      for index in head.indices where ![from, to, role].contains(index) && !head[index].isEmpty {
        if let value = cell(index) {
          rule.variables.append(ImportedVariable(key: head[index], value: value))
        }
      }
      renaming.add(rule)
    }
    return Read(renaming, diagnostics)
  }
}
