import Testing

@testable import draad

@Suite struct `Asking for help` {
  @Test(arguments: [[], ["--help"], ["-h"], ["help"], ["help", "help"], ["--quiet", "--help"]])
  func `shows what there is`(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.output.hasPrefix("draad: a workbench for coding interviews\n\nUsage:"))
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }

  @Test(arguments: [
    ["help", "codebook", "test"], ["codebook", "test", "--help"], ["codebook", "-h", "test"],
    ["codebook", "test", "x", "--json", "-h"], ["--study", "x", "codebook", "test", "-h"],
  ])
  func `explains one command`(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.output.hasPrefix("Usage: draad codebook test [CODE…] [options]\n"))
    #expect(result.status == 0)
  }

  @Test(arguments: [["help", "codebook"], ["codebook", "--help"]])
  func `shows the commands of a family`(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.output.contains("codebook check") && result.output.contains("codebook show"))
    #expect(result.status == 0)
  }

  @Test(arguments: CommandTable.commands.map(\.name))
  func `fits the terminal and has examples`(name: String) throws {
    let result = try Tool.run(["help"] + name.split(separator: " ").map(String.init))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(result.output.contains("\nExamples:\n  draad \(name)"))
    #expect(result.status == 0)
  }

  @Test func `gives examples that the parser reads`() throws {
    for command in CommandTable.commands {
      for example in command.examples {
        let words = example.line.split(separator: " ").dropFirst()
        let arguments = words.map { $0.filter { $0 != "'" } }
        guard case .run(let found, _) = try Invocation(arguments) else {
          Issue.record("\(example.line) runs nothing")
          continue
        }
        #expect(found.name == command.name)
      }
    }
  }

  @Test(arguments: [["--version"], ["frequencies", "--version"]])
  func `shows the version and touches nothing`(arguments: [String]) throws {
    #expect(try Tool.run(arguments) == Tool.Result(output: "draad 0.1.0\n", status: 0))
  }
}
