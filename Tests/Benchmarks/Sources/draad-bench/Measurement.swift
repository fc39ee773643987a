/// Programs that are run in turn, so that whatever else the machine does slows all of them alike.
struct Measurement {
  /// A program to measure.
  struct Job {
    let name: String
    let arguments: [String]
  }

  /// What a program used, one for each round.
  let runs: [String: [Child]]
  /// Programs that ended with a status other than 0, and were not measured.
  let failed: [(name: String, status: Int32)]

  init(_ jobs: [Job], rounds: Int) throws {
    var runs: [String: [Child]] = [:]
    var failed: [(name: String, status: Int32)] = []
    // The first run of each warms up the disk's cache, and shows whether it works at all.
    for job in jobs {
      let child = try Child(job.arguments)
      if child.status == 0 { runs[job.name] = [] } else { failed.append((job.name, child.status)) }
    }
    for _ in 0..<rounds {
      for job in jobs where runs[job.name] != nil {
        runs[job.name]?.append(try Child(job.arguments))
      }
    }
    self.runs = runs
    self.failed = failed
  }

  /// The median of a number over the rounds; nil for a program that failed.
  func median(_ name: String, _ number: (Child) -> Double) -> Double? {
    runs[name].map { Self.median($0.map(number)) }
  }

  /// The median of the rounds' ratios of wall time.
  func ratio(_ name: String, to other: String) -> Double? {
    guard let runs = runs[name], let others = self.runs[other] else { return nil }
    return Self.median(zip(runs, others).map { $0.wall / $1.wall })
  }

  /// How much longer one takes than the other, when what both cost on next to no talk is taken off.
  func growth(_ name: String, less base: String, to other: String, less otherBase: String)
    -> Double?
  {
    guard let a = runs[name], let b = runs[base], let c = runs[other], let d = runs[otherBase]
    else { return nil }
    return Self.median(
      a.indices.map { (a[$0].wall - b[$0].wall) / (c[$0].wall - d[$0].wall) })
  }

  private static func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
