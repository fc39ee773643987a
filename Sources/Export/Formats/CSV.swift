extension Table {
  /// The table as RFC 4180 writes it: a line of keys, then the rows; UTF-8, lines end in LF.
  ///
  /// Numbers are unrounded: the shortest that read back the same. A text that begins with `=`, `+`,
  /// `-`, `@`, TAB or CR gets a leading `'`, so that no spreadsheet takes it for a formula.
  public func csv() -> String { String(decoding: csvBytes(), as: UTF8.self) }

  /// The same as UTF-8.
  func csvBytes() -> [UInt8] {
    var writer = CSVWriter()
    for key in keys { writer.write(.text(key), isShare: false) }
    writer.endLine()
    let shown = shown(to: .programs).map { (index: $0, isShare: columns[$0].kind == .share) }
    for row in rows where !row.isHeading {
      for (index, isShare) in shown { writer.write(row.cells[index], isShare: isShare) }
      writer.endLine()
    }
    return writer.bytes
  }
}

/// Writes lines of fields.
private struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes what `Table.values` gives for a cell, without making it first.
  mutating func write(_ cell: Table.Cell, isShare: Bool) {
    switch cell {
    case .text(let text): write(text)
    case .label(let phrase): write(phrase.en)
    case .count(let count): Digits.append(count, to: &bytes)
    case .decimal(let value), .coefficient(let value):
      if value.isFinite { bytes += value.description.utf8 }
    case .share(let part, let whole), .people(let part, let whole):
      Digits.append(part, to: &bytes)
      if isShare {
        bytes.append(UInt8(ascii: ","))
        if whole > 0 { bytes += (Double(part) / Double(whole)).description.utf8 }
      }
      bytes.append(UInt8(ascii: ","))
      return
    case .undefined, .blank: break
    }
    if isShare { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: ","))
  }

  /// Puts a line end in the place of the last comma.
  mutating func endLine() {
    if bytes.last == UInt8(ascii: ",") { bytes[bytes.count - 1] = 0x0A } else { bytes.append(0x0A) }
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
