import Foundation
import Testing

@testable import draad

@Suite struct `Writing to a stream` {
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `says that the disk is full`() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    #expect(
      try Tool.run(["help"], output: full)
        == Tool.Result(errors: "standard output: error: no space left on the disk\n", status: 2))
  }

  @Test func `ends quietly when the reader has gone`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let result = try Tool.run(["help"], output: pipe.fileHandleForWriting)
    #expect(result == Tool.Result(status: 141))
  }

  @Test func `says that the stream is closed`() throws {
    let result = try Tool.shell("\"$DRAAD\" help >&-")
    #expect(result.errors.hasPrefix("standard output: error: "))
    #expect(result.status == 2)
  }

  @Test func `fails also when there is nowhere to say so`() throws {
    #expect(try Tool.shell("\"$DRAAD\" nope 2>&-") == Tool.Result(status: 2))
  }
}

#if os(Linux)
  @Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script")))
  struct `Colour` {
    /// Runs the tool on a terminal of its own.
    private func errors(_ environment: [String: String]) throws -> String {
      let line = "script -qec '\"$DRAAD\" nope' /dev/null < /dev/null"
      return try Tool.shell(line, environment: environment).output
    }

    @Test func `marks the severity on a terminal`() throws {
      #expect(
        try errors(["TERM": "xterm"]).hasPrefix("draad: \u{1B}[1;31merror:\u{1B}[0m unknown"))
      #expect(try errors(["TERM": "xterm", "NO_COLOR": ""]).contains("\u{1B}"))
    }

    @Test(arguments: [["NO_COLOR": "1", "TERM": "xterm"], ["TERM": "dumb"]])
    func `stays away when it is not wanted`(environment: [String: String]) throws {
      #expect(try errors(environment).hasPrefix("draad: error: unknown"))
    }
  }
#endif
