import FileSystem
import Foundation
import Testing

@Suite struct `Listing a folder` {
  @Test func `goes in the order of code points and down into folders`() throws {
    let folder = try TemporaryFolder()
    try Folder.create(folder("a/b"))
    for name in ["a/b/1.md", "a/é.md", "a/z.md", "a.md", "B.md"] {
      try File.write([], to: folder(name))
    }
    let listed = try Folder.contents(of: folder.path)
    #expect(
      listed.map(\.path)
        == [
          "B.md", "a", "a/b", "a/b/1.md", "a/z.md", "a/é.md", "a.md",
        ].map { folder($0) })
    #expect(listed.map(\.kind) == [.file, .folder, .folder, .file, .file, .file, .file])
  }

  @Test func `names what it cannot look at`() throws {
    let folder = try TemporaryFolder()
    try Folder.create(folder("folder.md"))
    try folder.link("circle", to: "circle")
    try folder.link("dangling", to: "nowhere")
    try folder.link("folder.md/up", to: "..")
    try File.write([], to: folder("real"))
    try folder.link("link", to: "real")
    try folder.makePipe("pipe")
    let listed = try Folder.contents(of: folder.path)
    let kinds = Dictionary(uniqueKeysWithValues: listed.map { ($0.path, $0.kind) })
    #expect(
      kinds == [
        folder("circle"): .unreadable(.linksInCircle),
        folder("dangling"): .unreadable(.notFound),
        folder("folder.md"): .folder,
        folder("folder.md/up"): .unreadable(.listedBefore),
        folder("link"): .file,
        folder("pipe"): .other,
        folder("real"): .file,
      ])
  }

  @Test func `refuses what is no folder`() throws {
    let folder = try TemporaryFolder()
    try File.write([], to: folder("a"))
    #expect(throws: FileError(folder("a"), .isNotFolder)) { try Folder.contents(of: folder("a")) }
    #expect(throws: FileError(folder("b"), .notFound)) { try Folder.contents(of: folder("b")) }
    #expect(throws: FileError(folder("a"), .isNotFolder)) { try Folder.create(folder("a/b")) }
  }
}

@Suite struct `Paths as text` {
  @Test func `are joined and taken apart`() {
    #expect(Path.join("", "a") == "a")
    #expect(Path.join("a/", "b") == "a/b")
    #expect(Path.join("a", "/b") == "/b")
    #expect(Path.folder(of: "a/b/c") == "a/b")
    #expect(Path.folder(of: "/a") == "/")
    #expect(Path.folder(of: "a") == ".")
    #expect(Path.name(of: "a/b.md") == "b.md")
  }
}
