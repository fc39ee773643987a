import Testing

@testable import Export

@Suite struct `Appending bytes` {
  /// Text of letters, blanks and signs in runs, so that whole words of eight come and go.
  private static func text(_ random: inout SystemRandom, _ length: Int) -> [UInt8] {
    let signs = Array("aZ5 .-:;/,\"'\\<&*`_[]é…中\u{1F}\u{7F}@{|}~!?^()".utf8)
    return (0..<length).map { _ in
      random.next(below: 12) == 0 ? signs[random.next(below: signs.count)] : UInt8(ascii: "e")
    }
  }

  private struct SystemRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  @Test(arguments: 0..<200)
  func `finds the byte that a slow search finds`(seed: UInt64) {
    var random = SystemRandom(seed: seed)
    let bytes = Self.text(&random, random.next(below: 60))
    let wanted: @Sendable (UInt8) -> Bool = { ",\"\\<&`\u{1F}".utf8.contains($0) || $0 >= 0x80 }
    let set = ByteSet(wanted)
    for start in 0...bytes.count {
      #expect(
        bytes.span.firstIndex(from: start, in: set)
          == bytes[start...].firstIndex(where: wanted) ?? bytes.count)
    }
  }

  @Test func `takes letters, digits, blanks and five signs for prose, in every place of eight`() {
    let prose = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -./:;".utf8)
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        var eight = Array("woorden ".utf8)
        eight[place] = byte
        #expect(eight.span.isProse(at: 0) == prose.contains(byte), "\(byte) at \(place)")
      }
    }
  }

  @Test(arguments: ["", "a", "vijftien tekens", "zestien tekens é", "中 👩‍👩‍👧 \u{0}"])
  func `appends a text as it stands`(text: String) {
    var bytes = Array("voor".utf8)
    bytes.append(text)
    #expect(bytes == Array("voor".utf8) + Array(text.utf8))
  }
}
