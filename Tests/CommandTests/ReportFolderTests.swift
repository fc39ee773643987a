import Corpus
import FileSystem
import Foundation
import Testing

@testable import draad

@Suite struct `Keeping a folder of reports` {
  private let root: TemporaryFolder
  private let reports: ReportFolder

  init() throws {
    root = try TemporaryFolder()
    reports = ReportFolder(path: root("Reports"))
  }

  private func replace(
    _ files: [(String, String)], force: Bool = false
  ) async throws -> ReportFolder.Changes {
    try await reports.replace(
      with: files.map { .init(name: $0.0, bytes: Array($0.1.utf8)) }, force: force)
  }

  @Test func `makes it, then leaves it alone`() async throws {
    let files = [("a.csv", "1"), ("tables/b.csv", "2")]
    #expect(try await replace(files).written == ["a.csv", "tables/b.csv"])
    #expect(try root.read("Reports/tables/b.csv") == "2")
    #expect(try await replace(files) == ReportFolder.Changes())
    #expect(try root.names(in: "Reports") == [".manifest", "a.csv", "tables"])
  }

  @Test func `rewrites what differs and removes what it no longer makes`() async throws {
    _ = try await replace([("a", "1"), ("b", "2"), ("sub/c", "3")])
    #expect(
      try await replace([("a", "1"), ("b", "9")]) == .init(written: ["b"], removed: ["sub/c"]))
    #expect(try root.names(in: "Reports") == [".manifest", "a", "b"])
  }

  @Test func `makes again what somebody removed`() async throws {
    _ = try await replace([("a", "1"), ("b", "2")])
    try File.remove(root("Reports/a"))
    try File.remove(root("Reports/b"))
    #expect(try await replace([("a", "1")]) == .init(written: ["a"]))
  }

  @Test func `refuses when files were edited and names them all`() async throws {
    _ = try await replace([("a", "1"), ("b", "2"), ("c", "3"), ("gone", "4")])
    for name in ["a", "b", "gone"] { try root.write("mine", to: "Reports/\(name)") }
    try root.write("mine", to: "Reports/new")
    let failure = try await #require(throws: Failure.self) {
      try await replace([("a", "9"), ("b", "2"), ("c", "9"), ("new", "5")])
    }
    #expect(
      failure.diagnostics.map { "\(Path.name(of: $0.path)) \($0.message)" } == [
        "a was edited after draad made it", "b was edited after draad made it",
        "new is in the way: draad did not make this file", "gone was edited after draad made it",
      ])
    #expect(try root.read("Reports/c") == "3")
    #expect(try root.read("Reports/a") == "mine")
  }

  @Test func `replaces them by force but keeps what it has nothing for`() async throws {
    _ = try await replace([("a", "1"), ("gone", "4")])
    for name in ["a", "gone", "new"] { try root.write("mine", to: "Reports/\(name)") }
    #expect(try await replace([("a", "1"), ("new", "5")], force: true).written == ["a", "new"])
    #expect(try root.read("Reports/gone") == "mine")
    #expect(try await replace([("a", "2"), ("new", "5")]) == .init(written: ["a"]))
    #expect(try root.read("Reports/gone") == "mine")
  }

  @Test func `takes a file that holds the same already`() async throws {
    try root.makeFolder("Reports")
    try root.write("1", to: "Reports/a")
    #expect(try await replace([("a", "1")]) == ReportFolder.Changes())
    #expect(try await replace([("a", "2")]).written == ["a"])
  }

  @Test func `changes nothing when one file cannot be written`() async throws {
    _ = try await replace([("a", "1")])
    try root.write("mine", to: "Reports/sub")
    await #expect(throws: FileError.self) { try await replace([("a", "2"), ("sub/b", "3")]) }
    #expect(try root.read("Reports/a") == "1")
    #expect(try root.names(in: "Reports") == [".manifest", "a", "sub"])
    #expect(try await replace([("a", "2")]).written == ["a"])
  }

  @Test(arguments: ["nonsense\n", String(repeating: "0", count: 64) + "  ../a\n"])
  func `trusts no damaged list`(text: String) async throws {
    _ = try await replace([("a", "1")])
    try root.write(text, to: "Reports/.manifest")
    await #expect(throws: Failure.self) { try await replace([("a", "2")]) }
    #expect(try root.read("Reports/a") == "1")
    #expect(try await replace([("a", "2")], force: true).written == ["a"])
  }
}
