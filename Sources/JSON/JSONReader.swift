extension JSONValue {
  /// Reads a text that holds one value and nothing else but blanks.
  ///
  /// Strict: no comments, no comma too many, no name twice in an object, no lone surrogates, valid
  /// UTF-8 without BOM.
  ///
  /// - Throws: `JSONFault` with the first fault.
  /// - Complexity: O(*n*) in the bytes.
  public init(
    _ text: borrowing Span<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONFault) {
    var reader = JSONReader(limits: limits)
    self = try reader.document(text)
  }

  /// Reads bytes that hold one value and nothing else but blanks.
  ///
  /// - Throws: `JSONFault` with the first fault.
  /// - Complexity: O(*n*) in the bytes.
  public init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONFault) {
    try self.init(bytes.span, limits: limits)
  }
}

/// One pass over the bytes of a JSON text.
struct JSONReader {
  private var cursor = 0
  private var values = 0
  private let limits: JSONLimits

  init(limits: JSONLimits) {
    self.limits = limits
  }

  mutating func document(_ text: borrowing Span<UInt8>) throws(JSONFault) -> JSONValue {
    skipBlanks(text)
    let value = try value(text, depth: 0)
    skipBlanks(text)
    if cursor < text.count { throw fault("nothing can follow the value", text) }
    return value
  }

  private mutating func value(
    _ text: borrowing Span<UInt8>, depth: Int
  ) throws(JSONFault) -> JSONValue {
    guard cursor < text.count else { throw fault("the text ends where a value should stand", text) }
    values += 1
    if values > limits.values { throw fault("there are over \(limits.values) values", text) }
    switch text[cursor] {
    case UInt8(ascii: "{"): return try object(text, depth: depth + 1)
    case UInt8(ascii: "["): return try array(text, depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string(text))
    case UInt8(ascii: "t"): return try word("true", .bool(true), text)
    case UInt8(ascii: "f"): return try word("false", .bool(false), text)
    case UInt8(ascii: "n"): return try word("null", .null, text)
    case UInt8(ascii: "-"), 0x30...0x39: return try number(text)
    default: throw fault("a value cannot begin so", text)
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue, _ text: borrowing Span<UInt8>
  ) throws(JSONFault) -> JSONValue {
    let start = cursor
    for byte in String(describing: word).utf8 {
      guard cursor < text.count, text[cursor] == byte else {
        throw fault("a value cannot begin so", text, at: start)
      }
      cursor += 1
    }
    return value
  }

  // MARK: Containers

  private mutating func array(
    _ text: borrowing Span<UInt8>, depth: Int
  ) throws(JSONFault) -> JSONValue {
    try enter(depth, text)
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]"), text) { return .array(elements) }
    while true {
      elements.append(try value(text, depth: depth))
      if try endsElement(UInt8(ascii: "]"), text) { return .array(elements) }
    }
  }

  private mutating func object(
    _ text: borrowing Span<UInt8>, depth: Int
  ) throws(JSONFault) -> JSONValue {
    try enter(depth, text)
    var members: [JSONObject.Member] = []
    var names = NameSet()
    if take(UInt8(ascii: "}"), text) { return .object(JSONObject(members: members)) }
    while true {
      let start = cursor
      guard cursor < text.count, text[cursor] == UInt8(ascii: "\"") else {
        throw fault("a name in double quotes is missing", text)
      }
      let name = try string(text)
      guard names.insert(name, after: members) else {
        throw fault("this name stands in the object before", text, at: start)
      }
      skipBlanks(text)
      guard take(UInt8(ascii: ":"), text) else { throw fault("a colon is missing", text) }
      members.append(JSONObject.Member(name: name, value: try value(text, depth: depth)))
      if try endsElement(UInt8(ascii: "}"), text) { return .object(JSONObject(members: members)) }
    }
  }

  private mutating func enter(_ depth: Int, _ text: borrowing Span<UInt8>) throws(JSONFault) {
    if depth > limits.depth { throw fault("values nest over \(limits.depth) deep", text) }
    cursor += 1
    skipBlanks(text)
  }

  /// Goes on after an element: true at the end of the container.
  private mutating func endsElement(
    _ close: UInt8, _ text: borrowing Span<UInt8>
  ) throws(JSONFault) -> Bool {
    skipBlanks(text)
    if take(close, text) { return true }
    guard take(UInt8(ascii: ","), text) else {
      throw fault(
        cursor < text.count ? "a comma or the end is missing" : "the text ends too early", text)
    }
    return false
  }

  /// Takes a sign and the blanks behind it.
  private mutating func take(_ sign: UInt8, _ text: borrowing Span<UInt8>) -> Bool {
    guard cursor < text.count, text[cursor] == sign else { return false }
    cursor += 1
    skipBlanks(text)
    return true
  }

  private mutating func skipBlanks(_ text: borrowing Span<UInt8>) {
    while cursor < text.count {
      switch text[cursor] {
      case 0x20, 0x09, 0x0A, 0x0D: cursor += 1
      default: return
      }
    }
  }

  // MARK: Numbers

  private mutating func number(_ text: borrowing Span<UInt8>) throws(JSONFault) -> JSONValue {
    let start = cursor
    if text[cursor] == UInt8(ascii: "-") { cursor += 1 }
    let first = cursor
    try digits(text)
    if cursor - first > 1, text[first] == UInt8(ascii: "0") {
      throw fault("a number cannot begin with 0", text, at: first)
    }
    var isInteger = true
    if cursor < text.count, text[cursor] == UInt8(ascii: ".") {
      isInteger = false
      cursor += 1
      try digits(text)
    }
    if cursor < text.count, text[cursor] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      cursor += 1
      if cursor < text.count, text[cursor] == 0x2B || text[cursor] == 0x2D { cursor += 1 }
      try digits(text)
    }
    let written = string(text, start..<cursor)
    if isInteger, let number = Int(written) { return .integer(number) }
    guard let number = Double(written), number.isFinite else {
      throw fault("this number is too large", text, at: start)
    }
    return .number(number)
  }

  private mutating func digits(_ text: borrowing Span<UInt8>) throws(JSONFault) {
    let start = cursor
    while cursor < text.count, text[cursor] &- 0x30 < 10 { cursor += 1 }
    if cursor == start { throw fault("a digit is missing", text) }
  }

  // MARK: Strings

  private mutating func string(_ text: borrowing Span<UInt8>) throws(JSONFault) -> String {
    let start = cursor
    cursor += 1
    var first = cursor
    var bytes: [UInt8] = []
    while cursor < text.count {
      let byte = text[cursor]
      if byte == UInt8(ascii: "\"") {
        let last = cursor
        cursor += 1
        if bytes.isEmpty { return try valid(text, first..<last) }
        append(text, first..<last, to: &bytes)
        return try valid(bytes, text, at: start)
      }
      if byte == UInt8(ascii: "\\") {
        append(text, first..<cursor, to: &bytes)
        try escape(text, to: &bytes)
        first = cursor
      } else if byte < 0x20 {
        throw fault("a control character must be escaped in a text", text)
      } else {
        cursor += 1
      }
    }
    throw fault("this text is never closed", text, at: start)
  }

  private mutating func escape(
    _ text: borrowing Span<UInt8>, to bytes: inout [UInt8]
  ) throws(JSONFault) {
    let start = cursor
    guard cursor + 1 < text.count else { throw fault("the text ends too early", text) }
    cursor += 2
    switch text[cursor - 1] {
    case UInt8(ascii: "\""): bytes.append(0x22)
    case UInt8(ascii: "\\"): bytes.append(0x5C)
    case UInt8(ascii: "/"): bytes.append(0x2F)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      var value = try hexadecimal(text)
      if (0xD800..<0xDC00).contains(value), cursor + 1 < text.count,
        text[cursor] == UInt8(ascii: "\\"), text[cursor + 1] == UInt8(ascii: "u")
      {
        cursor += 2
        let low = try hexadecimal(text)
        guard (0xDC00..<0xE000).contains(low) else {
          throw fault("half of a surrogate pair", text, at: start)
        }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw fault("half of a surrogate pair", text, at: start)
      }
      for byte in String(Character(scalar)).utf8 { bytes.append(byte) }
    default: throw fault("nothing is escaped so", text, at: start)
    }
  }

  private mutating func hexadecimal(_ text: borrowing Span<UInt8>) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard cursor < text.count, let digit = Character(Unicode.Scalar(text[cursor])).hexDigitValue
      else { throw fault("four hexadecimal digits are needed", text) }
      value = value << 4 | UInt32(digit)
      cursor += 1
    }
    return value
  }

  // MARK: Bytes

  private func append(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]
  ) {
    for index in range { bytes.append(text[index]) }
  }

  private func string(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    append(text, range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a range that holds no escape.
  private func valid(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) throws(JSONFault) -> String {
    do {
      return String(copying: try UTF8Span(validating: text.extracting(range)))
    } catch {
      throw fault("this is not UTF-8", text, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  private func valid(
    _ bytes: [UInt8], _ text: borrowing Span<UInt8>, at start: Int
  ) throws(JSONFault) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw fault("this text is not UTF-8", text, at: start)
    }
    return string
  }

  private func fault(
    _ message: String, _ text: borrowing Span<UInt8>, at offset: Int? = nil
  ) -> JSONFault {
    let offset = offset ?? cursor
    var (line, column) = (1, 1)
    for index in 0..<min(offset, text.count) {
      if text[index] == 0x0A {
        (line, column) = (line + 1, 1)
      } else if text[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONFault(message: message, offset: offset, line: line, column: column)
  }
}

/// The names of an object so far; searched one by one as long as they are few.
private struct NameSet {
  private var names: Set<String> = []

  /// False when the name is there already.
  mutating func insert(_ name: String, after members: [JSONObject.Member]) -> Bool {
    if members.count < 12 { return !members.contains { $0.name == name } }
    if names.isEmpty { names = Set(members.map(\.name)) }
    return names.insert(name).inserted
  }
}
