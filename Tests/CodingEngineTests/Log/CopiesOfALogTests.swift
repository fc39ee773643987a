import Corpus
import Testing

@testable import CodingEngine

@Suite struct `Copies of a log` {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `give the same state in any order and any files`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let log = invented(&random)
    let expected = log.log.state().dump
    #expect(!expected.isEmpty)
    let lines = log.writers.flatMap(\.lines)
    for _ in 0..<4 {
      let copies = lines + lines.filter { _ in Bool.random(using: &random) }
      var files = (0..<Int.random(in: 1...4, using: &random)).map {
        [UInt8]("\($0)".utf8.prefix(0))
      }
      for line in copies.shuffled(using: &random) {
        files[Int.random(in: 0..<files.count, using: &random)] += line
      }
      let named = files.enumerated().map { (path: "x (conflicted copy \($0)).jsonl", bytes: $1) }
      let joined = CodingLog(named)
      #expect(joined.state().dump == expected)
      #expect(joined.lines.count == lines.count)
    }
  }

  /// Coders who code, and change, undo and remove what anybody did.
  private func invented(_ random: inout SeededGenerator) -> InventedLog {
    var log = InventedLog(["Anna", "Anna", "Bram"])
    var codings: [LogReference] = []
    for _ in 0..<Int.random(in: 3...30, using: &random) {
      let writer = Int.random(in: 0..<3, using: &random)
      if Bool.random(using: &random) { log.synchronize(writer) }
      let target = codings.randomElement(using: &random)
      switch (Int.random(in: 0..<9, using: &random), target) {
      case (0, let target?): log.write(writer, [.uncode(target)], words: [])
      case (1, let target?), (2, let target?):
        let code = "r\(Int.random(in: 0..<9, using: &random))"
        log.write(writer, [.recode(target, code: "b:\(code)", level: nil)], words: [])
      case (3, let target?):
        let turn = Int.random(in: 1..<99, using: &random)
        log.write(writer, [.resize(target, InventedLog.anchor(turn: turn))])
      case (4, _) where log.writers[writer].n > 0:
        let n = Int.random(in: 1...log.writers[writer].n, using: &random)
        log.write(writer, [Bool.random(using: &random) ? .undo(n: n) : .redo(n: n)], words: [])
      case (5, let target?): log.write(writer, [.memo(.coding(target), words: 0)], words: ["hm"])
      default: codings.append(log.write(writer, [InventedLog.coding("c")]))
      }
    }
    return log
  }

  @Test func `of one line with other line ends are one line, and are named`() {
    var log = InventedLog()
    log.write(0, [InventedLog.coding("c")])
    log.write(0, [InventedLog.coding("d")])
    let file = log.files[0]
    let changed = file.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let joined = CodingLog([file, ("copy.jsonl", changed)])
    #expect(joined.state().dump == log.log.state().dump)
    #expect(
      joined.diagnostics.map(\.message) == ["lines end in CR LF: something changed the line ends"])
    #expect(LogCheck(joined).isConsistent)
  }

  @Test func `with words erased in one of them lose the words and stay consistent`() throws {
    var log = InventedLog()
    log.write(0, [InventedLog.coding("c")], words: ["geheim", "", ""])
    let line = log.writers[0].lines[0]
    let digest = log.digest(line)
    log.write(0, [InventedLog.erasure(of: [digest])], words: [])
    let parsed = LogFile(path: "", bytes: line, index: 0)
    let words = try #require(parsed.lines.first).parts.words
    let inner = LogWords.digest(salt: "salt1", text: ["geheim", "", ""])
    let erased = line[..<words.lowerBound] + Array("null,\"digest\":\"\(inner)\"}\n".utf8)
    #expect(log.digest(Array(erased)) == digest)
    let own = Array(erased + log.writers[0].lines[1])
    let alone = CodingLog([("a.jsonl", own)])
    #expect(LogCheck(alone).isConsistent)
    #expect(alone.quotation(of: alone.state().codings[0]) == nil)
    let joined = CodingLog([("a.jsonl", own), log.files[0]])
    #expect(joined.quotation(of: joined.state().codings[0]) == nil)
    #expect(joined.diagnostics.contains { $0.message.contains("erased in another copy") })
    // Without the line that says so, it is a fault.
    #expect(!LogCheck(CodingLog([("a.jsonl", Array(erased))])).isConsistent)
  }
}
