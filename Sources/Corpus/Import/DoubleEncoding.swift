/// Letters that were encoded in UTF-8 twice, as in `Ã©Ã©n` for `één`.
///
/// The bytes of UTF-8 were taken for Windows-1252 or ISO-8859-1, and encoded again.
struct DoubleEncoding {
  /// Where the first one begins: a UTF-8 byte offset.
  let first: Int
  private(set) var count = 0
  /// The first one, as it stands and as it was meant.
  private(set) var example = ""
  private(set) var meant = ""
  /// The text with all of them put right.
  private(set) var repaired: [UInt8] = []

  /// Looks for them; nil when there are none.
  ///
  /// - Complexity: O(*n*); nothing is copied as long as none is found.
  init?(_ bytes: [UInt8]) {
    guard let first = Self.firstOne(bytes.span) else { return nil }
    self.first = first
    repaired.reserveCapacity(bytes.count)
    repaired += bytes[..<first]
    let text = bytes.span
    var index = first
    while index < bytes.count {
      if text[index] >= 0xC3, let found = Self.letter(text, at: index) {
        if count == 0 {
          example = String(decoding: bytes[index..<found.end], as: UTF8.self)
          meant = String(decoding: found.bytes, as: UTF8.self)
        }
        count += 1
        repaired += found.bytes
        index = found.end
      } else {
        repaired.append(text[index])
        index += 1
      }
    }
  }

  private static func firstOne(_ text: borrowing Span<UInt8>) -> Int? {
    for index in text.indices where text[index] == 0xC3 {
      if letter(text, at: index) != nil { return index }
    }
    return nil
  }

  /// The letter whose twice encoded bytes begin at `index`.
  private static func letter(
    _ text: borrowing Span<UInt8>, at index: Int
  ) -> (bytes: [UInt8], end: Int)? {
    var bytes: [UInt8] = []
    var cursor = index
    var length = 1
    while bytes.count < length {
      guard cursor < text.count else { return nil }
      let (scalar, taken) = decodeScalar(text, at: cursor)
      guard let scalar, let byte = byte(of: scalar) else { return nil }
      if bytes.isEmpty {
        guard byte >= 0xC2, byte < 0xF5 else { return nil }
        length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      } else if byte & 0xC0 != 0x80 {
        return nil
      }
      bytes.append(byte)
      cursor += taken
    }
    let (scalar, _) = decodeScalar(bytes.span, at: 0)
    guard let scalar, Unicode.Scalar(scalar) != nil else { return nil }
    return (bytes, cursor)
  }

  /// The byte that a character stood for; nil for a character of neither encoding.
  private static func byte(of scalar: UInt32) -> UInt8? {
    if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
    return backwards[scalar]
  }

  private static let backwards: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for (index, scalar) in EncodingTables.windows1252.prefix(32).enumerated() where scalar != 0xFFFD
    {
      bytes[UInt32(scalar)] = UInt8(0x80 + index)
    }
    return bytes
  }()
}
