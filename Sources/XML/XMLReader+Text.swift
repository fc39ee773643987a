extension XMLReader {
  /// Reads characters and references up to the next `<`.
  mutating func readCharacters(into characters: inout [UInt8]) throws(XMLError) {
    guard isInside else {
      skipBlanks()
      guard index == bytes.count || bytes[index] == UInt8(ascii: "<") else {
        throw fault("text outside of the root element")
      }
      return
    }
    if bytes[index] == UInt8(ascii: "&") { return try readReference(into: &characters) }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<"), bytes[index] != UInt8(ascii: "&")
    {
      if bytes[index] == UInt8(ascii: "]"), follows("]]>") {
        throw fault("]]> cannot stand in text; it is written ]]&gt;")
      }
      index += 1
    }
    characters += bytes[start..<index]
  }

  /// Reads a CDATA section.
  mutating func readSection(into characters: inout [UInt8]) throws(XMLError) {
    guard isInside else { throw fault("text outside of the root element") }
    let start = index
    index += "<![CDATA[".utf8.count
    let first = index
    while !follows("]]>") {
      guard index < bytes.count else { throw fault("this CDATA section never ends", at: start) }
      index += 1
    }
    characters += bytes[first..<index]
    index += 3
  }

  /// Reads `&name;` or `&#number;`; the reader stands on the `&`.
  mutating func readReference(into characters: inout [UInt8]) throws(XMLError) {
    let start = index
    index += 1
    let first = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ";"), index - first < 64,
      XMLCharacters.isOfName(bytes[index]) || bytes[index] == UInt8(ascii: "#")
    {
      index += 1
    }
    let name = string(first..<index)
    guard index < bytes.count, bytes[index] == UInt8(ascii: ";"), !name.isEmpty else {
      throw fault("& begins a reference without end; by itself it is written &amp;", at: start)
    }
    index += 1
    switch name {
    case "lt": characters.append(UInt8(ascii: "<"))
    case "gt": characters.append(UInt8(ascii: ">"))
    case "amp": characters.append(UInt8(ascii: "&"))
    case "apos": characters.append(UInt8(ascii: "'"))
    case "quot": characters.append(UInt8(ascii: "\""))
    default:
      guard name.hasPrefix("#") else {
        throw fault("the entity &\(name); is not known, and no other file is asked", at: start)
      }
      guard let scalar = Self.scalar(name.dropFirst()) else {
        throw fault("&\(name); is no character", at: start)
      }
      characters += String(scalar).utf8
    }
  }

  private static func scalar(_ number: Substring) -> Unicode.Scalar? {
    let isHex = number.hasPrefix("x")
    let digits = isHex ? number.dropFirst() : number
    guard let first = digits.first, first != "+", first != "-",
      let value = UInt32(digits, radix: isHex ? 16 : 10), XMLCharacters.isAllowed(value)
    else { return nil }
    return Unicode.Scalar(value)
  }
}
