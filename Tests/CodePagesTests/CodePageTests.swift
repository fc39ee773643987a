import CodePages
import Foundation
import Testing

@Suite struct `Code pages` {
  @Test(arguments: [
    (1250, String.Encoding.windowsCP1250), (1251, .windowsCP1251), (1252, .windowsCP1252),
    (1253, .windowsCP1253), (1254, .windowsCP1254), (28592, .isoLatin2),
  ])
  func `agree with Foundation's`(number: Int, encoding: String.Encoding) throws {
    let page = try #require(CodePage(number: number))
    for byte in UInt8(0x80)...0xFF {
      let sign = page[byte]
      guard sign != "\u{FFFD}", let theirs = String(bytes: [byte], encoding: encoding) else {
        continue
      }
      #expect(String(sign) == theirs, "byte \(byte) of \(number)")
    }
  }

  @Test func `have one sign for each byte`() {
    for number in [437, 850, 852, 866, 874, 1255, 1256, 1257, 1258, 28605] {
      let page = CodePage(number: number)
      #expect(page?[0x41] == "A")
      #expect(page?[0xFF] != nil, "\(number)")
    }
    #expect(CodePage(number: 932) == nil)
  }

  @Test(
    arguments: [(437, 0x82), (850, 0x82), (10000, 0x8E), (1252, 0xE9), (28605, 0xE9)]
      as [(Int, UInt8)])
  func `write é each in its way`(number: Int, byte: UInt8) {
    #expect(CodePage(number: number)?[byte] == "é")
  }

  @Test(arguments: ["ISO-8859-1", "latin1", "windows-1252", "CP1252", "us-ascii"])
  func `take the Western names for Windows-1252`(name: String) {
    #expect(CodePage(name: name)?[0x93] == "“")
  }
}
