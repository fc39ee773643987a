/// Cuts HTML into tags and text, and forgives what browsers forgive.
struct HTMLTokens {
  enum Token {
    case start(name: String, attributes: [(name: String, value: String)], isClosed: Bool)
    case end(name: String)
    /// With references to characters as they are written.
    case text(Range<Int>)
  }

  let bytes: [UInt8]
  private var index = 0
  /// The element whose content is no HTML, such as a script: it goes on to its end tag.
  private var rawElement: String?

  private static let rawElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "template",
  ]

  /// The most attributes of a tag that are looked at.
  private static let mostAttributes = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    if let element = rawElement {
      rawElement = nil
      let start = index
      skipTo(endTagOf: element)
      if index > start { return next() }
    }
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") || !isMarkup(at: index) {
      index += 1
    }
    if index > start { return .text(start..<index) }
    if bytes[index + 1] == UInt8(ascii: "!") || bytes[index + 1] == UInt8(ascii: "?") {
      skipComment()
      return next(after: start)
    }
    return readTag() ?? next(after: start)
  }

  /// The token after one that says nothing; a loop, so that many of those do not fill the stack.
  private mutating func next(after start: Int) -> Token? {
    var last = start
    while index > last, index < bytes.count, bytes[index] == UInt8(ascii: "<"), isMarkup(at: index),
      bytes[index + 1] == UInt8(ascii: "!") || bytes[index + 1] == UInt8(ascii: "?")
    {
      last = index
      skipComment()
    }
    return index < bytes.count ? next() : nil
  }

  /// Whether the `<` here begins a tag or comment, and is not a sign of its own.
  private func isMarkup(at place: Int) -> Bool {
    guard place + 1 < bytes.count else { return false }
    switch bytes[place + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return place + 2 < bytes.count && Self.isLetter(bytes[place + 2])
    default: return Self.isLetter(bytes[place + 1])
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private mutating func skipComment() {
    let isComment = bytes[index...].starts(with: "<!--".utf8)
    index += isComment ? 4 : 2
    if isComment, bytes[index...].starts(with: "->".utf8) || bytes[index...].starts(with: ">".utf8)
    {
      index += bytes[index] == UInt8(ascii: ">") ? 1 : 2
      return
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"),
        !isComment || bytes[index - 1] == UInt8(ascii: "-") && bytes[index - 2] == UInt8(ascii: "-")
      {
        index += 1
        return
      }
      index += 1
    }
  }

  private mutating func skipTo(endTagOf element: String) {
    let name = Array(element.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 2 + name.count <= bytes.count,
        bytes[index + 1] == UInt8(ascii: "/"),
        zip(bytes[(index + 2)...], name).allSatisfy({ $0 | 0x20 == $1 })
      {
        return
      }
      index += 1
    }
  }

  private mutating func readTag() -> Token? {
    index += 1
    let isEnd = bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let start = index
    while index < bytes.count, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    var attributes: [(name: String, value: String)] = []
    var isClosed = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      isClosed = bytes[index] == UInt8(ascii: "/")
      if isClosed || Self.isBlank(bytes[index]) {
        index += 1
      } else {
        let attribute = readAttribute()
        if attributes.count < Self.mostAttributes { attributes.append(attribute) }
      }
    }
    // A tag that the file's end cuts off.
    guard index < bytes.count else { return nil }
    index += 1
    if isEnd { return .end(name: name) }
    if Self.rawElements.contains(name), !isClosed { rawElement = name }
    return .start(name: name, attributes: attributes, isClosed: isClosed)
  }

  private mutating func readAttribute() -> (name: String, value: String) {
    let start = index
    repeat {
      index += 1
    } while index < bytes.count && !Self.isBlank(bytes[index])
      && ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[index])
    let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    skipBlanks()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    skipBlanks()
    guard index < bytes.count else { return (name, "") }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let first = index
    while index < bytes.count,
      isQuoted
        ? bytes[index] != quote : !Self.isBlank(bytes[index]) && bytes[index] != UInt8(ascii: ">")
    {
      index += 1
    }
    let value = String(decoding: bytes[first..<index], as: UTF8.self)
    if isQuoted, index < bytes.count { index += 1 }
    return (name, value)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
  }
}
