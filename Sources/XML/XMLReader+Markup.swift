extension XMLReader {
  /// Whether these ASCII signs come next.
  func follows(_ signs: String) -> Bool {
    let wanted = signs.utf8
    return bytes.count - index >= wanted.count && bytes[index...].starts(with: wanted)
  }

  mutating func skipBlanks() {
    while index < bytes.count, XMLCharacters.isBlank(bytes[index]) { index += 1 }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// An error here, or at an earlier place.
  func fault(_ message: String, at place: Int? = nil) -> XMLError {
    text.error(at: place ?? index, message)
  }

  /// Reads what is left of `<?xml version="1.0" encoding="…" standalone="…"?>` after `<?xml`.
  mutating func readDeclaration() throws(XMLError) {
    var expected = ["version", "encoding", "standalone"][...]
    while true {
      skipBlanks()
      if follows("?>") { break }
      let place = index
      let name = string(try readName("version, encoding or standalone"))
      guard let position = expected.firstIndex(of: name),
        position == 0 || expected.first != "version"
      else { throw fault("\(name) cannot stand here", at: place) }
      expected = expected[(position + 1)...]
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        throw fault("= is missing")
      }
      index += 1
      skipBlanks()
      let value = try readLiteral()
      guard name != "version" || value.hasPrefix("1.") && Int(value.dropFirst(2)) != nil else {
        throw fault("this is XML \(value), and only XML 1 is read here", at: place)
      }
    }
    guard expected.first != "version" else { throw fault("the version of XML is missing") }
    index += 2
  }

  mutating func skipComment() throws(XMLError) {
    let start = index
    index += 4
    while !follows("--") {
      guard index < bytes.count else { throw fault("this comment never ends", at: start) }
      index += 1
    }
    guard follows("-->") else { throw fault("-- cannot stand inside a comment") }
    index += 3
  }

  mutating func skipInstruction() throws(XMLError) {
    let start = index
    index += 2
    let name = string(try readName("an instruction"))
    guard name.lowercased() != "xml" else {
      throw fault("<?xml can only stand at the very beginning of the file", at: start)
    }
    guard follows("?>") || index < bytes.count && XMLCharacters.isBlank(bytes[index]) else {
      throw fault("a blank is missing after <?\(name)")
    }
    while !follows("?>") {
      guard index < bytes.count else { throw fault("this instruction never ends", at: start) }
      index += 1
    }
    index += 2
  }

  /// Goes past `<!DOCTYPE …>`; the file that it may name is not read.
  mutating func skipDocumentType() throws(XMLError) {
    let start = index
    index += "<!DOCTYPE".utf8.count
    var isInSubset = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        _ = try readLiteral()
        continue
      case UInt8(ascii: "["):
        guard !isInSubset else { throw fault("[ cannot stand here") }
        isInSubset = true
      case UInt8(ascii: "]"):
        isInSubset = false
      case UInt8(ascii: "%") where isInSubset:
        throw fault("the file declares entities, which are not read here")
      case UInt8(ascii: "<"):
        if follows("<!--") {
          try skipComment()
          continue
        }
        if follows("<?") {
          try skipInstruction()
          continue
        }
        guard isInSubset, follows("<!"), !follows("<!ENTITY") else {
          throw fault("the file declares entities, which are not read here")
        }
        try skipMarkupDeclaration()
        continue
      case UInt8(ascii: ">") where !isInSubset:
        index += 1
        return
      default: break
      }
      index += 1
    }
    throw fault("this document type never ends", at: start)
  }

  /// Goes past the declaration of an element, its attributes or a notation.
  private mutating func skipMarkupDeclaration() throws(XMLError) {
    let start = index
    index += 2
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        _ = try readLiteral()
        continue
      case UInt8(ascii: ">"):
        index += 1
        return
      case UInt8(ascii: "<"), UInt8(ascii: "%"):
        throw fault("the file declares entities, which are not read here")
      default: break
      }
      index += 1
    }
    throw fault("this declaration never ends", at: start)
  }

  /// Reads what stands in quotes, as it is; the reader stands on the first quote.
  private mutating func readLiteral() throws(XMLError) -> String {
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    else { throw fault("quotes are expected") }
    let start = index
    guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else {
      throw fault("these quotes are never closed", at: start)
    }
    index = end + 1
    return string(start + 1..<end)
  }
}
