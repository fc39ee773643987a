#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures the tool on a large invented study against `wc -w` on the same bytes.
@main
struct Bench {
  private static let usage = """
    Usage: draad-bench [--megabytes 10] [--rounds 7] [--seed 1] [--draad .build/release/draad]
                       [--command "frequencies --csv"] [--folder DIR]
           draad-bench --import FILE [--import FILE …] [--rounds 7] [--draad FILE]

    With --import, measures how fast files of any format are read. Else
    makes a study in a temporary folder, or in DIR, which then stays, and measures on it.

    """

  var megabytes = 10
  var rounds = 7
  var seed: UInt64 = 1
  var tool = ".build/release/draad"
  var command = "frequencies --csv"
  var folder: String?
  var imports: [String] = []
  /// Only makes the study: what the program runs itself for, to stay small.
  var isGenerating = false

  static func main() throws {
    guard let bench = Bench(CommandLine.arguments.dropFirst()) else {
      print(usage, terminator: "")
      exit(2)
    }
    setenv("LC_ALL", "C", 1)
    do {
      try bench.run()
    } catch let failure as Disk.Failure {
      print("\(failure.path): error: \(failure.reason)")
      exit(2)
    }
  }

  init?(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst() {
      if name == "--generate" {
        isGenerating = true
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--megabytes": megabytes = Int(value) ?? 0
      case "--rounds": rounds = Int(value) ?? 0
      case "--seed": seed = UInt64(value) ?? 0
      case "--draad": tool = value
      case "--command": command = value
      case "--folder": folder = value
      case "--import": imports.append(value)
      default: return nil
      }
    }
    if megabytes < 1 || rounds < 1 { return nil }
  }

  func run() throws {
    if isGenerating, let folder {
      return try InventedStudy(folder: folder, megabytes: megabytes, seed: seed).write()
    }
    if !imports.isEmpty {
      if try !ImportBench(tool: tool, rounds: rounds, files: imports).run() { exit(1) }
      return
    }
    let place = try folder ?? Disk.makeTemporaryFolder()
    if folder != nil { try Disk.makeFolder(place) }
    defer { if folder == nil { _ = try? Child(["rm", "-rf", place]) } }
    let study = InventedStudy(folder: place, megabytes: megabytes, seed: seed)
    let generation = try Child([
      CommandLine.arguments[0], "--generate", "--folder", place, "--megabytes", "\(megabytes)",
      "--seed", "\(seed)",
    ])
    if generation.status != 0 { exit(2) }
    let files = try Disk.files(in: study.talk)
    let table = try Table(
      Measurement(jobs(study, files.map(\.path)), rounds: rounds),
      bytes: files.reduce(0) { $0 + $1.size })
    print("\(files.count) transcripts, \(rounds) rounds, LC_ALL=C, draad \(command)\n")
    print(table.text, terminator: "")
    if !table.isComplete { exit(1) }
  }

  private func jobs(_ study: InventedStudy, _ files: [String]) throws -> [Measurement.Job] {
    let pin = try Child(["sh", "-c", "command -v taskset"]).status == 0
    let one = pin ? ["taskset", "-c", "0"] : []
    func draad(_ folder: String) -> [String] {
      [tool] + command.split(separator: " ").map(String.init) + ["--study", folder]
    }
    let counting = ["wc", "-w"] + files
    var jobs = [Measurement.Job(name: "start", arguments: [tool, "--version"])]
    for (cores, prefix) in [("one", one), ("all", [])] {
      jobs.append(.init(name: "wc \(cores)", arguments: prefix + counting))
      for patterns in InventedStudy.patterns {
        jobs.append(
          .init(name: "\(patterns) \(cores)", arguments: prefix + draad(study.large(patterns))))
        jobs.append(
          .init(name: "tiny \(patterns) \(cores)", arguments: prefix + draad(study.tiny(patterns))))
      }
    }
    return jobs
  }
}
