/// The rows of a file in which commas, semicolons or tabs stand between values (RFC 4180).
struct SeparatedRows {
  private(set) var rows: [[String]] = []
  /// The line of the file on which each row begins, from 1.
  private(set) var lines: [Int] = []
  /// Where a quote begins that is never closed: a UTF-8 byte offset.
  private(set) var openQuote: Int?
  let separator: UInt8

  /// Takes a text apart; rows of nothing but blanks are left out.
  ///
  /// - Complexity: O(*n*).
  init(_ text: borrowing Span<UInt8>) {
    var index = 0
    var line = 1
    if let given = Self.givenSeparator(text) {
      separator = given
      while index < text.count, text[index] != 0x0A { index += 1 }
      index += 1
      line = 2
    } else {
      separator = Self.likelySeparator(text)
    }
    while index < text.count { readRow(text, &index, &line) }
  }

  private mutating func readRow(
    _ text: borrowing Span<UInt8>, _ index: inout Int, _ line: inout Int
  ) {
    let first = line
    var row: [String] = []
    var hasWords = false
    while true {
      let value = readValue(text, &index, &line)
      if !value.isEmpty { hasWords = true }
      row.append(value)
      guard index < text.count, text[index] == separator else { break }
      index += 1
    }
    index += 1
    line += 1
    if hasWords {
      rows.append(row)
      lines.append(first)
    }
  }

  private mutating func readValue(
    _ text: borrowing Span<UInt8>, _ index: inout Int, _ line: inout Int
  ) -> String {
    var start = index
    while start < text.count, text[start] == 0x20 { start += 1 }
    guard start < text.count, text[start] == UInt8(ascii: "\"") else {
      let first = index
      while index < text.count, text[index] != separator, text[index] != 0x0A { index += 1 }
      return string(text, text.trimmed(first..<index))
    }
    var bytes: [UInt8] = []
    index = start + 1
    while index < text.count {
      if text[index] == UInt8(ascii: "\"") {
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") else { break }
        index += 1
      } else if text[index] == 0x0A {
        line += 1
      }
      bytes.append(text[index])
      index += 1
    }
    if index >= text.count, openQuote == nil { openQuote = start }
    index += 1
    // What stands behind the closing quote belongs to the value, too.
    while index < text.count, text[index] != separator, text[index] != 0x0A {
      bytes.append(text[index])
      index += 1
    }
    let range = bytes.span.trimmed(0..<bytes.count)
    return string(bytes.span, range)
  }

  /// What spreadsheets write into the first line: `sep=;`.
  private static func givenSeparator(_ text: borrowing Span<UInt8>) -> UInt8? {
    guard text.count > 5, string(text, 0..<4).lowercased() == "sep=", text[5] == 0x0A else {
      return nil
    }
    return text[4]
  }

  /// The one of tab, semicolon, comma and bar that stands most often in the first row, outside quotes.
  private static func likelySeparator(_ text: borrowing Span<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var index = 0
    while index < text.count, isQuoted || text[index] != 0x0A, index < 1 << 16 {
      if text[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[text[index], default: 0] += 1 }
      index += 1
    }
    let order: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }
}
