import Corpus
import Testing

@testable import CodingEngine

@Suite struct `A hostile log` {
  private func head(_ more: String) -> [UInt8] {
    Array("{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":1,\"prev\":\"\",\(more)}\n".utf8)
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "null", "{\"v\":1}",
    "{\"v\":1,\"coder\":\"\\uD800\",\"strand\":\"00000001\",\"n\":1}",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"1\",\"n\":1}",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":0}",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":99999999999999999999999}",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":1,\"do\":[{\"event\":\"code\",\"span\":[1,2,3,-4]}]}",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":1} x",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":1,}",
    "{\"v\":1,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":01}",
  ])
  func `line that is none is named with its number, and the next is read`(line: String) {
    var log = InventedLog()
    log.write(0, [InventedLog.coding("c")])
    let joined = CodingLog([("a.jsonl", Array(line.utf8) + [0x0A] + log.files[0].bytes)])
    #expect(joined.state().codings.count == 1)
    let file = joined.files[0]
    #expect(file.faults.map { file.lineNumber(at: $0.start) } == (line.isEmpty ? [] : [1]))
  }

  @Test func `nesting and length do no harm`() {
    let deep = String(repeating: "[", count: 100_000)
    let long = String(repeating: "a", count: 3_000_000)
    let log = CodingLog([
      ("a.jsonl", head("\"x\":\(deep)") + head("\"command\":\"\(long)\",\"do\":[]"))
    ])
    #expect(log.lines.count == 1)
    #expect(log.files[0].faults.first?.message.hasPrefix("values nest too deep") == true)
  }

  @Test func `later versions and unknown events are kept and reported`() {
    let log = CodingLog([
      (
        "a.jsonl",
        head("\"do\":[{\"event\":\"dream\",\"of\":{\"x\":[1,2.5e3,true]}},{\"event\":\"code\"}]")
          + Array(
            "{\"v\":2,\"coder\":\"X\",\"strand\":\"00000001\",\"n\":2,\"do\":{\"new\":1}}\n".utf8)
      )
    ])
    #expect(log.lines.count == 2)
    #expect(log.lines[0].events == [.unknown("dream"), .unknown("code")])
    #expect(log.diagnostics.map(\.severity) == [.warning, .warning, .warning])
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `bytes at random never crash, and good lines after them are read`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var log = InventedLog()
    log.write(
      0, [InventedLog.coding("c"), .memo(.study, words: 0), .done(transcript: "T", codes: [])])
    var bytes = log.files[0].bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count - 1, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
      }
    }
    let second = InventedLog.coding("d")
    log.write(1, [second])
    let joined = CodingLog([("a.jsonl", bytes + [0x0A] + log.files[1].bytes)])
    #expect(joined.state().codings.contains { $0.code == "b:d" })
    _ = LogCheck(joined)
  }

  @Test(arguments: [
    ("Anna de Vries", "anna-de-vries"), ("../../etc/passwd", "etc-passwd"), ("..", "coder-"),
    ("/", "coder-"), ("Zoë Ĳsbrand", "zoe-ijsbrand"), ("中村", "coder-"), ("a\\b:c*", "a-b-c"),
    ("CON", "con"), (String(repeating: "x", count: 200), String(repeating: "x", count: 64)),
  ])
  func `name of a coder never becomes a path`(name: String, folder: String) throws {
    let coder = try Coder(name)
    #expect(coder.folder.hasPrefix(folder))
    let isPlain = coder.folder.utf8.allSatisfy {
      $0 == 0x2D || $0 &- 0x30 < 10 || $0 &- 0x61 < 26
    }
    #expect(isPlain && coder.folder.utf8.count <= 64 && !coder.folder.isEmpty)
  }

  @Test(arguments: ["", "  ", "a\u{1B}[2Jb", "a\nb", "Engine", " engine ", "x\u{202E}y"])
  func `name that would deceive is refused`(name: String) {
    #expect(throws: CoderNameError.self) { try Coder(name) }
  }
}

@Suite struct `Times in the log` {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_742_299_200, "2025-03-18T12:00:00Z"), (4_102_444_799, "2099-12-31T23:59:59Z"),
  ])
  func `are civil dates in UTC`(seconds: Int, text: String) {
    #expect(timestamp(seconds) == text)
  }
}
