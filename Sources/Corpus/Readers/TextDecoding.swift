/// A file's bytes made into text: UTF-8, no BOM, line ends LF, with every fault of the encoding.
struct DecodedText {
  private(set) var bytes: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  /// The longest line that is read, in bytes. A longer one is no turn of a conversation.
  static let longestLine = 16 << 20

  /// Decodes the bytes of a file.
  ///
  /// - Complexity: O(*n*); the bytes are changed in place.
  init(_ fileBytes: consuming [UInt8], path: String) {
    bytes = fileBytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      diagnostics.append(
        Diagnostic(
          .error, path: path, at: FilePosition(line: 1, column: 1),
          "this is UTF-16, and transcripts are UTF-8", fix: "bring it in with draad import \(path)"))
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    makeLineEndsLF()
    findFaults(path)
  }

  /// Makes CR and CR LF into LF.
  private mutating func makeLineEndsLF() {
    guard var kept = bytes.firstIndex(of: 0x0D) else { return }
    var index = kept
    while index < bytes.count {
      if bytes[index] == 0x0D {
        bytes[kept] = 0x0A
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      } else {
        bytes[kept] = bytes[index]
      }
      kept += 1
      index += 1
    }
    bytes.removeSubrange(kept...)
  }

  private mutating func findFaults(_ path: String) {
    let (invalid, zeros, long) = faults(bytes.span)
    func report(_ offsets: [Int], _ message: String, fix: String) -> Diagnostic? {
      guard let first = offsets.first else { return nil }
      let more = offsets.count > 1 ? ", here and in \(offsets.count - 1) more places" : ""
      return Diagnostic(
        .error, path: path, at: position(in: bytes.span, of: first, firstLine: 1), message + more,
        fix: fix)
    }
    diagnostics += [
      report(
        invalid, "this is not UTF-8",
        fix: "bring it in with draad import, which knows other encodings, or save it as UTF-8"),
      report(
        zeros, "a NUL byte: this is no text file",
        fix: "bring it in with draad import, or take the byte out"),
      report(
        long, "a line of over \(Self.longestLine >> 20) MB: no turn of a conversation is so long",
        fix: "give each turn a line of its own, or take the file out of Corpus/"),
    ].compactMap { $0 }
  }

  /// Offsets of what is not UTF-8, of NUL bytes, and of lines that are too long.
  private func faults(_ text: borrowing Span<UInt8>) -> (invalid: [Int], zeros: [Int], long: [Int]) {
    var invalid: [Int] = []
    var zeros: [Int] = []
    var long: [Int] = []
    var lineStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        let (scalar, length) = decodeScalar(text, at: index)
        let isValid = scalar.map { Unicode.Scalar($0) != nil && $0 >= Self.smallest[length] }
        if isValid != true { invalid.append(index) }
        index += length
        continue
      }
      if byte == 0 { zeros.append(index) }
      if byte == 0x0A {
        if index - lineStart > Self.longestLine { long.append(lineStart) }
        lineStart = index + 1
      }
      index += 1
    }
    if index - lineStart > Self.longestLine { long.append(lineStart) }
    return (invalid, zeros, long)
  }

  /// The smallest scalar that takes so many bytes; smaller ones in that many are malformed.
  private static let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
}

/// The line and column of a UTF-8 byte offset into text that begins on `firstLine` of its file.
///
/// - Complexity: O(*n*) in `offset`.
func position(in text: borrowing Span<UInt8>, of offset: Int, firstLine: Int) -> FilePosition {
  var line = firstLine
  var start = 0
  for index in 0..<min(offset, text.count) where text[index] == 0x0A {
    line += 1
    start = index + 1
  }
  var column = 1
  for index in start..<max(start, min(offset, text.count)) where text[index] & 0xC0 != 0x80 {
    column += 1
  }
  return FilePosition(line: line, column: column)
}
