/// Rows of a file in which commas, semicolons or tabs stand between values (RFC 4180), each value
/// with the place it has in the file.
///
/// A quote that is not closed is an error, since it swallows the rest of the file.
public struct SeparatedText: Sendable {
  /// How a quote in the middle of a value and words behind a closing quote are taken.
  public enum Quotes: Sendable {
    /// As errors: a value that slips into another column makes wrong numbers.
    case strict
    /// As part of the value: other programs write them.
    case lenient
  }

  /// One value.
  public struct Cell: Sendable, Hashable {
    /// Without the quotes around it and the blanks about an unquoted one.
    public let text: String
    /// Where it begins, its opening quote included.
    public let position: FilePosition
  }

  /// The rows that hold anything, in order.
  public let rows: [[Cell]]
  /// What stands between values: what a first line `sep=;` says, else the one of `,`, `;`, TAB and `|`
  /// that is most often in the first row.
  public let separator: UInt8

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 with or without BOM; lines end in LF, CR LF or CR.
  ///   - path: Named in diagnostics only.
  ///   - quotes: Whether to be strict about them.
  /// - Returns: The rows, and every fault.
  /// - Complexity: O(*n*).
  public static func read(
    bytes: [UInt8], path: String, quotes: Quotes = .strict
  ) -> Read<SeparatedText> {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var reader = SeparatedTextReader(bytes, path: path, quotes: quotes)
    if let fault = reader.encodingFault() { return Read(nil, [fault]) }
    reader.readRows()
    let rows = reader.rows.filter { row in row.count > 1 || row.contains { !$0.text.isEmpty } }
    return Read(
      SeparatedText(rows: rows, separator: reader.separator), reader.diagnostics)
  }
}

private struct SeparatedTextReader {
  private let bytes: [UInt8]
  private let path: String
  private let isStrict: Bool
  private var index = 0
  private var line = 1
  /// The column of the byte at `seen`, which is on this line and not behind `index`.
  private var column = 1
  private var seen = 0
  let separator: UInt8
  var rows: [[SeparatedText.Cell]] = []
  var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], path: String, quotes: SeparatedText.Quotes) {
    self.bytes = bytes
    self.path = path
    isStrict = quotes == .strict
    if let given = Self.givenSeparator(bytes) {
      separator = given
      index = Self.separatorLine.utf8.count + 1
      if index < bytes.count { takeLineEnd() }
    } else {
      separator = Self.likelySeparator(bytes)
    }
  }

  func encodingFault() -> Diagnostic? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      var cursor = PositionCursor(firstLine: 1)
      return Diagnostic(
        .error, path: path,
        at: cursor.position(in: bytes.span, of: error.byteOffsets.lowerBound),
        "this is not UTF-8", fix: "save it as CSV UTF-8")
    }
  }

  mutating func readRows() {
    while index < bytes.count {
      var row: [SeparatedText.Cell] = []
      while true {
        row.append(readCell())
        guard index < bytes.count, bytes[index] == separator else { break }
        index += 1
      }
      rows.append(row)
      if index < bytes.count { takeLineEnd() }
    }
  }

  private mutating func readCell() -> SeparatedText.Cell {
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    let start = position()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      return SeparatedText.Cell(text: readBareText(), position: start)
    }
    index += 1
    let text = readQuotedText(start)
    let place = position()
    let rest = readBareText()
    if isStrict, !rest.isEmpty {
      report(place, "text after a closing quote", fix: "write a quote inside quotes twice: \"\"")
    }
    return SeparatedText.Cell(text: text + rest, position: start)
  }

  private mutating func readBareText() -> String {
    let start = index
    var end = index
    while index < bytes.count, bytes[index] != separator, !Self.isLineEnd(bytes[index]) {
      if isStrict, bytes[index] == UInt8(ascii: "\""), index > start {
        report(
          position(), "a quote in the middle of a value",
          fix: "put the whole value in quotes, and write this one twice: \"\"")
      }
      if !isBlank(bytes[index]) { end = index + 1 }
      index += 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// What stands up to the closing quote, with the index after it.
  private mutating func readQuotedText(_ start: FilePosition) -> String {
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == byte else {
          return String(decoding: text, as: UTF8.self)
        }
        text.append(byte)
        index += 1
      } else if Self.isLineEnd(byte) {
        text.append(0x0A)
        takeLineEnd()
      } else {
        text.append(byte)
        index += 1
      }
    }
    report(
      start, "this quote is never closed",
      fix: "close it, or write two quotes where a quote belongs to the words")
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func takeLineEnd() {
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    index += isPair ? 2 : 1
    line += 1
    column = 1
    seen = index
  }

  private mutating func position() -> FilePosition {
    column += bytes[seen..<index].count { $0 & 0xC0 != 0x80 }
    seen = index
    return FilePosition(line: line, column: column)
  }

  private mutating func report(_ position: FilePosition, _ message: String, fix: String) {
    diagnostics.append(Diagnostic(.error, path: path, at: position, message, fix: fix))
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 && separator != 0x09
  }

  /// What spreadsheets write into the first line: `sep=;`.
  private static func givenSeparator(_ bytes: [UInt8]) -> UInt8? {
    let line = bytes.prefix { !isLineEnd($0) }
    guard line.count == separatorLine.utf8.count + 1,
      String(decoding: line.dropLast(), as: UTF8.self).lowercased() == separatorLine
    else { return nil }
    return line.last
  }

  private static let separatorLine = "sep="

  /// The sign that stands most often in the first row, outside quotes; the comma when none does.
  private static func likelySeparator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if isLineEnd(byte) { break }
      counts[byte, default: 0] += 1
    }
    let signs: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    return signs.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }
}
