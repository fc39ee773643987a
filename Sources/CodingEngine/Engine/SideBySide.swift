import Synchronization

/// Does a work for each of some numbers, on several threads.
///
/// - Parameters:
///   - order: Each number from 0 once, in the order in which to begin with them.
///   - workers: How many threads, at least 1.
///   - state: What each thread gets a copy of.
///   - work: What to do.
/// - Returns: What came of each, in the order of the numbers.
func sideBySide<State: Sendable, Result: Sendable>(
  _ order: [Int], workers: Int, with state: State,
  _ work: @escaping @Sendable (inout State, Int) -> Result
) async -> [Result] {
  let next = Counter()
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<max(1, min(workers, order.count)) {
      group.addTask {
        var state = state
        var results: [(Int, Result)] = []
        while let next = next.advance(upTo: order.count) {
          results.append((order[next], work(&state, order[next])))
        }
        return results
      }
    }
    var all: [(Int, Result)] = []
    for await some in group { all += some }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Hands out numbers to threads, each once.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func advance(upTo limit: Int) -> Int? {
    let index = next.add(1, ordering: .relaxed).oldValue
    return index < limit ? index : nil
  }
}
