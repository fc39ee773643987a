extension Table {
  /// The table as RFC 4180 writes it: a line of keys, then the rows; UTF-8, lines end in LF.
  ///
  /// Numbers are unrounded: the shortest that read back the same. A text that begins with `=`, `+`,
  /// `-`, `@`, TAB or CR gets a leading `'`, so that no spreadsheet takes it for a formula.
  public func csv() -> String { String(decoding: csvBytes(), as: UTF8.self) }

  /// The same as UTF-8.
  func csvBytes() -> [UInt8] { csvBytes(of: rows) }

  /// The same with rows that stand in no table.
  func csvBytes(of rows: some Sequence<Row>) -> [UInt8] {
    var writer = CSVWriter()
    for key in keys { writer.write(.text(key)) }
    writer.endLine()
    let shown = programColumns
    for row in rows where !row.isHeading {
      row.forEachValue(in: shown) { writer.write($0) }
      writer.endLine()
    }
    return writer.bytes
  }
}

/// Writes lines of fields.
private struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes a field and a comma.
  mutating func write(_ value: Table.Value) {
    switch value {
    case .text(let text): write(text)
    case .count(let count): Digits.append(count, to: &bytes)
    case .decimal(let number): bytes.append(number.description)
    case .null: break
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// Puts a line end in the place of the last comma.
  mutating func endLine() {
    if bytes.last == UInt8(ascii: ",") { bytes[bytes.count - 1] = 0x0A } else { bytes.append(0x0A) }
  }

  private mutating func write(_ text: String) {
    let utf8 = text.utf8
    let field = utf8.span
    guard !field.isEmpty else { return }
    let isPlain = field.firstIndex(from: 0, in: Self.quoted) == field.count
    if !isPlain { bytes.append(Self.quote) }
    if Self.beginsFormula(field[0]) { bytes.append(UInt8(ascii: "'")) }
    if isPlain { return bytes.append(field) }
    bytes.append(field, writing: Self.doubled) { _, bytes in
      bytes.append(Self.quote)
      bytes.append(Self.quote)
    }
    bytes.append(Self.quote)
  }

  private static let quote = UInt8(ascii: "\"")

  private static let doubled = ByteSet { $0 == quote }
  /// A field with one of these stands in quotes.
  private static let quoted = ByteSet {
    $0 == UInt8(ascii: ",") || $0 == quote || $0 == 0x0A || $0 == 0x0D
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
