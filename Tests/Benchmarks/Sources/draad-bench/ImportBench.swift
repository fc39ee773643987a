/// Measures `draad import --dry-run` on files of any format, each against `wc -w` on the same file.
struct ImportBench {
  let tool: String
  let rounds: Int
  let files: [String]

  /// Prints a row for each file, and tells whether all could be read.
  func run() throws -> Bool {
    let study = try Disk.makeTemporaryFolder()
    defer { _ = try? Child(["rm", "-rf", study]) }
    for name in ["Corpus", "Codebooks"] { try Disk.makeFolder("\(study)/\(name)") }
    let jobs = files.flatMap { file in
      [
        Measurement.Job(name: "wc \(file)", arguments: ["wc", "-w", file]),
        Measurement.Job(
          name: file,
          arguments: [tool, "import", "--dry-run", "--quiet", "--csv", "--study", study, file]),
      ]
    }
    let measurement = try Measurement(jobs, rounds: rounds)
    print("   wall ms   × wc -w   peak MB  file")
    for file in files {
      let cells = [
        Table.decimal(measurement.median(file) { $0.wall * 1000 }, 1),
        Table.decimal(measurement.ratio(file, to: "wc \(file)"), 2),
        Table.decimal(measurement.median(file) { Double($0.peakMemory) / 1e6 }, 1),
      ]
      let padded = cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
      print(padded.joined() + "  " + file)
    }
    for failure in measurement.failed {
      print("not measured: \(failure.name), which ended with status \(failure.status)")
    }
    return measurement.failed.isEmpty
  }
}
