import CodePages

/// The bytes of an XML file as UTF-8, with LF for every line end and only characters that XML allows.
struct XMLDecoding {
  private(set) var bytes: [UInt8] = []

  /// Decodes a file by its byte order mark, its first bytes or its declaration, in this order (XML
  /// 1.0, appendix F).
  init(_ file: [UInt8], isUTF8: Bool = false) throws(XMLError) {
    if isUTF8 {
      try decodeUTF8(file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...])
    } else if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0x3C, 0, 0x3F, 0]) {
      try decodeUTF16(file, skipping: file[0] == 0xFF ? 2 : 0, highByte: 1)
    } else if file.starts(with: [0xFE, 0xFF]) || file.starts(with: [0, 0x3C, 0, 0x3F]) {
      try decodeUTF16(file, skipping: file[0] == 0xFE ? 2 : 0, highByte: 0)
    } else if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      try decodeUTF8(file[3...])
    } else {
      try decode(file, from: Self.declaredEncoding(of: file) ?? "utf-8")
    }
    makeLineEndsLF()
  }

  /// The error for a place in the decoded text.
  func error(at offset: Int, _ message: String) -> XMLError {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return XMLError(line: line, column: column, message: message)
  }

  /// What stands after `encoding=` in the first line of the file, in small letters.
  private static func declaredEncoding(of file: [UInt8]) -> String? {
    guard file.starts(with: "<?xml".utf8) else { return nil }
    let head = String(decoding: file.prefix(256), as: UTF8.self)
    guard let declaration = head.split(separator: "?>", omittingEmptySubsequences: false).first,
      let key = declaration.firstRange(of: "encoding")
    else { return nil }
    let value = declaration[key.upperBound...].drop { " \t\r\n=".contains($0) }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.lowercased()
  }

  private mutating func decode(_ file: [UInt8], from name: String) throws(XMLError) {
    switch name {
    // A file that says UTF-16 and begins with one byte for a sign is not.
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16": try decodeUTF8(file[...])
    default:
      guard let page = CodePage(name: name) else {
        throw XMLError(
          line: 1, column: 1,
          message: "the file says its encoding is \(name), which is not read here")
      }
      bytes.reserveCapacity(file.count)
      for byte in file { try append(page[byte].value) }
    }
  }

  private mutating func decodeUTF8(_ file: ArraySlice<UInt8>) throws(XMLError) {
    guard let text = String(validating: file, as: UTF8.self) else {
      bytes = Array(file.prefix(Self.validPrefix(of: file)))
      throw error(at: bytes.count, "this is not UTF-8, as the file says or leaves to be understood")
    }
    bytes = Array(text.utf8)
    var offset = 0
    // All other faults of XML's characters are ASCII or U+FFFE and U+FFFF.
    for byte in bytes {
      let isFault =
        byte < 0x20
        ? !XMLCharacters.isBlank(byte)
        : byte == 0xEF && bytes.count - offset > 2 && bytes[offset + 1] == 0xBF
          && bytes[offset + 2] >= 0xBE
      if isFault { throw error(at: offset, "a character that XML does not allow") }
      offset += 1
    }
  }

  private static func validPrefix(of file: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = file.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      count += UTF8.width(scalar)
    }
    return count
  }

  private mutating func decodeUTF16(
    _ file: [UInt8], skipping start: Int, highByte: Int
  ) throws(XMLError) {
    func unit(_ index: Int) -> UInt32 {
      UInt32(file[index + highByte]) << 8 | UInt32(file[index + 1 - highByte])
    }
    var index = start
    while index + 1 < file.count {
      var scalar = unit(index)
      index += 2
      if scalar & 0xFC00 == 0xD800, index + 1 < file.count, unit(index) & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + (unit(index) & 0x3FF)
        index += 2
      }
      try append(scalar)
    }
    guard index == file.count else {
      throw error(at: bytes.count, "the file ends in the middle of a character")
    }
  }

  private mutating func append(_ value: UInt32) throws(XMLError) {
    guard XMLCharacters.isAllowed(value), let scalar = Unicode.Scalar(value) else {
      throw error(at: bytes.count, "a character that XML does not allow")
    }
    bytes += String(scalar).utf8
  }

  /// Makes CR and CR LF into LF (XML 1.0, section 2.11).
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
}
