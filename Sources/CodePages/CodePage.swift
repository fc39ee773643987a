/// A way to write text with one byte for each sign, as files did before Unicode.
///
/// RTF files name theirs by number, XML and HTML files by name.
public struct CodePage: Sendable, Hashable {
  /// Microsoft's number: 1252 is Western European Windows.
  public let number: Int
  private let upperHalf: [Unicode.Scalar]

  /// The code page of a number; nil when it is not known, or takes several bytes for a sign.
  public init?(number: Int) {
    // Bytes 0x80 to 0x9F are controls in Latin-1, and in practice the signs of Windows-1252.
    let table = number == 28591 || number == 20127 || number == 0 ? 1252 : number
    guard let upperHalf = CodePageTables.upperHalves[table] else { return nil }
    self.number = table
    self.upperHalf = Array(upperHalf.unicodeScalars)
  }

  /// The code page of a name such as `iso-8859-1` or `Windows-1252`; nil when it is not known.
  public init?(name: String) {
    let name = name.lowercased()
    let number: Int? =
      switch name {
      case "iso-8859-1", "latin1", "iso_8859-1", "l1": 28591
      case "us-ascii", "ascii": 20127
      case "iso-8859-2", "latin2": 28592
      case "iso-8859-15", "latin9", "latin-9": 28605
      case "macintosh", "mac", "macroman", "x-mac-roman": 10000
      default:
        ["windows-", "cp", "ibm", "x-cp"].lazy
          .filter { name.hasPrefix($0) }.compactMap { Int(name.dropFirst($0.count)) }.first
      }
    guard let number else { return nil }
    self.init(number: number)
  }

  /// The sign that a byte stands for; U+FFFD when it stands for none.
  public subscript(byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
  }
}
