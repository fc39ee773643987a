import Corpus

/// The text of a codebook's file and its lines: UTF-8, with or without BOM, ended by LF, CR or CR LF.
struct CodebookLines {
  /// The text without BOM; U+FFFD stands in the place of what is not UTF-8.
  private(set) var bytes: [UInt8]
  /// Where each line is in `bytes`, without its line end.
  private(set) var ranges: [Range<Int>] = []
  private(set) var diagnostics: [Diagnostic] = []

  var count: Int { ranges.count }

  init(_ file: [UInt8], path: String) {
    bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file[3...]) : file
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      diagnostics.append(
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1),
          "this is UTF-16, and codebooks are UTF-8", fix: "save the file as UTF-8"))
      return
    }
    let invalid = repair()
    let zeros = cut()
    report(invalid, "this is not UTF-8", fix: "save the file as UTF-8", path)
    report(zeros, "a NUL byte: this is no text file", fix: "take the byte out", path)
  }

  /// Puts U+FFFD in the place of what is not UTF-8; returns where that is.
  private mutating func repair() -> [Int] {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return []
    } catch {
      var places: [Int] = []
      var sound: [UInt8] = []
      var parser = Unicode.UTF8.ForwardParser()
      var rest = bytes.makeIterator()
      while true {
        switch parser.parseScalar(from: &rest) {
        case .valid(let encoded): sound += encoded
        case .error:
          places.append(sound.count)
          sound += "\u{FFFD}".utf8
        case .emptyInput:
          bytes = sound
          return places
        }
      }
    }
  }

  /// Finds the lines; returns where NUL bytes are.
  private mutating func cut() -> [Int] {
    var zeros: [Int] = []
    var start = 0
    let bytes = bytes
    let text = bytes.span
    for index in text.indices where text[index] <= 0x0D {
      let byte = text[index]
      if byte == 0 { zeros.append(index) }
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D || start < index || index == 0 || text[index - 1] != 0x0D {
        ranges.append(start..<index)
      }
      start = index + 1
    }
    if start < text.count { ranges.append(start..<text.count) }
    return zeros
  }

  private mutating func report(_ places: [Int], _ message: String, fix: String, _ path: String) {
    guard let first = places.first, let line = ranges.lastIndex(where: { $0.lowerBound <= first })
    else { return }
    let more = places.count > 1 ? ", here and in \(places.count - 1) more places" : ""
    diagnostics.append(
      Diagnostic(.error, path: path, at: position(of: first, line: line), message + more, fix: fix))
  }

  /// Whether nothing but blanks stands between two places of a line.
  func isBlank(_ range: Range<Int>) -> Bool { firstInk(in: range) == range.upperBound }

  /// The first place in a range where no blank stands, or its end.
  func firstInk(in range: Range<Int>) -> Int {
    skipBlanks(bytes.span, from: range.lowerBound, to: range.upperBound)
  }

  /// The part of a range that is left when the blanks at its edges are taken off.
  func trimming(_ range: Range<Int>) -> Range<Int> { bytes.span.trimming(range) }

  /// Where a byte of a line stands.
  func position(of index: Int, line: Int) -> FilePosition {
    FilePosition(
      line: line + 1, column: 1 + bytes.span.countScalars(ranges[line].lowerBound..<index))
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
