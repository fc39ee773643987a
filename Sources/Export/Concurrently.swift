/// Does all jobs, on as many threads as there are.
///
/// - Parameters:
///   - jobs: What is to be done.
///   - first: Which to begin with, so that no long one is left for the end.
/// - Returns: Their results, in the order of the jobs.
func concurrently<Result: Sendable>(
  _ jobs: [@Sendable () -> Result], first: [Int] = []
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    for index in first + jobs.indices.filter({ !first.contains($0) }) {
      let job = jobs[index]
      group.addTask { (index, job()) }
    }
    var results: [(Int, Result)] = []
    for await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
