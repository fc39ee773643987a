import FileSystem
import Foundation
import Testing

@Suite struct `Reading a file` {
  @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
  func `gives its bytes`(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try File.write(bytes, to: folder("a"))
    #expect(try File.read(folder("a")) == bytes)
  }

  @Test func `reads files whose size the system does not tell`() throws {
    guard File.exists("/proc/self/status") else { return }
    #expect(try !File.read("/proc/self/status").isEmpty)
  }

  @Test func `accepts as many bytes as the limit and no more`() throws {
    let folder = try TemporaryFolder()
    try File.write([1, 2, 3], to: folder("a"))
    #expect(try File.read(folder("a"), limit: 3) == [1, 2, 3])
    #expect(throws: FileError(folder("a"), .tooLarge(limit: 2))) {
      try File.read(folder("a"), limit: 2)
    }
  }

  @Test func `says what it cannot read`() throws {
    let folder = try TemporaryFolder()
    try Folder.create(folder("folder.md"))
    try folder.link("circle", to: "circle")
    try folder.link("dangling", to: "nowhere")
    try File.write([], to: folder("file"))
    try folder.makePipe("pipe")
    let cases: [(String, FileError.Reason)] = [
      ("missing", .notFound), ("folder.md", .isFolder), ("circle", .linksInCircle),
      ("dangling", .notFound), ("pipe", .isNotRegular), ("file/below", .isNotFolder),
    ]
    for (name, reason) in cases {
      #expect(throws: FileError(folder(name), reason)) { try File.read(folder(name)) }
    }
    #expect(throws: FileError("/dev/null", .isNotRegular)) { try File.read("/dev/null") }
  }

  @Test func `says when it may not`() throws {
    let folder = try TemporaryFolder()
    try File.write([1], to: folder("closed"), permissions: 0)
    guard geteuid() != 0 else { return }
    #expect(throws: FileError(folder("closed"), .noPermission)) { try File.read(folder("closed")) }
  }
}

@Suite struct `Writing a file` {
  @Test func `replaces what was there and leaves nothing else`() throws {
    let folder = try TemporaryFolder()
    try File.write([1], to: folder("a"))
    try File.write([2, 3], to: folder("a"), synchronized: true)
    #expect(try File.read(folder("a")) == [2, 3])
    #expect(try folder.names == ["a"])
  }

  @Test func `keeps what was there unless told to replace it`() throws {
    let folder = try TemporaryFolder()
    try File.write([1], to: folder("a"))
    #expect(throws: FileError(folder("a"), .exists)) {
      try File.write([2], to: folder("a"), replacing: false)
    }
    #expect(try File.read(folder("a")) == [1])
    #expect(try folder.names == ["a"])
  }

  @Test(arguments: [0o600, 0o644] as [UInt16])
  func `gives the permissions asked for`(permissions: UInt16) throws {
    let folder = try TemporaryFolder()
    try File.write([], to: folder("a"), permissions: permissions)
    #expect(try File.permissions(of: folder("a")) == permissions)
  }

  @Test func `follows a link`() throws {
    let folder = try TemporaryFolder()
    try File.write([1], to: folder("a"))
    try folder.link("link", to: "a")
    try File.write([2], to: folder("link"))
    #expect(try File.read(folder("a")) == [2])
  }

  @Test func `refuses folders and devices and what has no folder`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError(folder.path, .isFolder)) { try File.write([], to: folder.path) }
    #expect(throws: FileError("/dev/null", .isNotRegular)) {
      try File.write([1], to: "/dev/null")
    }
    #expect(throws: FileError(folder("no/a"), .notFound)) { try File.write([], to: folder("no/a")) }
    #expect(try folder.names.isEmpty)
  }

  @Test func `leaves nothing behind when the name cannot be given`() throws {
    let folder = try TemporaryFolder()
    let staged = try StagedFile([1], for: folder("a"))
    try Folder.create(folder("a"))
    try File.write([], to: folder("a/b"))
    #expect(throws: FileError.self) { try staged.commit() }
    #expect(try folder.names == ["a"])
  }

  @Test func `leaves nothing behind when it is discarded`() throws {
    let folder = try TemporaryFolder()
    try StagedFile([1], for: folder("a")).discard()
    #expect(try folder.names.isEmpty)
  }
}
