import SHA2

/// The words of a line: quotations, their surroundings, memos and reasons, apart from the rest of the
/// line so that they can be erased.
///
/// In the log `{"salt":"…","text":[…]}`; the salt keeps short words from being found by trying.
enum LogWords {
  /// Where salt and text are.
  struct Parts {
    /// Between the quotes.
    let salt: Range<Int>
    /// The array.
    let text: Range<Int>

    /// Finds them in words that have exactly the written form.
    init(_ bytes: [UInt8], _ range: Range<Int>) throws(LogSyntaxFault) {
      var cursor = LogCursor(bytes, range)
      try cursor.enterObject()
      var isFirst = true
      guard try cursor.nextKey(isFirst: &isFirst) == .salt else { throw cursor.fault("no salt") }
      salt = try cursor.text()
      guard try cursor.nextKey(isFirst: &isFirst) == .text else { throw cursor.fault("no text") }
      text = try cursor.skip()
      let form = Self.head + bytes[salt] + Self.middle + bytes[text] + [0x7D]
      guard form[...] == bytes[range] else { throw cursor.fault("other words") }
    }

    static let head = Array("{\"salt\":\"".utf8)
    static let middle = Array("\",\"text\":".utf8)
  }

  /// The JSON of words.
  static func json(salt: String, text: [String?]) -> [UInt8] {
    Parts.head + salt.utf8 + Parts.middle + array(text) + [0x7D]
  }

  /// What stands for the words in the digest of their line.
  static func digest(salt: String, text: [String?]) -> String {
    digest(salt: Array(salt.utf8)[...], text: array(text)[...])
  }

  static func digest(salt: ArraySlice<UInt8>, text: ArraySlice<UInt8>) -> String {
    SHA256.hexDigest(of: Array(salt) + text)
  }

  /// 128 bits that nobody can guess.
  static func newSalt() -> String {
    hexadecimal(UInt64.random(in: 0...UInt64.max), count: 16)
      + hexadecimal(UInt64.random(in: 0...UInt64.max), count: 16)
  }

  private static func array(_ text: [String?]) -> [UInt8] {
    var json = LogText()
    json.array { json in
      for piece in text {
        if let piece { json.value(piece) } else { json.null() }
      }
    }
    return json.bytes
  }
}

extension LogCursor {
  /// Texts, and nil for each `null` among them.
  mutating func optionalStrings() throws(LogSyntaxFault) -> [String?] {
    try enterArray()
    var (isFirst, values) = (true, [String?]())
    while try nextElement(isFirst: &isFirst) {
      if isNext(UInt8(ascii: "n")) {
        _ = try skip()
        values.append(nil)
      } else {
        values.append(try string())
      }
    }
    return values
  }
}
