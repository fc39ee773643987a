import Foundation
import Testing
import Zip

private func archive(_ entries: [(String, String)], isPacked: Bool = true) throws -> [UInt8] {
  var writer = ZipWriter()
  for (name, text) in entries { try writer.add(name, Array(text.utf8), isPacked: isPacked) }
  return writer.finish()
}

@Suite struct `Zip archives` {
  @Test(arguments: [true, false]) func `give back what was put in`(isPacked: Bool) throws {
    let texts = [
      ("a.txt", "één"), ("map/b.xml", String(repeating: "draad ", count: 50_000)), ("c", ""),
    ]
    let zip = try ZipArchive(archive(texts, isPacked: isPacked))
    #expect(zip.entries.map(\.name) == texts.map(\.0))
    for (name, text) in texts {
      let entry = try #require(zip.entry(named: name))
      #expect(try zip.contents(of: entry) == Array(text.utf8))
    }
  }

  @Test func `are written the same every time`() throws {
    #expect(try archive([("a", "x")]) == archive([("a", "x")]))
  }

  @Test func `find names whatever the case if asked to`() throws {
    let zip = try ZipArchive(archive([("Word/Document.xml", "x")]))
    #expect(zip.entry(named: "word/document.xml") == nil)
    #expect(zip.entry(named: "word/document.xml", ignoringCase: true)?.size == 1)
  }

  @Test func `may have a comment, and bytes behind them`() throws {
    var bytes = try archive([("a", "x")])
    bytes[bytes.count - 2] = 3
    bytes += Array("dag".utf8) + [0, 0, 0]
    #expect(try ZipArchive(bytes).entries.count == 1)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
  func `are read by other programs`() throws {
    let path = NSTemporaryDirectory() + "draad-zip-\(UUID().uuidString).zip"
    try Data(archive([("a.txt", "één"), ("b/c.txt", "x")])).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unzip")
    process.arguments = ["-tqq", path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}

@Suite struct `Hostile zip archives` {
  @Test(arguments: ["../../x", "/etc/x", "a/../../b", "..", "C:\\x", "a\\..\\b", "c:x", ""])
  func `with names that lead out of their folder are refused`(name: String) throws {
    let bytes = try archive([("a", "x"), (name, "y")])
    #expect(throws: ZipError.unsafeName(name)) { try ZipArchive(bytes) }
  }

  @Test func `that unpack to too much are refused before they are unpacked`() throws {
    var writer = ZipWriter()
    try writer.add("bomb", [UInt8](repeating: 0, count: 20 << 20))
    let bytes = writer.finish()
    #expect(bytes.count < 30_000)
    let error = try #require(throws: ZipError.self) { try ZipArchive(bytes) }
    #expect(error.message.hasPrefix("the zip archive unpacks to more than is read here"))
  }

  @Test func `that hold more than they say are stopped`() throws {
    var bytes = try archive([("a", String(repeating: "x", count: 100_000))])
    // The size in the entry's head and in the directory.
    let directory = try #require(bytes.lastIndex(of: 0x50).map { _ in bytes.count - 22 - 47 })
    for place in [22, directory + 24] {
      bytes.replaceSubrange(place..<place + 4, with: [9, 0, 0, 0])
    }
    let zip = try ZipArchive(bytes)
    #expect(throws: ZipError.damaged("\"a\" holds more than it says")) {
      try zip.contents(of: zip.entries[0])
    }
  }

  @Test func `with entries over each other are refused`() throws {
    var bytes = try archive([("a", "x"), ("b", "y")], isPacked: false)
    let directory = bytes.count - 22 - 47
    // The second entry is said to stand where the first does.
    bytes.replaceSubrange(directory + 42..<directory + 46, with: [0, 0, 0, 0])
    let error = try #require(throws: ZipError.self) { try ZipArchive(bytes) }
    #expect(error.message.contains("lies over another entry"))
  }

  @Test func `with more entries than the limit are refused`() throws {
    let bytes = try archive((0..<20).map { ("\($0)", "") })
    #expect(throws: ZipError.tooLarge("20 entries")) {
      try ZipArchive(bytes, limits: ZipLimits(entries: 19))
    }
  }

  @Test func `with a name twice, a password or an unknown method are refused`() throws {
    #expect(throws: ZipError.damaged("\"a\" is in it twice")) {
      try ZipArchive(archive([("a", "x"), ("a", "y")]))
    }
    var bytes = try archive([("a", "x")])
    let directory = bytes.count - 22 - 47
    bytes[directory + 8] |= 1
    #expect(throws: ZipError.encrypted(name: "a")) { try ZipArchive(bytes) }
    bytes[directory + 8] &= 0xFE
    bytes[directory + 10] = 99
    #expect(throws: ZipError.unknownMethod(name: "a", number: 99)) { try ZipArchive(bytes) }
  }

  @Test func `that are something else, or cut off anywhere, are refused`() throws {
    #expect(throws: ZipError.notAnArchive) { try ZipArchive(Array("geen zip".utf8)) }
    #expect(throws: ZipError.notAnArchive) { try ZipArchive([]) }
    let bytes = try archive([("a", "één"), ("b", "twee")])
    for end in 4..<bytes.count {
      #expect(throws: ZipError.self, "cut at \(end)") { try ZipArchive(Array(bytes[..<end])) }
    }
  }

  @Test func `with any byte changed give an error or what was put in`() throws {
    let text = "Met wie werken jullie samen?"
    let bytes = try archive([("a", text)])
    for place in bytes.indices {
      for change in [UInt8(0x01), 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= change
        guard let zip = try? ZipArchive(damaged) else { continue }
        for entry in zip.entries {
          guard let contents = try? zip.contents(of: entry) else { continue }
          #expect(contents == Array(text.utf8), "byte \(place)")
        }
      }
    }
  }
}
