/// The characters that HTML writes as `&eacute;`, `&#233;` or `&#xE9;`.
enum Entities {
  /// Reads the reference whose `&` stands at `index`.
  ///
  /// - Returns: The character and the index after its semicolon; nil when it is no reference.
  static func decode(
    _ text: borrowing Span<UInt8>, at index: Int, end: Int
  ) -> (scalar: UInt32, end: Int)? {
    var cursor = index + 1
    let last = min(end, index + 12)
    while cursor < last, text[cursor] != UInt8(ascii: ";") {
      let byte = text[cursor]
      guard asciiClass(byte) == .letter || byte &- 0x30 < 10 || byte == UInt8(ascii: "#") else {
        return nil
      }
      cursor += 1
    }
    guard cursor < last, cursor > index + 1 else { return nil }
    var name: [UInt8] = []
    for place in (index + 1)..<cursor { name.append(text[place]) }
    guard let scalar = name[0] == UInt8(ascii: "#") ? number(name) : named[name] else { return nil }
    return (scalar, cursor + 1)
  }

  /// The text with all references resolved.
  static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    append(bytes.span, 0..<bytes.count, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends a stretch of text with all references resolved.
  static func append(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "&"),
        let found = decode(text, at: index, end: range.upperBound)
      {
        Corpus.append(found.scalar, to: &result)
        index = found.end
      } else {
        result.append(text[index])
        index += 1
      }
    }
  }

  private static func number(_ name: [UInt8]) -> UInt32? {
    var digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    if isHexadecimal { digits.removeFirst() }
    let text = String(decoding: digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value > 0,
      Unicode.Scalar(value) != nil
    else { return nil }
    // What browsers do with numbers that were meant in Windows-1252.
    if (0x80...0x9F).contains(value) {
      return UInt32(EncodingTables.windows1252[Int(value) - 0x80])
    }
    return value
  }

  private static let named: [[UInt8]: UInt32] = {
    var table: [[UInt8]: UInt32] = [:]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[Array(name.utf8)] = 0xA0 + UInt32(offset)
    }
    let others: [(String, UInt32)] = [
      ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("OElig", 0x152),
      ("oelig", 0x153), ("Scaron", 0x160), ("scaron", 0x161), ("Yuml", 0x178), ("ensp", 0x2002),
      ("emsp", 0x2003), ("thinsp", 0x2009), ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E),
      ("rlm", 0x200F), ("ndash", 0x2013), ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019),
      ("sbquo", 0x201A), ("ldquo", 0x201C), ("rdquo", 0x201D), ("bdquo", 0x201E), ("bull", 0x2022),
      ("hellip", 0x2026), ("lsaquo", 0x2039), ("rsaquo", 0x203A), ("euro", 0x20AC),
      ("trade", 0x2122), ("rarr", 0x2192), ("larr", 0x2190),
    ]
    for (name, scalar) in others { table[Array(name.utf8)] = scalar }
    return table
  }()

  /// U+00A0 to U+00FF (HTML 4.01, section 24.2).
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml
    """
}
