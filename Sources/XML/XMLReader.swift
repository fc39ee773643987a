/// Reads an XML file from its beginning to its end, one event at a time.
///
/// Strict and small: a file that is not well-formed is refused with line and column; nothing is ever
/// fetched, and no entity but the five of XML itself is known, so that a file cannot name others'
/// files or grow when it is read. A document type is skipped; one that declares entities is refused.
public struct XMLReader {
  /// The most elements inside each other, attributes of one element, and namespaces in force.
  static let deepest = 512, mostAttributes = 512, mostNamespaces = 1024

  let text: XMLDecoding
  var index = 0
  var bytes: [UInt8] { text.bytes }
  var namespaces = XMLNamespaces()
  private var open: [Open] = []
  private var seen = Seen.nothing
  private var emptyElementIsOpen = false
  private var mark = (index: 0, line: 1)

  private enum Seen {
    case nothing, documentType, root
  }

  /// An element whose end is still to come.
  private struct Open {
    let name: XMLName
    let written: Range<Int>
    let namespaces: Int
  }

  /// Decodes a file, and reads its first line if that is a declaration.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, UTF-16, or a code page that the declaration names.
  ///   - isUTF8: Whether they are UTF-8, whatever the declaration says.
  /// - Throws: `XMLError` when the bytes cannot be decoded.
  public init(_ bytes: [UInt8], isUTF8: Bool = false) throws(XMLError) {
    text = try XMLDecoding(bytes, isUTF8: isUTF8)
    if text.bytes.starts(with: "<?xml".utf8), text.bytes.count > 5,
      XMLCharacters.isBlank(text.bytes[5])
    {
      index = 5
      try readDeclaration()
    }
  }

  /// The line of the file on which the next event begins, from 1.
  ///
  /// - Complexity: O(*n*) in the bytes since it was last asked.
  public mutating func line() -> Int {
    for byte in bytes[mark.index..<max(mark.index, index)] where byte == 0x0A { mark.line += 1 }
    mark.index = max(mark.index, index)
    return mark.line
  }

  /// The next event; nil at the end of the file.
  public mutating func next() throws(XMLError) -> XMLEvent? {
    if emptyElementIsOpen {
      emptyElementIsOpen = false
      return close()
    }
    var characters: [UInt8] = []
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        try readCharacters(into: &characters)
      } else if follows("<!--") {
        try skipComment()
      } else if follows("<![CDATA[") {
        try readSection(into: &characters)
      } else if follows("<?") {
        try skipInstruction()
      } else if follows("<!") {
        try readDocumentType()
      } else if !characters.isEmpty {
        break
      } else {
        return follows("</") ? try readEndTag() : try readStartTag()
      }
    }
    if !characters.isEmpty { return .text(String(decoding: characters, as: UTF8.self)) }
    if let last = open.last { throw fault("the file ends inside <\(string(last.written))>") }
    guard seen == .root else { throw fault("the file holds no XML element") }
    return nil
  }

  /// Goes to after the end of the element whose start was the last event.
  public mutating func skipElement() throws(XMLError) {
    var depth = 1
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// All characters of the element whose start was the last event, and of those in it.
  public mutating func readText() throws(XMLError) -> String {
    var depth = 1
    var all = ""
    while depth > 0, let event = try next() {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text(let text): all += text
      }
    }
    return all
  }

  private mutating func readStartTag() throws(XMLError) -> XMLEvent {
    let start = index
    if open.isEmpty, seen == .root { throw fault("a second element beside the first") }
    guard open.count < Self.deepest else {
      throw fault("elements are more than \(Self.deepest) deep in each other")
    }
    index += 1
    let written = try readName("an element")
    let inForce = namespaces.count
    let attributes = try readAttributes(of: written)
    guard let name = namespaces.name(string(written), isAttribute: false) else {
      throw fault("the prefix in <\(string(written))> is not declared", at: start)
    }
    if bytes[index] == UInt8(ascii: "/") {
      guard follows("/>") else { throw fault("> is missing after /") }
      index += 1
      emptyElementIsOpen = true
    }
    index += 1
    seen = .root
    open.append(Open(name: name, written: written, namespaces: inForce))
    return .start(XMLTag(name: name, attributes: attributes))
  }

  private mutating func readEndTag() throws(XMLError) -> XMLEvent {
    let start = index
    index += 2
    let written = try readName("an element")
    skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
      throw fault("> is missing after </\(string(written))")
    }
    guard let last = open.last else { throw fault("an end without a start", at: start) }
    guard bytes[written] == bytes[last.written] else {
      throw fault(
        "</\(string(written))> stands where </\(string(last.written))> is expected", at: start)
    }
    index += 1
    return close()
  }

  private mutating func close() -> XMLEvent {
    let last = open.removeLast()
    namespaces.forget(after: last.namespaces)
    return .end(last.name)
  }

  /// Whether the file is inside its root element here.
  var isInside: Bool { !open.isEmpty }

  private mutating func readDocumentType() throws(XMLError) {
    guard follows("<!DOCTYPE") else { throw fault("<! begins nothing that is known") }
    guard seen == .nothing else { throw fault("a document type can only stand first, and once") }
    seen = .documentType
    try skipDocumentType()
  }
}
