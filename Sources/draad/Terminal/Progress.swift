import FileSystem

/// A bar on standard error that shows how far a long task is.
///
/// Appears only on a terminal, and only once the task has taken half a second.
struct Progress {
  private static let delay: UInt64 = 500_000_000
  private static let interval: UInt64 = 100_000_000

  private let label: String
  private let total: Int
  private let isWanted: Bool
  private var nextDrawing: UInt64
  private var isDrawn = false

  /// Starts the clock; the label says what is being done, the total how many steps there are.
  init(_ label: String, total: Int, isQuiet: Bool) {
    self.label = label
    self.total = max(total, 1)
    isWanted = !isQuiet && Output.Stream.error.isTerminal
    nextDrawing = isWanted ? ThisProcess.nanoseconds + Self.delay : 0
  }

  /// Notes how many steps are done.
  mutating func advance(to done: Int) {
    guard isWanted else { return }
    let now = ThisProcess.nanoseconds
    guard now >= nextDrawing else { return }
    nextDrawing = now + Self.interval
    isDrawn = true
    let tail = " \(done)/\(total)"
    let room = (Output.Stream.error.columns ?? 80) - label.count - tail.count - 4
    let width = min(max(room, 0), 40)
    let filled = min(done, total) * width / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    Messages.send("\r\(label) [\(bar)]\(tail)")
  }

  /// Wipes the bar out.
  mutating func finish() {
    if isDrawn { Messages.send("\r\u{1B}[K") }
    isDrawn = false
  }
}
