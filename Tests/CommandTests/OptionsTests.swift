import Testing

@testable import draad

@Suite struct `Reading options` {
  private func options(_ arguments: String...) throws -> Options {
    guard case .run(_, let options) = try Invocation(arguments) else {
      throw Failure("runs nothing")
    }
    return options
  }

  @Test func `takes values in every spelling`() throws {
    for spelling in [["--output", "f"], ["--output=f"], ["-o", "f"], ["-of"], ["-o=f"]] {
      guard case .run(_, let options) = try Invocation(["quotes"] + spelling) else {
        Issue.record("\(spelling) runs nothing")
        continue
      }
      #expect(options.value(of: .output) == "f")
    }
    #expect(try options("quotes", "-o", "-").value(of: .output) == "-")
    #expect(try options("quotes", "--role=--x=y").values(of: .role) == ["--x=y"])
  }

  @Test func `takes options before and between the words of a command`() throws {
    let given = try options("--study", "check", "codebook", "--json", "test", "-q", "a", "--", "-b")
    #expect(given.value(of: .study) == "check")
    #expect(given.contains(.json) && given.contains(.quiet) && !given.contains(.codebook))
    #expect(given.arguments == ["a", "-b"])
  }

  @Test func `gathers what is repeated and takes lists apart`() throws {
    let given = try options(
      "quotes", "--codes", "a,b/*", "--codes=c", "--where", "form=a=b", "--where", "k=",
      "--context",
      "0")
    #expect(given.values(of: .codes) == ["a", "b/*", "c"])
    #expect(given.pairs(of: .filter).map(\.key) == ["form", "k"])
    #expect(given.pairs(of: .filter).map(\.value) == ["a=b", ""])
    #expect(given.number(of: .context) == 0)
  }

  @Test func `knows the format from an option or else from the name of the file`() throws {
    #expect(try options("quotes").format() == .text)
    #expect(try options("quotes", "-o", "a.b/table.CSV").format() == .csv)
    #expect(try options("quotes", "-o", "a.json/x").format() == .text)
    #expect(try options("quotes", "-o", "x.csv", "--markdown").format() == .markdown)
    #expect(try options("quotes", "--format", "json", "--json").format() == .json)
  }
}
