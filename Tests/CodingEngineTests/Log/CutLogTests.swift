import Corpus
import FileSystem
import Foundation
import Testing

@testable import CodingEngine

@Suite struct `A log whose last lines were cut off` {
  @Test func `is gone on with at every byte of them, and loses no line that was whole`() throws {
    let folder = NSTemporaryDirectory() + "draad-cut-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (codings, strands) = (folder + "/Codings", StrandFolder(folder + "/state"))
    let anna = try Coder("Anna")
    for memo in ["een", "“twee” 😀", "dríe"] {
      try append(memo, of: anna, in: codings, strands)
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: codings)
    let file = try #require(files.first { $0.hasSuffix(".jsonl") })
    let path = codings + "/" + file
    let whole = try File.read(path)
    let ends = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
    try #require(ends.count == 3)
    for cut in ends[0]...whole.count {
      try File.write(Array(whole[..<cut]), to: path)
      try append("na", of: anna, in: codings, strands)
      let after = try CodingLog.read(codings)
      let kept = ends.count { $0 <= cut }
      let memos = after.log.state().memos.map(\.text)
      #expect(memos == ["een", "“twee” 😀", "dríe"].prefix(kept) + ["na"], "cut at \(cut)")
      #expect(after.diagnostics.isEmpty && LogCheck(after.log).isConsistent, "cut at \(cut)")
      let torn = path.replacing(".jsonl", with: ".torn")
      let rest = (try? File.read(torn)) ?? []
      #expect(rest.dropLast() == whole[(ends.last { $0 <= cut } ?? 0)..<cut], "cut at \(cut)")
      try? File.remove(torn)
    }
  }

  private func append(
    _ memo: String, of coder: Coder, in codings: String, _ strands: StrandFolder
  ) throws {
    let writer = try LogWriter(of: coder, in: codings, strands: strands)
    var entry = LogEntry(command: "memo")
    entry.memo(memo, on: .study)
    try writer.append(entry, at: 0)
  }
}
