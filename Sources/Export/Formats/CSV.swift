extension Table {
  /// The table as RFC 4180 writes it: a line of keys, then the rows; UTF-8, lines end in LF.
  ///
  /// Numbers are unrounded: the shortest that read back the same. A text that begins with `=`, `+`,
  /// `-`, `@`, TAB or CR gets a leading `'`, so that no spreadsheet takes it for a formula.
  public func csv() -> String {
    var writer = CSVWriter()
    writer.write(keys.map { .text($0) })
    for row in rows { writer.write(values(of: row)) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes lines of fields.
private struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ values: [Table.Value]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch value {
      case .text(let text): write(text)
      case .count(let count): bytes += String(count).utf8
      case .decimal(let value): bytes += value.description.utf8
      case .null: break
      }
    }
    bytes.append(0x0A)
  }

  private mutating func write(_ text: String) {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      bytes.append(UInt8(ascii: "'"))
    default: break
    }
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
