extension Table {
  /// The table as RFC 4180 writes it: a line of keys, then the rows; UTF-8, lines end in LF.
  ///
  /// Numbers are unrounded: the shortest that read back the same. A text that begins with `=`, `+`,
  /// `-`, `@`, TAB or CR gets a leading `'`, so that no spreadsheet takes it for a formula.
  public func csv() -> String { String(decoding: csvBytes(), as: UTF8.self) }

  /// The same as UTF-8.
  func csvBytes() -> [UInt8] {
    var writer = CSVWriter()
    writer.write(keys.map { .text($0) })
    let shown = shown(to: .programs)
    var values: [Value] = []
    for row in rows {
      values.removeAll(keepingCapacity: true)
      for index in shown {
        row.cells[index].appendValues(isShare: columns[index].kind == .share, to: &values)
      }
      writer.write(values)
    }
    return writer.bytes
  }
}

/// Writes lines of fields.
private struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ values: [Table.Value]) {
    for index in values.indices {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch values[index] {
      case .text(let text): write(text)
      case .count(let count): Digits.append(count, to: &bytes)
      case .decimal(let value): bytes += value.description.utf8
      case .null: break
      }
    }
    bytes.append(0x0A)
  }

  private mutating func write(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    guard start < bytes.count else { return }
    if Self.beginsFormula(bytes[start]) { bytes.insert(UInt8(ascii: "'"), at: start) }
    for index in start..<bytes.count where Self.needsQuotes(bytes[index]) {
      let field = Array(bytes[start...])
      bytes.removeLast(field.count)
      return quote(field)
    }
  }

  private mutating func quote(_ field: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
