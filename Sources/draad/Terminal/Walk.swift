import Corpus
import Export
import FileSystem

/// Goes through things one at a time with somebody at a terminal, who answers with a key and Enter.
///
/// Lines, not single keys, are read: so it works with every terminal, screen reader and keyboard, and
/// nothing is decided by a slip of a finger.
struct Walk {
  /// Where to go after an answer.
  enum Move {
    case next
    /// Asks again, after saying this, which is safe for a terminal.
    case stay(String)
  }

  /// What the keys do that every walk has.
  static let ownKeys = "Enter next · b back · q stop"

  /// How many things there are.
  let count: Int
  /// What the keys do, in one line, without those of every walk.
  let keys: String

  /// Refuses where nobody can be asked.
  ///
  /// - Parameter fix: What to do without a terminal.
  /// - Throws: `Failure`.
  static func requireTerminal(fix: String) throws {
    guard ThisProcess.canBeAsked else {
      throw Failure("there is no terminal to ask in", fix: fix)
    }
  }

  /// Walks until the last thing is answered, or the user stops.
  ///
  /// - Parameters:
  ///   - first: Where to begin, from 0.
  ///   - show: What is to be read; safe for a terminal.
  ///   - answer: Carries out what the user typed: a key, and what stands after it.
  /// - Throws: `FileError`, and what `show` and `answer` throw besides `Failure`.
  func run(
    from first: Int, show: (Int) throws -> String,
    answer: (Int, _ key: String, _ rest: String) throws -> Move
  ) throws {
    var index = first
    var screen = Output(.output)
    while index < count {
      try screen.write("\n" + show(index) + "\n\(keys) · \(Self.ownKeys)\n")
      while true {
        try screen.write("> ")
        try screen.flush()
        guard let line = readLine() else {
          try screen.write("\n")
          try screen.flush()
          return
        }
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        let key = words.first.map { String($0).lowercased() } ?? ""
        let rest = words.dropFirst().first.map { Self.trimmed($0) } ?? ""
        if key == "q" { return }
        if key.isEmpty || key == "n" {
          index += 1
          break
        }
        if key == "b" {
          index = max(0, index - 1)
          break
        }
        do {
          switch try answer(index, key, rest) {
          case .next: index += 1
          case .stay(let why):
            try screen.write(why + "\n")
            continue
          }
          break
        } catch let failure as Failure {
          for fault in failure.diagnostics {
            let fix = fault.fix.map { ": \($0)" } ?? ""
            try screen.write(visible(fault.message + fix) + "\n")
          }
        }
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
