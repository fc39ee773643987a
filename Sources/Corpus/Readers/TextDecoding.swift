/// A file's bytes made into text: UTF-8, no BOM, line ends LF, with every fault of the encoding.
struct DecodedText {
  private(set) var bytes: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  /// The longest line that is read, in bytes: a longer one is no turn of a conversation.
  static let longestLine = 16 << 20

  /// The largest file that is read, in bytes: positions are kept in 32 bits.
  static let largestFile = Int(Int32.max)

  /// Where a kind of fault stands.
  private struct Places {
    private(set) var first: Int?
    private(set) var count = 0

    mutating func add(_ offset: Int) {
      first = first ?? offset
      count += 1
    }
  }

  /// Decodes the bytes of a file.
  ///
  /// - Complexity: O(*n*); the bytes are changed in place.
  init(_ fileBytes: consuming [UInt8], path: String) {
    bytes = fileBytes
    func fail(_ message: String, fix: String) -> Diagnostic {
      .init(.error, path: path, at: FilePosition(line: 1, column: 1), message, fix: fix)
    }
    guard bytes.count <= Self.largestFile else {
      diagnostics = [fail("the file is larger than 2 GB", fix: "take it out of Corpus/")]
      return
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let fix = "bring it in with draad import \(path)"
      diagnostics = [fail("this is UTF-16, and transcripts are UTF-8", fix: fix)]
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let look = TextLook(bytes.span)
    if look.hasCR { makeLineEndsLF() }
    if !look.isWhole || hasLongLine(bytes.span) { findFaults(path) }
  }

  /// Makes CR and CR LF into LF.
  private mutating func makeLineEndsLF() {
    guard var kept = bytes.firstIndex(of: 0x0D) else { return }
    var index = kept
    let count = bytes.count
    var output = bytes.mutableSpan
    while index < count {
      if output[index] == 0x0D {
        output[kept] = 0x0A
        if index + 1 < count, output[index + 1] == 0x0A { index += 1 }
      } else {
        output[kept] = output[index]
      }
      kept += 1
      index += 1
    }
    bytes.removeSubrange(kept...)
  }

  // MARK: Faults

  /// Looks for line ends backwards from where each line must have one.
  private func hasLongLine(_ text: borrowing Span<UInt8>) -> Bool {
    var start = 0
    while text.count - start > Self.longestLine {
      var end = start + Self.longestLine
      while end >= start, text[end] != 0x0A { end -= 1 }
      if end < start { return true }
      start = end + 1
    }
    return false
  }

  private mutating func findFaults(_ path: String) {
    let (invalid, zeros, long) = faults(bytes.span)
    func report(_ places: Places, _ message: String, fix: String) -> Diagnostic? {
      guard let first = places.first else { return nil }
      let more =
        places.count == 1 ? "" : ", here and in \(counted(places.count - 1, "more place"))"
      var cursor = PositionCursor(firstLine: 1)
      return Diagnostic(
        .error, path: path, at: cursor.position(in: bytes.span, of: first), message + more, fix: fix
      )
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

  /// The places of what is not UTF-8, of NUL bytes, and of lines that are too long.
  private func faults(
    _ text: borrowing Span<UInt8>
  ) -> (invalid: Places, zeros: Places, long: Places) {
    var invalid = Places()
    var zeros = Places()
    var long = Places()
    var lineStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        let (isValid, length) = TextLook.scalar(text, at: index)
        if !isValid { invalid.add(index) }
        index += length
        continue
      }
      if byte == 0 { zeros.add(index) }
      if byte == 0x0A {
        if index - lineStart > Self.longestLine { long.add(lineStart) }
        lineStart = index + 1
      }
      index += 1
    }
    if index - lineStart > Self.longestLine { long.add(lineStart) }
    return (invalid, zeros, long)
  }
}

/// A number and what it counts: `1 turn`, `2 turns`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
