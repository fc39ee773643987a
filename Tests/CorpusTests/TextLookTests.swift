import Testing

@testable import Corpus

@Suite("A first look at bytes") struct TextLookTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `sees what the standard library sees byte by byte`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces: [[UInt8]] = [
      [0x0D], [0x0A], [0x00], [0x7F], Array("é".utf8), Array("…".utf8), Array("🧵".utf8), [0x80],
      [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0xFF],
    ]
    for _ in 0..<500 {
      let signs = Int.random(in: 0...3, using: &random)
      let bytes = (0..<Int.random(in: 0...70, using: &random)).flatMap { _ in
        Int.random(in: 0...25, using: &random) < signs
          ? pieces.randomElement(using: &random) ?? []
          : [UInt8.random(in: 0x20...0x7E, using: &random)]
      }
      let look = TextLook(bytes.span)
      #expect(
        look.isWhole == (String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)))
      #expect(look.hasCR == bytes.contains(0x0D))
      let start = Int.random(in: 0...bytes.count, using: &random)
      #expect(
        endOfLine(bytes.span, from: start) == bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
    }
  }
}
