/// The text of a file from elsewhere: UTF-8, no BOM, line ends LF, with what was assumed.
struct SourceText {
  private(set) var bytes: [UInt8]
  /// What was assumed, and what is wrong; an error when the bytes are no text.
  private(set) var diagnostics: [Diagnostic] = []

  private let path: String

  /// Decodes the bytes of a file as the user says, or else as they look.
  ///
  /// - Complexity: O(*n*).
  init(_ source: ImportSource) {
    path = source.path
    bytes = source.bytes
    decode(source.options.encoding)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    findDoubleEncoding(isRepaired: source.options.repairs)
    makeLineEndsLF()
  }

  var hasError: Bool { diagnostics.contains { $0.severity == .error } }

  // MARK: Encoding

  private mutating func decode(_ asked: TextEncoding?) {
    if let asked {
      replace(asked, isAssumed: false)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      replace(.utf16LittleEndian, isAssumed: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      replace(.utf16BigEndian, isAssumed: false)
    } else if let wide = Self.looksLikeUTF16(bytes) {
      replace(wide, isAssumed: true)
    } else if !Self.isUTF8(bytes) {
      decodeByLook()
    }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// UTF-16 without BOM shows by its zero bytes: in western text every second one.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    if zeros[1] * 3 > sample.count, zeros[0] * 20 < sample.count { return .utf16LittleEndian }
    if zeros[0] * 3 > sample.count, zeros[1] * 20 < sample.count { return .utf16BigEndian }
    return nil
  }

  /// Bytes that are not UTF-8: damaged UTF-8 if most signs above ASCII are whole, else a byte each.
  private mutating func decodeByLook() {
    let (repaired, faults) = TextEncoding.utf8.decode(bytes)
    let whole = repaired.count { $0 >= 0xC0 } - faults.count
    if whole > faults.count * 4 || faults.first.map({ $0 + 3 >= bytes.count }) == true, whole > 0 {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, at: position(in: bytes.span, of: faults[0]),
          "\(counted(faults.count, "byte")) of this UTF-8 \(faults.count == 1 ? "is" : "are") damaged",
          fix: "look for \u{FFFD} in what is written"))
      bytes = repaired
      return
    }
    let hasLineEnds = bytes.contains { $0 == 0x0A || $0 == 0x0D }
    let hasSigns = bytes.contains { (0x80...0x9F).contains($0) }
    if !hasSigns || (!hasLineEnds && bytes.contains(0x85)) {
      replace(.latin1, isAssumed: true)
    } else {
      replace(.windows1252, isAssumed: true)
    }
  }

  private mutating func replace(_ encoding: TextEncoding, isAssumed: Bool) {
    let (text, faults) = encoding.decode(bytes)
    if isAssumed {
      diagnostics.append(
        Diagnostic(
          .note, path: path, "is not UTF-8, and is read as \(encoding.name)",
          fix: "give another with --encoding if letters come out wrong"))
    }
    if let first = faults.first {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, at: position(in: bytes.span, of: first),
          "\(counted(faults.count, "byte")) stand\(faults.count == 1 ? "s" : "") for nothing in"
            + " \(encoding.name)", fix: "give another encoding with --encoding"))
    }
    bytes = text
  }

  // MARK: Twice encoded

  private mutating func findDoubleEncoding(isRepaired: Bool) {
    guard let found = DoubleEncoding(bytes) else { return }
    let place = position(in: bytes.span, of: found.first)
    let what = "\(counted(found.count, "letter")) \(found.count == 1 ? "is" : "are") encoded twice"
    if isRepaired {
      bytes = found.repaired
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      diagnostics.append(Diagnostic(.note, path: path, at: place, "\(what), and put right"))
    } else {
      diagnostics.append(
        Diagnostic(
          .warning, path: path, at: place, "\(what): \"\(found.example)\" for \"\(found.meant)\"",
          fix: "add --repair to put them right"))
    }
  }

  // MARK: Line ends

  /// Makes CR, CR LF, VT, FF, NEL and the line and paragraph separators into LF.
  private mutating func makeLineEndsLF() {
    guard var kept = Self.firstStrangeLineEnd(bytes.span) else { return }
    var index = kept
    while index < bytes.count {
      var length = 1
      var byte = bytes[index]
      switch byte {
      case 0x0D:
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { length = 2 }
        byte = 0x0A
      case 0x0B, 0x0C: byte = 0x0A
      case 0xC2, 0xE2:
        length = Self.lengthOfLineEnd(bytes.span, at: index)
        if length > 0 { byte = 0x0A } else { length = 1 }
      default: break
      }
      bytes[kept] = byte
      kept += 1
      index += length
    }
    bytes.removeSubrange(kept...)
  }

  private static func firstStrangeLineEnd(_ text: borrowing Span<UInt8>) -> Int? {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x0E, byte > 0x0A { return index }
      if byte == 0xC2 || byte == 0xE2, lengthOfLineEnd(text, at: index) > 0 { return index }
    }
    return nil
  }

  /// The length of NEL, U+2028 or U+2029; 0 for anything else.
  private static func lengthOfLineEnd(_ text: borrowing Span<UInt8>, at index: Int) -> Int {
    if text[index] == 0xC2 { return index + 1 < text.count && text[index + 1] == 0x85 ? 2 : 0 }
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80 else { return 0 }
    return text[index + 2] & 0xFE == 0xA8 ? 3 : 0
  }
}
