import Corpus
import Testing

@testable import CodingEngine

@Suite struct `A damaged log` {
  private static let sample: InventedLog = {
    var log = InventedLog()
    for round in 0..<6 {
      log.write(0, [InventedLog.coding("a\(round)")], words: ["é “ja” 😀", "x", "y"])
      log.synchronize(1)
      log.write(1, [InventedLog.coding("b\(round)")])
      log.synchronize(0)
    }
    return log
  }()

  @Test func `loses only what was cut off, at every byte of its last two lines`() {
    let lines = Self.sample.writers[0].lines
    let whole = Array(lines.joined())
    let start = lines.dropLast(2).reduce(0) { $0 + $1.count }
    for cut in start...whole.count {
      let log = CodingLog([("a.jsonl", Array(whole[..<cut]))])
      let kept = cut == whole.count ? 6 : cut >= whole.count - lines[5].count ? 5 : 4
      #expect(log.lines.count == kept, "cut at \(cut)")
      let isTorn = cut > start && cut != whole.count && cut != whole.count - lines[5].count
      #expect(log.files[0].torn.isEmpty != isTorn, "cut at \(cut)")
      #expect(log.files[0].faults.isEmpty, "cut at \(cut)")
    }
  }

  @Test(arguments: 0..<6)
  func `without one of its lines is not consistent`(dropped: Int) {
    var lines = Self.sample.writers[0].lines
    lines.remove(at: dropped)
    let check = checked(lines)
    #expect(!check.isConsistent)
    // The last line is missed only because a colleague saw it.
    #expect(check.faults.contains { $0.path == (dropped == 5 ? "b.jsonl" : "a.jsonl") })
  }

  @Test(arguments: 0..<5)
  func `with lines in another order is not consistent`(first: Int) {
    var lines = Self.sample.writers[0].lines
    lines.swapAt(first, first + 1)
    let check = checked(lines)
    #expect(check.faults.first?.message == "this line stands out of order, or twice")
    #expect(check.faults.first?.position?.line == first + 2)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `with one byte changed is not consistent, and nothing else is lost`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var lines = Self.sample.writers[0].lines
    let line = Int.random(in: 0..<lines.count, using: &random)
    let byte = Int.random(in: 0..<lines[line].count - 1, using: &random)
    lines[line][byte] ^= UInt8.random(in: 1...127, using: &random)
    let check = checked(lines)
    #expect(!check.isConsistent, "line \(line) byte \(byte)")
    let log = CodingLog([("a.jsonl", Array(lines.joined()))])
    #expect(log.lines.count >= 5, "line \(line) byte \(byte)")
  }

  @Test func `that holds a seal holds it until a sealed line changes`() {
    var log = Self.sample
    log.write(0, [.seal], words: [])
    let seal = log.writers[0].prev
    log.write(0, [InventedLog.coding("later")])
    #expect(LogCheck(log.log, seal: seal).isConsistent)
    #expect(!LogCheck(log.log, seal: String(seal.reversed())).isConsistent)
    log.writers[1].lines[2] = log.writers[1].lines[2].map {
      $0 == UInt8(ascii: "b") ? UInt8(ascii: "q") : $0
    }
    #expect(LogCheck(log.log, seal: seal).holdsSeal == false)
  }

  @Test func `that forked is read whole, and reported until the fork is accepted`() {
    var restored = Self.sample
    var lost = restored
    lost.write(0, [InventedLog.coding("lost")])
    restored.write(0, [InventedLog.coding("new")])
    let both = CodingLog(
      [("a.jsonl", Array(lost.writers[0].lines.joined()))] + [
        ("backup.jsonl", Array(restored.writers[0].lines.joined()))
      ] + [restored.files[1]])
    #expect(both.state().codings.count == 14)
    #expect(both.openForks().count == 1)
    #expect(LogCheck(both).faults.contains { $0.message.hasPrefix("a fork") })
    let fork = both.openForks()[0]
    var accepted = restored
    accepted.write(1, [.acceptFork(after: "\(fork.strand):\(fork.after)")], words: [])
    let after = CodingLog(both.files.map { ($0.path, $0.bytes) } + [accepted.files[1]])
    #expect(after.openForks().isEmpty)
  }

  private func checked(_ lines: [[UInt8]]) -> LogCheck {
    LogCheck(
      CodingLog([
        ("a.jsonl", Array(lines.joined())),
        ("b.jsonl", Array((Self.sample.writers[1].lines + last).joined())),
      ]))
  }

  /// A colleague who saw the last line.
  private var last: [[UInt8]] {
    var log = Self.sample
    log.synchronize(1)
    log.write(1, [InventedLog.coding("seen")])
    return [log.writers[1].lines[6]]
  }
}
