import Testing

@testable import CodingEngine
@testable import Corpus

@Suite struct `Lines in the form that the tool writes` {
  private static let names = [
    "Anna", "A", "Zoë de Vries-van den Berg", "", "a\"b", "a\\b", "中村", "x\u{7F}y", "twaalf-tekens",
  ]

  private static func anchor(using random: inout SeededGenerator) -> Anchor {
    func number() -> Int {
      [0, 1, 7, 12, 99_999, 1 << 40].randomElement(using: &random) ?? 0
    }
    func name() -> String { names.randomElement(using: &random) ?? "" }
    return Anchor(
      transcript: name(), text: .random(in: 0 ... .max, using: &random),
      span: TurnPositions(
        firstTurn: number(), start: number(), lastTurn: number(), end: number()),
      speaker: name(), twins: [1, 1, 2, 30].randomElement(using: &random) ?? 1, words: number())
  }

  private static func line(_ seed: UInt64, using random: inout SeededGenerator) -> [UInt8] {
    func name() -> String { names.randomElement(using: &random) ?? "" }
    func text() -> String {
      (0..<Int.random(in: 0...9, using: &random)).map { _ in name() }.joined()
    }
    let events = (0..<Int.random(in: 1...3, using: &random)).map { _ -> LogEvent in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .memo(.transcript(name()), words: 1)
      case 1: .uncode(LogReference(strand: StrandID(7), n: 3, event: 0, line: 9))
      case 2: .settle(codes: [name(), name()], anchor(using: &random))
      default:
        .code(
          code: name(), level: Bool.random(using: &random) ? name() : nil, anchor(using: &random))
      }
    }
    let others = (0..<Int.random(in: 0...3, using: &random)).map {
      LogDraft.Seen(
        strand: StrandID(UInt32($0)), n: $0 * 99,
        digest: String(repeating: "0123456789abcdef", count: 4))
    }
    let words: [String?] = [text(), text(), text()]
    return LogDraft(
      coder: name(), strand: StrandID(.random(in: 0 ... .max, using: &random)), n: Int(seed) + 1,
      prev: seed % 2 == 0 ? "" : String(repeating: "fedcba9876543210", count: 4), seen: others,
      at: "2025-01-01T00:00:00Z", command: "code \(name())", book: name(),
      shown: seed % 3 == 0 ? [name(), name()] : [], events: events,
      words: seed % 5 == 0 ? [] : seed % 7 == 0 ? words + [nil] : words
    ).line()
  }

  /// What came of a line, or why nothing did.
  private func read(
    _ bytes: [UInt8], _ read: (inout LogCursor) throws(LogSyntaxFault) -> LogLine
  ) -> String {
    var cursor = LogCursor(bytes, bytes.indices)
    do throws(LogSyntaxFault) {
      let line = try read(&cursor)
      return "\(line) \(cursor.index)"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: 0..<8)
  func `are read as any JSON is, whole and damaged`(part: Int) {
    for seed in UInt64(part * 100)..<UInt64(part * 100 + 100) {
      var random = SeededGenerator(seed: seed)
      let whole = Self.line(seed, using: &random)
      for damage in 0..<12 {
        var bytes = whole
        // Half of the damaged lines have signs that mean something in JSON.
        let signs = Array("\"\\{}[],: 0a\u{1F}\n\r".utf8)
        for _ in 0..<min(damage, 3) {
          let place = Int.random(in: bytes.indices, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[place] = .random(in: 0...255, using: &random)
          case 1: bytes[place] = signs.randomElement(using: &random) ?? 0
          case 2: bytes.remove(at: place)
          default: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
          }
        }
        let quick = read(bytes) { cursor throws(LogSyntaxFault) in
          try LogLine(&cursor, file: 0)
        }
        let slow = read(bytes) { cursor throws(LogSyntaxFault) in
          try LogLine(json: &cursor, file: 0)
        }
        #expect(quick == slow, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func `take the short cut`() {
    var log = InventedLog()
    log.write(0, [InventedLog.coding("c"), InventedLog.coding("d")])
    log.write(1, [])
    log.synchronize(0)
    log.write(0, [.code(code: "b:e", level: "laag", InventedLog.anchor(turn: 3))])
    let bytes = log.files[0].bytes
    for line in log.log.files[0].lines {
      let head = WrittenHead(bytes.span, from: line.range.lowerBound, to: bytes.count)
      #expect(head?.n == line.n)
      var index = head?.events ?? 0
      for _ in line.events {
        let coding = WrittenCoding(bytes.span, from: index, to: bytes.count)
        #expect(coding != nil)
        index = (coding?.end ?? 0) + 1
      }
      let tail = WrittenTail(bytes.span, from: index, to: bytes.count)
      #expect(tail?.end == line.range.upperBound)
    }
  }
}

@Suite struct `Kernels that read the log` {
  @Test(arguments: 0..<8)
  func `find the end of plain text as one byte after the other does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs: [UInt8] = [
      0x22, 0x5C, 0x1F, 0x20, 0x21, 0x23, 0x00, 0x5D, 0x7F, 0x80, 0xA2, 0xDC, 0xFF,
    ]
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...50, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x61...0x7A, using: &random)
          : signs.randomElement(using: &random) ?? 0
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let slow = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }
      #expect(endOfPlainText(bytes.span, from: start, to: bytes.count) == slow ?? bytes.count)
      #expect(isASCII(bytes.span, start..<bytes.count) == bytes[start...].allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `take eight small hexadecimal digits and nothing else`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let number = UInt32.random(in: 0 ... .max, using: &random)
      var digits = Array(hexadecimal(UInt64(number), count: 8).utf8)
      #expect(eightDigits(digits.span, at: 0) == number)
      digits[Int.random(in: 0..<8, using: &random)] = .random(in: 0...255, using: &random)
      #expect(
        eightDigits(digits.span, at: 0).map { UInt64($0) }
          == hexadecimal(digits, count: 8))
    }
  }

  @Test func `number each name once, however it is written`() {
    var numbers = NameNumbers()
    let names = (0..<500).map { "boek:code-\($0)" } + ["Zo\u{EB}", "", "Zoe"]
    for (number, name) in names.enumerated() { #expect(numbers.number(adding: name) == number) }
    for (number, name) in names.enumerated() {
      #expect(numbers.number(of: name) == number)
      #expect(numbers.number(adding: name) == number)
    }
    #expect(numbers.number(of: "Zoe\u{308}") == 500)
    #expect(numbers.number(of: "boek:code-500") == nil)
    #expect(numbers.names == names)
  }
}
