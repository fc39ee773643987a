extension Table {
  /// The table as RFC 4180 writes it: a line of keys, then the rows; UTF-8, lines end in LF.
  ///
  /// Numbers are unrounded: the shortest that read back the same. A text that begins with `=`, `+`,
  /// `-`, `@`, TAB or CR gets a leading `'`, so that no spreadsheet takes it for a formula.
  public func csv() -> String {
    var text = keys.map { Value.text($0).csvField }.joined(separator: ",") + "\n"
    for row in rows {
      text += values(of: row).map(\.csvField).joined(separator: ",")
      text += "\n"
    }
    return text
  }
}

extension Table.Value {
  fileprivate var csvField: String {
    switch self {
    case .text(let text): quoted(text)
    case .count(let count): String(count)
    case .decimal(let value): value.description
    case .null: ""
    }
  }

  private func quoted(_ text: String) -> String {
    let isFormula =
      switch text.utf8.first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
        true
      default: false
      }
    let text = isFormula ? "'" + text : text
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return text }
    var field = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field += "\"" }
      field.unicodeScalars.append(scalar)
    }
    return field + "\""
  }
}
