extension XMLReader {
  /// Reads a name as it is written, with its prefix.
  mutating func readName(_ what: String) throws(XMLError) -> Range<Int> {
    let start = index
    while index < bytes.count, XMLCharacters.isOfName(bytes[index]) { index += 1 }
    guard XMLCharacters.isName(string(start..<index)) else {
      throw fault("the name of \(what) is expected", at: start)
    }
    return start..<index
  }

  /// Reads attributes up to the `>` or `/` of the tag, and declares the namespaces among them.
  mutating func readAttributes(of element: Range<Int>) throws(XMLError) -> [XMLAttribute] {
    var written: [(name: String, value: String, place: Int)] = []
    while true {
      let blanks = index
      skipBlanks()
      guard index < bytes.count else { throw fault("the file ends inside a tag") }
      if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") { break }
      guard index > blanks else { throw fault("a blank is missing before an attribute") }
      guard written.count < Self.mostAttributes else {
        throw fault("<\(string(element))> has more than \(Self.mostAttributes) attributes")
      }
      let place = index
      let name = string(try readName("an attribute"))
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        throw fault("the attribute \(name) has no value")
      }
      index += 1
      skipBlanks()
      let value = try readValue(of: name)
      if let fault = declare(name, value) { throw self.fault(fault, at: place) }
      written.append((name, value, place))
    }
    return try resolve(written)
  }

  private mutating func declare(_ name: String, _ value: String) -> String? {
    let prefix: String
    if name == "xmlns" {
      prefix = ""
    } else if name.hasPrefix("xmlns:") {
      prefix = String(name.dropFirst(6))
      if prefix.isEmpty || prefix.contains(":") { return "this prefix cannot be declared" }
    } else {
      return nil
    }
    guard namespaces.count < Self.mostNamespaces else {
      return "more than \(Self.mostNamespaces) namespaces at once"
    }
    return namespaces.bind(prefix, to: value)
  }

  private mutating func resolve(
    _ written: [(name: String, value: String, place: Int)]
  ) throws(XMLError) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    var names: Set<XMLName> = []
    var declared: Set<String> = []
    for (name, value, place) in written {
      if name == "xmlns" || name.hasPrefix("xmlns:") {
        guard declared.insert(name).inserted else {
          throw fault("\(name) is here twice", at: place)
        }
        continue
      }
      guard let resolved = namespaces.name(name, isAttribute: true) else {
        throw fault("the prefix of the attribute \(name) is not declared", at: place)
      }
      guard written.count == 1 || names.insert(resolved).inserted else {
        throw fault("the attribute \(name) is here twice", at: place)
      }
      attributes.append(XMLAttribute(name: resolved, value: value))
    }
    return attributes
  }

  /// Reads a value in quotes; the reader stands on the first.
  private mutating func readValue(of name: String) throws(XMLError) -> String {
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    else { throw fault("the value of \(name) needs quotes") }
    let quote = bytes[index]
    let start = index
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      switch bytes[index] {
      case UInt8(ascii: "<"): throw fault("< cannot stand in a value; it is written &lt;")
      case UInt8(ascii: "&"): try readReference(into: &value)
      case 0x09, 0x0A:
        value.append(0x20)
        index += 1
      default:
        value.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else { throw fault("this value never ends", at: start) }
    index += 1
    return String(decoding: value, as: UTF8.self)
  }
}
