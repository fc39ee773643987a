import CodePages

/// The fonts of an RTF file, which say what its bytes stand for.
struct RTFFonts {
  private struct Font {
    var name = ""
    var page: Int?
    var isSymbols = false
  }

  /// The code page of text in fonts that say nothing.
  var defaultPage = 1252
  private var fonts: [Int: Font] = [:]
  private var pages: [Int: CodePage?] = [:]
  private var current: Int?
  private var hasSymbols = false

  /// Takes a control word of the table of fonts.
  mutating func take(_ name: String, _ number: Int?) {
    switch name {
    case "f":
      current = number
      if let number { fonts[number] = Font() }
    case "fcharset":
      guard let current, let number else { break }
      fonts[current]?.isSymbols = number == 2
      hasSymbols = hasSymbols || number == 2
      fonts[current]?.page = Self.page(ofCharset: number)
    case "cpg": if let current, number != 0 { fonts[current]?.page = number }
    default: break
    }
  }

  /// Takes a byte of a font's name.
  mutating func take(_ byte: UInt8) {
    guard let current, byte != UInt8(ascii: ";"), fonts[current]?.name.utf8.count ?? 99 < 64 else {
      return
    }
    fonts[current]?.name.unicodeScalars.append(Unicode.Scalar(byte))
  }

  /// The sign of a byte in a font; nil when it is not known.
  mutating func sign(_ byte: UInt8, font: Int?) -> Unicode.Scalar? {
    if byte < 0x80, !hasSymbols { return Unicode.Scalar(byte) }
    let known = font.flatMap { fonts[$0] }
    if known?.isSymbols == true, byte > 0x20 {
      return WordSymbol.sign(font: known?.name, code: String(byte, radix: 16))?.unicodeScalars.first
    }
    if byte < 0x80 { return Unicode.Scalar(byte) }
    let number = known?.page ?? defaultPage
    let page = pages[number] ?? CodePage(number: number)
    pages[number] = page
    let sign = page?[byte]
    return sign == "\u{FFFD}" ? nil : sign
  }

  /// What a character of the private area is in a font of symbols; others are themselves.
  func sign(_ scalar: Unicode.Scalar, font: Int?) -> Unicode.Scalar? {
    guard (0xF000...0xF0FF).contains(scalar.value) else { return scalar }
    let name = font.flatMap { fonts[$0]?.name }
    let code = String(scalar.value, radix: 16)
    return WordSymbol.sign(font: name, code: code)?.unicodeScalars.first
  }

  private static func page(ofCharset charset: Int) -> Int? {
    switch charset {
    case 0: 1252
    case 77: 10000
    case 128: 932
    case 129: 949
    case 134: 936
    case 136: 950
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177: 1255
    case 178: 1256
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    case 254: 437
    case 255: 850
    default: nil
    }
  }
}
